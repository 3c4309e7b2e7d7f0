/// Damped trends for a grid of smoothing constants, run along one series (Gardner and McKenzie
/// 1985, Management Science 31, 1237–1246).
///
/// Level ℓ and trend *b* follow *e* = *y* − ℓ − φ*b*: ℓ ← ℓ + φ*b* + α*e*, *b* ← φ*b* + αβ*e*. The
/// forecast is that of all constants, each with weight *S*⁻ⁿ, where *S* is its sum of squared
/// one-step errors over *n* values.
struct DampedHoltGrid {
  private static let alphas: [2 of Double] = [0.6, 1]
  private static let betas = SIMD4(0.05, 0.2, 0.4, 0.7)
  private static let phis: [2 of Double] = [0.5, 1]
  /// The trend begins as this part of the first change.
  private static let firstPart = 0.5

  /// By φ, then α; the lanes are the βs.
  private var levels = Lanes(repeating: .zero)
  private var trends = Lanes(repeating: .zero)
  private var squares = Lanes(repeating: .zero)
  private var count = 0
  private var last = 0.0

  private typealias Lanes = [4 of SIMD4<Double>]

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
    for place in levels.indices {
      let alpha = Self.alphas[place % Self.alphas.count]
      let damped = trends[place] * Self.phis[place / Self.alphas.count]
      let expected = levels[place] + damped
      let error = value - expected
      squares[place] += error * error
      levels[place] = expected + error * alpha
      trends[place] = damped + error * (Self.betas * alpha)
    }
  }

  /// The forecasts 1 … `horizons` values ahead of the last one.
  func forecasts(_ horizons: Int) -> [Double] {
    let weights = self.weights
    var level = SIMD4<Double>.zero
    var trend: [2 of SIMD4<Double>] = [.zero, .zero]
    for place in levels.indices {
      level += weights[place] * levels[place]
      trend[place / Self.alphas.count] += weights[place] * trends[place]
    }
    let base = level.sum()
    var power = Self.phis
    var reach: [2 of Double] = [0, 0]
    return (0..<horizons).map { _ in
      var forecast = base
      for part in power.indices {
        reach[part] += power[part]
        power[part] *= Self.phis[part]
        forecast += trend[part].sum() * reach[part]
      }
      return forecast
    }
  }

  /// (*S* least / *S*)ⁿ, over their sum.
  private var weights: Lanes {
    var least = Double.infinity
    for place in squares.indices { least = min(least, squares[place].min()) }
    var weights = Lanes(repeating: .zero)
    var total = SIMD4<Double>.zero
    for place in squares.indices {
      let sums = squares[place]
      let relative = (SIMD4(repeating: least) / sums).replacing(with: 1, where: sums .<= least)
      weights[place] = relative.power(count)
      total += weights[place]
    }
    let sum = total.sum()
    for place in weights.indices { weights[place] /= sum }
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
