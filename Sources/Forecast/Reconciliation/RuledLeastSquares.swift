/// Least squares under rules, where sums without a forecast of their own may be ruled too.
struct RuledLeastSquares {
  let lines: [Double]
  let certificate: SolverCertificate

  /// How much freer a mere sum is than what it adds up.
  private static let freedom = 1e4
  private static let mostRounds = 40

  /// - Parameters:
  ///   - problem: Without shared errors; targets and variances of the nodes that `ruled` adds are
  ///     not in it.
  ///   - smallest: The amount, in hundredths of the currency unit, that lines may miss.
  ///   - least: The standard deviation that a line has at least, so that rules can move it.
  init(_ problem: BoundedLeastSquares, _ ruled: RuledHierarchy, smallest: Double, least: Double) {
    let added = ruled.hierarchy.nodeCount - problem.hierarchy.nodeCount
    let lineVariances = problem.lines.variances.map { max($0, least * least) }
    var nodes = BoundedLeastSquares.Amounts(
      targets: problem.nodes.targets + Array(repeating: 0, count: added),
      variances: problem.nodes.variances + Array(repeating: .infinity, count: added),
      lower: ruled.nodeLower, upper: ruled.nodeUpper)
    let mere = nodes.variances.indices.filter {
      nodes.variances[$0] == .infinity && (nodes.lower[$0].isFinite || nodes.upper[$0].isFinite)
    }
    let masses = ruled.hierarchy.sums(lineVariances)
    for node in mere { nodes.variances[node] = Self.freedom * masses[node] }
    self.init(
      BoundedLeastSquares(
        hierarchy: ruled.hierarchy,
        lines: .init(
          targets: problem.lines.targets, variances: lineVariances, lower: ruled.lineLower,
          upper: ruled.lineUpper), nodes: nodes), mere: mere, smallest: smallest)
  }

  /// The proximal point method: a mere sum is drawn, weakly, to where it last was, until it stays
  /// (Rockafellar 1976, SIAM Journal on Control and Optimization 14, 877–898).
  private init(_ start: BoundedLeastSquares, mere: [Int], smallest: Double) {
    var problem = start
    var prices: [Double]?
    var sums = problem.hierarchy.sums(problem.lines.targets)
    var certificate = SolverCertificate()
    var lines = problem.lines.targets
    for _ in 0..<Self.mostRounds {
      for node in mere { problem.nodes.targets[node] = sums[node] }
      let found = problem.solve(from: prices)
      certificate.add(found)
      (lines, prices) = (found.lines, found.prices)
      let next = problem.hierarchy.sums(lines)
      let pull = mere.reduce(0) { max($0, abs(next[$1] - sums[$1])) } / Self.freedom
      sums = next
      if pull <= smallest { break }
    }
    self.lines = lines
    self.certificate = certificate
  }
}

/// How the solution of least squares was found, and how near it is to its conditions.
public struct SolverCertificate: Hashable, Sendable {
  /// Newton steps.
  public private(set) var steps = 0
  /// Of conjugate gradients, over all steps.
  public private(set) var iterations = 0
  /// The conditions of Karush, Kuhn and Tucker hold by construction but for one: that nodes are the
  /// sums of their lines. The largest part by which one misses, at the end.
  public private(set) var residual = 0.0

  mutating func add(_ solution: BoundedLeastSquares.Solution) {
    steps += solution.steps
    iterations += solution.iterations
    residual = solution.residual
  }
}
