/// The theta method in closed form for a grid of constants, run along one series (Assimakopoulos
/// and Nikolopoulos 2000, International Journal of Forecasting 16, 521–530; as exponential smoothing
/// with drift: Hyndman and Billah 2003, ibid. 19, 287–290).
///
/// The forecast is ℓₜ(α) + *c* *Bₜ* (*k* − 1 + (1 − (1 − α)ᵗ) / α) with the level ℓ of simple
/// exponential smoothing and the least squares slope *B*; α and *c* are the pair with the least
/// squared one-step errors so far. These are quadratic in *c*, so three running sums per α do.
struct ThetaGrid {
  private static let alphas = SIMD8(0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 1)
  private static let parts = [0, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1]

  private var count = 0.0
  private var first = 0.0
  /// Σ(*y* − first) and Σ*t*(*y* − first).
  private var sum = 0.0
  private var moment = 0.0
  private var slope = 0.0
  private var levels = SIMD8<Double>.zero
  /// (1 − (1 − α)ᵗ) / α = Σ (1 − α)ʲ over *j* < *t*.
  private var reach = SIMD8<Double>.zero
  /// Σ*e*², Σ*eb* and Σ*b*²: *e* without slope, *b* what the slope adds.
  private var squares = SIMD8<Double>.zero
  private var products = SIMD8<Double>.zero
  private var slopeSquares = SIMD8<Double>.zero

  mutating func add(_ value: Double) {
    if count == 0 {
      first = value
      levels = SIMD8(repeating: value)
    } else {
      let errors = value - levels
      if count >= 2 {
        let added = slope * reach
        squares += errors * errors
        products += errors * added
        slopeSquares += added * added
      }
      levels += errors * Self.alphas
    }
    count += 1
    reach = reach * (1 - Self.alphas) + 1
    sum += value - first
    moment += count * (value - first)
    slope = leastSquaresSlope
  }

  private var leastSquaresSlope: Double {
    guard count > 1 else { return 0 }
    let centred = moment - sum * (count + 1) / 2
    return centred / (count * (count * count - 1) / 12)
  }

  /// The forecasts 1 … `horizons` values ahead of the last one.
  func forecasts(_ horizons: Int) -> [Double] {
    let (lane, part) = best
    let drift = part * slope
    return (0..<horizons).map { levels[lane] + drift * (Double($0) + reach[lane]) }
  }

  /// The α and *c* with the least squared errors, the first of several.
  private var best: (lane: Int, part: Double) {
    var least = Double.infinity
    var result = (lane: 0, part: 0.0)
    for part in Self.parts {
      let errors = squares - 2 * part * products + part * part * slopeSquares
      let smallest = errors.min()
      guard smallest < least else { continue }
      least = smallest
      result = (errors.indices.first { errors[$0] == smallest }!, part)
    }
    return result
  }
}
