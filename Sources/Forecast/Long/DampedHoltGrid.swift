/// Damped trends for a grid of smoothing constants, run along one series (Gardner and McKenzie
/// 1985, Management Science 31, 1237–1246).
///
/// Level ℓ and trend *b* follow *e* = *y* − ℓ − φ*b*: ℓ ← ℓ + φ*b* + α*e*, *b* ← φ*b* + αβ*e*. The
/// forecast is that of all constants, each with weight *S*⁻ⁿ, where *S* is its sum of squared
/// one-step errors over *n* values.
struct DampedHoltGrid {
  private static let alphas = [0.3, 0.5, 0.7, 0.9, 1]
  private static let betas = SIMD4(0.05, 0.2, 0.4, 0.7)
  private static let phis = [0.8, 0.9, 0.98]
  /// The trend begins as this part of the first change.
  private static let firstPart = 0.5

  /// By φ, then α; the lanes are the βs.
  private var levels: [SIMD4<Double>]
  private var trends: [SIMD4<Double>]
  private var squares: [SIMD4<Double>]
  private var count = 0
  private var last = 0.0

  init() {
    let zeros = [SIMD4<Double>](repeating: .zero, count: Self.phis.count * Self.alphas.count)
    levels = zeros
    trends = zeros
    squares = zeros
  }

  mutating func add(_ value: Double) {
    count += 1
    if count > 2 { smooth(value) } else { begin(value) }
    last = value
  }

  private mutating func begin(_ value: Double) {
    let trend = count == 1 ? 0 : Self.firstPart * (value - last)
    for place in levels.indices {
      levels[place] = SIMD4(repeating: value)
      trends[place] = SIMD4(repeating: trend)
      squares[place] = .zero
    }
  }

  private mutating func smooth(_ value: Double) {
    var place = 0
    for phi in Self.phis {
      for alpha in Self.alphas {
        let damped = trends[place] * phi
        let expected = levels[place] + damped
        let error = value - expected
        squares[place] += error * error
        levels[place] = expected + error * alpha
        trends[place] = damped + error * (Self.betas * alpha)
        place += 1
      }
    }
  }

  /// The forecasts 1 … `horizons` values ahead of the last one.
  func forecasts(_ horizons: Int) -> [Double] {
    let weights = self.weights
    var level = SIMD4<Double>.zero
    var trend = [Double](repeating: 0, count: Self.phis.count)
    for (part, _) in Self.phis.enumerated() {
      var sum = SIMD4<Double>.zero
      for place in part * Self.alphas.count..<(part + 1) * Self.alphas.count {
        level += weights[place] * levels[place]
        sum += weights[place] * trends[place]
      }
      trend[part] = sum.sum()
    }
    let base = level.sum()
    var powers = Self.phis
    var reach = [Double](repeating: 0, count: Self.phis.count)
    return (0..<horizons).map { _ in
      var forecast = base
      for part in powers.indices {
        reach[part] += powers[part]
        powers[part] *= Self.phis[part]
        forecast += trend[part] * reach[part]
      }
      return forecast
    }
  }

  /// (*S* least / *S*)ⁿ, so that they add up to 1.
  private var weights: [SIMD4<Double>] {
    let least = squares.reduce(Double.infinity) { min($0, $1.min()) }
    let one = SIMD4<Double>(repeating: 1)
    let relative = squares.map { sum in
      (SIMD4(repeating: least) / sum).replacing(with: one, where: sum .<= least)
    }
    var weights = relative.map { $0.power(count) }
    let total = weights.reduce(SIMD4<Double>.zero, +).sum()
    for place in weights.indices { weights[place] /= total }
    return weights
  }
}

extension SIMD4<Double> {
  /// A whole power by squaring, at least the first; the same bits everywhere.
  fileprivate func power(_ exponent: Int) -> Self {
    var (rest, square, result) = (exponent, self, Self(repeating: 1))
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
