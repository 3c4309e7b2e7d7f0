import LinearAlgebra

/// Rectified sums of features with fixed random weights, which let a linear regression bend (Huang,
/// Zhu and Siew 2006, Neurocomputing 70, 489–501).
///
/// A unit is max(0, *w*'*x* + *b*), at most 12. Weights are multiples of 2⁻⁶, so that on the grid
/// of features the sums are exact. They come from a congruential generator (Knuth 1997, Seminumerical
/// Algorithms, 3.3.4, table 1, line 26), the same in every run and release.
struct HiddenUnits {
  private let inputs: Int
  /// Eight units a vector; for each vector, one weight an input.
  private let weights: [SIMD8<Double>]
  private let offsets: [SIMD8<Double>]

  private static let largest = SIMD8<Double>(repeating: 12)

  /// The units over the 13 features of the long form.
  static let long = HiddenUnits(count: 128, inputs: 13)

  /// - Parameter count: A multiple of 8.
  init(count: Int, inputs: Int) {
    precondition(count % 8 == 0, "\(count) units")
    self.inputs = inputs
    var state: UInt64 = 1
    /// Multiples of 2⁻⁶, evenly within ±`limit` of them.
    func draw(_ limit: Int) -> SIMD8<Double> {
      var numbers = SIMD8<Double>.zero
      for lane in numbers.indices {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        numbers[lane] = Double(Int((state >> 32) % UInt64(2 * limit + 1)) - limit) / 64
      }
      return numbers
    }
    // A sum of 13 features of variance 1 has about variance 1.
    weights = (0..<count / 8 * inputs).map { _ in draw(31) }
    offsets = (0..<count / 8).map { _ in draw(109) }
  }

  var count: Int { 8 * offsets.count }

  /// Adds one number a unit, on the grid of designs, to the features that the units sum.
  ///
  /// - Precondition: As many features as inputs.
  func append(to features: inout [Double]) {
    precondition(features.count == inputs, "\(features.count) features for \(inputs) inputs")
    for (place, offset) in offsets.enumerated() {
      var sum = offset
      for input in 0..<inputs { sum += weights[place * inputs + input] * features[input] }
      sum.clamp(lowerBound: .zero, upperBound: Self.largest)
      let units = GridDesign.onGrid(sum)
      for lane in units.indices { features.append(units[lane]) }
    }
  }
}
