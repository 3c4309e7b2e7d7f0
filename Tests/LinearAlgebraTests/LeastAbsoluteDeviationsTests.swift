import LinearAlgebra
import Testing

@Suite("Least absolute deviations")
struct LeastAbsoluteDeviationsTests {
  typealias Fit = LeastAbsoluteDeviations

  private func design(_ rows: [(x: [Double], y: Double)]) -> GridDesign {
    var design = GridDesign(columns: rows[0].x.count)
    for row in rows { design.append(row.x, response: row.y) }
    return design
  }

  private func fit(
    _ design: GridDesign, weights: [Double]? = nil, ridge: Fit.Ridge? = nil,
    workers: Workers = .one
  ) throws -> [Double] {
    try Fit(
      design, weights: weights ?? Array(repeating: 1, count: design.rows), threshold: .fixed(0.01),
      ridge: ridge ?? .none(columns: design.columns), rounds: 60, workers
    ).coefficients
  }

  /// Rows of y = 0.5 x₁ − 0.25 x₂ with noise, a tenth of them far out.
  private func noisy(_ count: Int, seed: UInt64) -> [(x: [Double], y: Double)] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let x = (0..<2).map { _ in Double.random(in: -3...3, using: &generator) }
      let noise = Double.random(in: -0.1...0.1, using: &generator)
      let far = Int.random(in: 0..<10, using: &generator) == 0 ? 3.0 : 0
      return (x, 0.5 * x[0] - 0.25 * x[1] + noise + far)
    }
  }

  @Test("of a constant are the median, whatever the outlier")
  func median() throws {
    let rows = [1.0, 2, 3, 4, 1000].map { (x: [1.0], y: $0) }
    #expect(abs(try fit(design(rows))[0] - 3) < 0.01)
  }

  @Test("weigh rows: three rows at 2 outvote two at 1")
  func weights() throws {
    let rows = [(x: [1.0], y: 1.0), (x: [1.0], y: 2.0)]
    #expect(abs(try fit(design(rows), weights: [2, 3])[0] - 2) < 0.02)
  }

  @Test("of a constant are any other quantile", arguments: [(0.1, 10.0), (0.25, 25), (0.9, 90)])
  func quantile(probability: Double, expected: Double) throws {
    let rows = design((1...99).map { (x: [1.0], y: Double($0)) })
    let found = try Fit(
      rows, weights: Array(repeating: 1, count: 99), threshold: .fixed(0.01),
      ridge: .none(columns: 1), quantile: probability, start: .init(coefficients: [50]),
      rounds: 200)
    #expect(abs(found.coefficients[0] - expected) < 1)
  }

  @Test("go through the points that lie on a line and past the one that does not")
  func line() throws {
    let rows = [(0.0, 1.0), (1, 3), (2, 5), (3, 7), (4, -20)].map { (x: [1, $0.0], y: $0.1) }
    let found = try fit(design(rows))
    #expect(abs(found[0] - 1) < 0.01 && abs(found[1] - 2) < 0.01)
  }

  @Test("stay at the prior where the penalty is large, and leave it where there is none")
  func prior() throws {
    let rows = design(noisy(400, seed: 3))
    let strong = Fit.Ridge(prior: [0.125, 0.125], strength: 1e9)
    #expect(try fit(rows, ridge: strong) == [0.125, 0.125])
    let weak = Fit.Ridge(prior: [0.125, 0.125], strength: 0)
    let found = try fit(rows, ridge: weak)
    #expect(abs(found[0] - 0.5) < 0.02 && abs(found[1] + 0.25) < 0.02)
  }

  @Test("leave a feature that no row has at its prior")
  func absent() throws {
    let rows = design(noisy(400, seed: 3).map { (x: $0.x + [0], y: $0.y) })
    #expect(try fit(rows, ridge: Fit.Ridge(prior: [0, 0, 0.75], strength: 0))[2] == 0.75)
  }

  @Test("are the same bits for shuffled rows and any number of workers", arguments: [1, 2, 3, 7])
  func reproducible(workers: Int) throws {
    var rows = noisy(9000, seed: 5)
    let expected = try fit(design(rows))
    var generator = SplitMix64(seed: 8)
    rows.shuffle(using: &generator)
    #expect(try fit(design(rows), workers: Workers(workers)) == expected)
  }

  @Test("go on from a state as if they had never stopped")
  func state() throws {
    let rows = design(noisy(700, seed: 4))
    let weights = Array(repeating: 1.0, count: 700)
    func fit(start: Fit.State? = nil, rounds: Int) throws -> Fit {
      try Fit(
        rows, weights: weights, threshold: .fixed(0.01), ridge: .none(columns: 2), start: start,
        rounds: rounds)
    }
    let whole = try fit(rounds: 6)
    let rest = try fit(start: whole.states[3], rounds: 2)
    #expect(whole.states.count == 6)
    #expect(rest.states == Array(whole.states[4...]))
    #expect(rest.coefficients == whole.coefficients)
  }

  @Test("have no less error than any other point of a lattice around them")
  func optimal() throws {
    let rows = noisy(600, seed: 11)
    let found = try fit(design(rows))
    func loss(_ b: [Double]) -> Double {
      rows.reduce(0) { $0 + abs($1.y - b[0] * $1.x[0] - b[1] * $1.x[1]) }
    }
    for i in -5...5 {
      for j in -5...5 {
        let other = [found[0] + 0.02 * Double(i), found[1] + 0.02 * Double(j)]
        #expect(loss(found) <= loss(other) + 0.05)
      }
    }
  }
}

@Suite("A design on the grid")
struct GridDesignTests {
  @Test("rounds to multiples of 2⁻¹², and predicts exactly on them")
  func predictions() {
    var design = GridDesign(columns: 2)
    design.append([0.5, 0.1], response: 2)
    design.append([-3, 0.25], response: -1)
    #expect(design.predictions([2, 4]) == [1.400390625, -5.0])
    #expect(design.residuals([2, 4]) == [0.599609375, 4.0])
    #expect(design.responses == [2.0, -1.0])
  }

  @Test("holds any number of rows")
  func blocks() {
    var design = GridDesign(columns: 1)
    for row in 0..<5000 { design.append([Double(row % 64)], response: 0) }
    #expect(design.rows == 5000)
    #expect(design.predictions([1]) == (0..<5000).map { Double($0 % 64) })
  }
}

@Suite("Parts of a design")
struct GridDesignPartTests {
  /// Rows (n, 1) with the response 2 n, over three blocks.
  private let whole: GridDesign = {
    var design = GridDesign(columns: 2)
    for row in 0..<5000 { design.append([Double(row) / 8, 1], response: Double(row) / 4) }
    return design
  }()

  @Test("have the rows of their ranges, in that order")
  func rows() {
    let part = whole.rows(in: [4000..<4300, 100..<2500])
    #expect(part.rows == 2700)
    #expect(part.responses == (Array(4000..<4300) + Array(100..<2500)).map { Double($0) / 4 })
    #expect(part.row(300) == [12.5, 1])
    #expect(part.rows(in: [299..<301]).responses == [4299 / 4.0, 25])
  }

  @Test("fit what a design of these rows alone fits")
  func fits() throws {
    var alone = GridDesign(columns: 2)
    for row in Array(0..<1000) + Array(2040..<2060) {
      alone.append(whole.row(row)[...], response: Float(row) / 4)
    }
    let part = whole.rows(in: [0..<1000, 2040..<2060])
    func fit(_ design: GridDesign) throws -> LeastAbsoluteDeviations {
      try LeastAbsoluteDeviations(
        design, weights: (0..<1020).map { 1 + Double($0 % 7) }, threshold: .fixed(0.01),
        ridge: .init(prior: [0.5, 0.25], strength: 30), rounds: 4)
    }
    #expect(try fit(part).states == (try fit(alone).states))
  }

  @Test("leave the whole as it is when rows are added to them")
  func separate() {
    var part = whole.rows(in: [0..<10])
    part.append([7, 7], response: 7)
    #expect(part.row(10) == [7, 7])
    #expect(whole.row(10) == [1.25, 1])
    #expect(whole.rows == 5000)
  }
}

@Suite("Products on grids")
struct GridProductTests {
  @Test("are those of adding one after the other", arguments: [0, 1, 7, 8, 9, 142])
  func exact(count: Int) {
    var generator = SplitMix64(seed: UInt64(count))
    func draws(_ limit: Double, _ onGrid: (Double) -> Double) -> [Double] {
      (0..<count).map { _ in onGrid(Double.random(in: -limit...limit, using: &generator)) }
    }
    let a = draws(12) { GridDesign.onGrid($0) }
    let b = draws(2) { LeastAbsoluteDeviations.onGrid($0) }
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += x * y }
    #expect(gridProduct(a, b) == sum)
  }

  @Test("round eight numbers as they round one")
  func eight() {
    let values: SIMD8<Double> = [0.1, -0.1, 3, 1.000_122, 11.9999, 0x1p-13, 0x3p-13, -2.5]
    let rounded: SIMD8<Double> = GridDesign.onGrid(values)
    for lane in values.indices {
      let one: Double = GridDesign.onGrid(values[lane])
      #expect(rounded[lane] == one)
    }
  }
}

@Suite("Order statistics")
struct OrderStatisticsTests {
  @Test("are those of sorting", arguments: [1, 2, 3, 10, 501])
  func sorted(count: Int) {
    var generator = SplitMix64(seed: UInt64(count))
    let values = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &generator)) }
    #expect(values.indices.map { values.ordered(at: $0) } == values.sorted())
  }

  @Test("halve the two in the middle")
  func median() {
    #expect([4.0, 1, 3, 2].median == 2.5)
    #expect([3.0, 1, 2].median == 2)
    #expect([Double]().median == nil)
  }
}
