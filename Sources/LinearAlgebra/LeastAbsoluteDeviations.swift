/// A linear relation with the least weighted sum of absolute residuals, drawn towards a prior.
///
/// Minimises Σ *wᵢ* |*yᵢ* − *xᵢ'β*| by iteratively reweighted least squares (Schlossmacher 1973,
/// Journal of the American Statistical Association 68, 857–859): each round solves the ridge
/// regression with weights *wᵢ* / max(|*eᵢ*|, δ). Every sum is exact and the small system is solved
/// in one fixed order, so that β is the same bits for any order of the rows, number of workers and
/// processor.
public struct LeastAbsoluteDeviations: Sendable {
  /// δ, the residual below which a row pulls no harder.
  public enum Threshold: Sendable {
    case fixed(Double)
    /// So many times the median absolute residual.
    case ofMedian(Double)
  }

  /// Where coefficients are drawn to, and how strongly.
  public struct Ridge: Sendable {
    /// One coefficient a column.
    public var prior: [Double]
    /// λ, in rows: so many rows of mean weight are added to the diagonal of the Gram matrix, in
    /// which each column is scaled to a root mean square of 1.
    public var strength: Double
    /// A column's own multiple of λ.
    public var multipliers: [Double]

    public init(prior: [Double], strength: Double, multipliers: [Double]? = nil) {
      self.prior = prior
      self.strength = strength
      self.multipliers = multipliers ?? Array(repeating: 1, count: prior.count)
    }

    /// No prior and hardly a penalty.
    public static func none(columns: Int) -> Ridge {
      Ridge(prior: Array(repeating: 0, count: columns), strength: 0)
    }
  }

  /// Where the iteration stands after a round. A fit to similar rows can go on from there.
  public struct State: Hashable, Sendable {
    /// One number a column, on a grid of 20 bits.
    public let coefficients: [Double]
    /// The root mean square of each column, by which the ridge is measured; nil for that of the
    /// rows that are fitted.
    fileprivate let scales: [Double]?

    public init(coefficients: [Double]) {
      self.init(coefficients, scales: nil)
    }

    fileprivate init(_ coefficients: [Double], scales: [Double]?) {
      self.coefficients = coefficients
      self.scales = scales
    }
  }

  /// One number a column, on a grid of 20 bits.
  public let coefficients: [Double]
  /// After each round; as many as systems were solved.
  public let states: [State]

  /// Coefficients are multiples of 2 to the minus this.
  static let coefficientBits = 20
  /// Rounds end when no standardised coefficient moves by more than this, a few grid steps.
  private static let tolerance = 2e-5
  /// Root weights above it would break the exactness of sums.
  static let largestRootWeight = 16.0
  /// Keeps a repeated feature solvable, as a part of the trace.
  private static let jitter = 1e-9

  /// - Parameters:
  ///   - weights: One number a row, above 0; only their ratios count.
  ///   - quantile: The part of the weight that is to lie below; ½ for the median. Residuals above
  ///     pull by it and those below by the rest (Koenker and Bassett 1978, Econometrica 46, 33–50).
  ///   - start: Its coefficients' residuals weigh the first round; by default rows weigh `weights`.
  ///   - rounds: The largest number of rounds.
  /// - Throws: `notPositiveDefinite` where the features are so badly conditioned that no digit is
  ///   left.
  /// - Complexity: O(rounds × rows × columns²).
  public init(
    _ design: GridDesign, weights: [Double], threshold: Threshold, ridge: Ridge,
    quantile: Double = 0.5, start: State? = nil, rounds limit: Int, _ workers: Workers = .one
  ) throws(LinearAlgebraError) {
    precondition(weights.count == design.rows, "\(weights.count) weights for \(design.rows) rows")
    precondition(0 < quantile && quantile < 1, "a quantile of \(quantile)")
    if case .fixed(let width) = threshold { precondition(width > 0, "a threshold of \(width)") }
    let relative = Self.relativeToMean(weights)
    var roots = Self.roots(relative)
    var current = start?.coefficients
    var scales = start?.scales
    var states: [State] = []
    while states.count < limit {
      if let current {
        let residuals = design.residuals(current, workers)
        roots = Self.roots(relative, residuals, Self.width(threshold, residuals), quantile)
      }
      let gram = design.weightedGram(roots, workers)
      let system = StandardisedSystem(gram, scales: scales)
      scales = system.scales
      let next = try system.solve(ridge, jitter: Self.jitter)
      let moved = zip(next, current ?? []).enumerated().map {
        abs($1.0 - $1.1) * system.scales[$0]
      }
      current = next
      states.append(State(next, scales: scales))
      if let most = moved.max(), most < Self.tolerance { break }
    }
    coefficients = current ?? ridge.prior
    self.states = states
  }

  /// The multiple of 2⁻²⁰ next to a coefficient, on which predictions are exact.
  public static func onGrid(_ coefficient: Double) -> Double {
    BinaryGrid(bits: coefficientBits).rounded(coefficient)
  }

  /// Weights over their mean, which is summed exactly on a grid.
  private static func relativeToMean(_ weights: [Double]) -> [Double] {
    let grid = 0x1p20
    let sum = weights.reduce(Int128(0)) { $0 + Int128(($1 * grid).rounded(.toNearestOrEven)) }
    let mean = Double(sum) / grid / Double(max(1, weights.count))
    return mean > 0 ? weights.map { $0 / mean } : weights
  }

  private static func width(_ threshold: Threshold, _ residuals: [Double]) -> Double {
    switch threshold {
    case .fixed(let width): width
    case .ofMedian(let part): max(part * (residuals.map { abs($0) }.median ?? 0), 0x1p-12)
    }
  }

  private static func roots(_ weights: [Double]) -> [Double] {
    weights.map { min($0.squareRoot(), largestRootWeight) }
  }

  /// √(*w* δ / max(|*e*|, δ)): of a row that is hit, the weight itself; times the pull of its side.
  private static func roots(
    _ weights: [Double], _ residuals: [Double], _ width: Double, _ quantile: Double
  ) -> [Double] {
    var result = weights
    for row in result.indices {
      let side = residuals[row] > 0 ? 2 * quantile : 2 * (1 - quantile)
      let pull = side * width / max(abs(residuals[row]), width)
      result[row] = min((weights[row] * pull).squareRoot(), largestRootWeight)
    }
    return result
  }
}

/// Normal equations with columns of root mean square 1.
struct StandardisedSystem {
  private let gram: Matrix
  private let moments: [Double]
  /// The root mean square of each column.
  let scales: [Double]
  private let meanWeight: Double
  /// A feature that hardly ever differs from 0 is not blown up beyond this.
  private static let leastScale = 1e-4

  /// - Parameters:
  ///   - sums: Features, then root weights.
  ///   - scales: Those of an earlier round; by default they are taken from the sums.
  init(_ sums: ExactGram, scales: [Double]?) {
    let columns = sums.columns - 1
    gram = sums.result
    moments = Array(sums.moments.column(0))
    let weight = gram[columns, columns]
    meanWeight = sums.rows > 0 ? weight / Double(sums.rows) : 0
    self.scales =
      scales
      ?? (0..<columns).map { [gram] in
        max((gram[$0, $0] / max(weight, .leastNormalMagnitude)).squareRoot(), Self.leastScale)
      }
  }

  /// β = prior + (*A* + *R*)⁻¹ (*X'Wy* − *A* prior), rounded to the grid of coefficients.
  func solve(
    _ ridge: LeastAbsoluteDeviations.Ridge, jitter: Double
  ) throws(LinearAlgebraError) -> [Double] {
    let columns = scales.count
    var matrix = Matrix(rows: columns, columns: columns)
    var right = [Double](repeating: 0, count: columns)
    for i in 0..<columns {
      var sum = moments[i]
      for j in 0..<columns {
        sum -= gram[i, j] * ridge.prior[j]
        matrix[i, j] = gram[i, j] / (scales[i] * scales[j])
      }
      right[i] = sum / scales[i]
    }
    let trace = (0..<columns).reduce(0) { $0 + matrix[$1, $1] }
    for i in 0..<columns {
      matrix[i, i] += ridge.strength * ridge.multipliers[i] * meanWeight + jitter * trace
      if matrix[i, i] == 0 { matrix[i, i] = 1 }  // a feature that no row has stays at its prior
    }
    let step = try ReproducibleCholesky(matrix).solve(right)
    let grid = BinaryGrid(bits: LeastAbsoluteDeviations.coefficientBits)
    return (0..<columns).map { grid.rounded(ridge.prior[$0] + step[$0] / scales[$0]) }
  }
}
