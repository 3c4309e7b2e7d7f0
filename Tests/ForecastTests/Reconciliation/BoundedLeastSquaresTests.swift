import LinearAlgebra
import Testing

@testable import Forecast

@Suite("Least squares under sums")
struct BoundedLeastSquaresTests {
  /// *S*, nodes × lines.
  private static func membership(_ hierarchy: Hierarchy) -> Matrix {
    var matrix = Matrix(rows: hierarchy.nodeCount, columns: hierarchy.lineCount)
    for line in 0..<hierarchy.lineCount {
      for node in hierarchy.nodes(above: line) { matrix[node, line] = 1 }
    }
    return matrix
  }

  /// The lines of (S'W⁻¹S)⁻¹ S'W⁻¹ ŷ, *S* with a row for each line too (Wickramasuriya,
  /// Athanasopoulos and Hyndman 2019, equation 8), by LAPACK and without any structure.
  private static func dense(
    _ hierarchy: Hierarchy, _ lines: [Double], _ nodes: [Double], _ covariance: Matrix
  ) throws -> [Double] {
    let (n, m) = (hierarchy.lineCount, hierarchy.nodeCount)
    let members = membership(hierarchy)
    var whole = Matrix(rows: n + m, columns: n)
    for line in 0..<n {
      whole[line, line] = 1
      for node in 0..<m { whole[n + node, line] = members[node, line] }
    }
    let factor = try Cholesky(covariance)
    let weighted = try factor.solve(whole)
    let normal = try whole.transposeTimes(weighted)
    return try normal.solvePositiveDefinite(weighted.transposeTimes(lines + nodes))
  }

  private static func covariance(
    _ lines: [Double], _ nodes: [Double], _ shared: [BoundedLeastSquares.SharedErrors]
  ) -> Matrix {
    let variances = lines + nodes
    var matrix = Matrix(rows: variances.count, columns: variances.count)
    for i in variances.indices {
      matrix[i, i] = variances[i]
      for pattern in shared {
        let column = pattern.lines + pattern.nodes
        for j in variances.indices { matrix[i, j] += column[i] * column[j] }
      }
    }
    return matrix
  }

  @Test(
    "is the dense generalised least squares to 1e-9 of each amount, errors shared or not",
    arguments: [0, 3])
  func dense(patterns: Int) throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = RandomHierarchy(seed: seed, lines: 30)
      let hierarchy = random.hierarchy
      let (n, m) = (hierarchy.lineCount, hierarchy.nodeCount)
      let (lines, nodes) = (random.numbers(n, 100...900), random.numbers(m, 500...5000))
      let (v, w) = (random.numbers(n, 1...50), random.numbers(m, 20...900))
      let shared = (0..<patterns).map { _ in
        BoundedLeastSquares.SharedErrors(
          lines: random.numbers(n, -3...3), nodes: random.numbers(m, -30...30))
      }
      var problem = BoundedLeastSquares(
        hierarchy: hierarchy, lines: .init(targets: lines, variances: v),
        nodes: .init(targets: nodes, variances: w))
      problem.shared = shared
      let found = problem.solve()
      let expected = try Self.dense(hierarchy, lines, nodes, Self.covariance(v, w, shared))
      for (a, b) in zip(found.lines, expected) { #expect(abs(a - b) <= 1e-9 * 5000, "\(seed)") }
      for (a, b) in zip(hierarchy.sums(found.lines), hierarchy.sums(expected)) {
        #expect(abs(a - b) <= 1e-9 * max(5000, abs(b)), "tree \(seed)")
      }
    }
  }

  @Test("shares out by variance: 30 too much over variances 1 and 2 takes 10 and 20")
  func shares() {
    let pair = Hierarchy(parents: [-1], rows: [0, 0], columns: [-1, -1])
    let found = BoundedLeastSquares(
      hierarchy: pair, lines: .init(targets: [50, 80], variances: [1, 2]),
      nodes: .init(targets: [130], variances: [1e9], upper: [100])
    ).solve()
    #expect(abs(found.lines[0] - 40) < 1e-6 && abs(found.lines[1] - 60) < 1e-6)
  }

  /// The conditions of Karush, Kuhn and Tucker, which only the solution meets.
  @Test("meets the conditions of the optimum inside bounds")
  func optimal() {
    for seed in 1...100 as ClosedRange<UInt64> {
      var random = RandomHierarchy(seed: seed, lines: 60)
      let hierarchy = random.hierarchy
      let (n, m) = (hierarchy.lineCount, hierarchy.nodeCount)
      let targets = random.numbers(n, -20...90)
      let sums = hierarchy.sums(targets.map { max(0, $0) })
      let upper = sums.indices.map { random.generator.below(3) == 0 ? sums[$0] * 0.7 : .infinity }
      let problem = BoundedLeastSquares(
        hierarchy: hierarchy,
        lines: .init(
          targets: targets, variances: random.numbers(n, 1...50),
          lower: Array(repeating: 0, count: n)),
        nodes: .init(
          targets: random.numbers(m, 0...900), variances: random.numbers(m, 20...900),
          upper: upper))
      let found = problem.solve()
      #expect(found.residual <= 1e-11, "tree \(seed): \(found.residual)")
      let paths = hierarchy.spread(found.prices)
      for line in 0..<n {
        let free = targets[line] + problem.lines.variances[line] * paths[line]
        #expect(abs(found.lines[line] - max(0, free)) < 1e-7)
      }
      for (node, sum) in hierarchy.sums(found.lines).enumerated() {
        let free = problem.nodes.targets[node] - problem.nodes.variances[node] * found.prices[node]
        #expect(abs(sum - min(upper[node], free)) < 1e-6, "tree \(seed)")
      }
    }
  }
}
