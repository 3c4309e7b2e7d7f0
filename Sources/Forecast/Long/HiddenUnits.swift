import LinearAlgebra

/// Rectified sums of features with fixed random weights, which let a linear regression bend (Huang,
/// Zhu and Siew 2006, Neurocomputing 70, 489–501).
///
/// A unit is max(0, *w*'*x* + *b*), at most 12. Weights are multiples of 2⁻⁶, so that on the grid
/// of features the sums are exact. They come from a congruential generator (Knuth 1997, Seminumerical
/// Algorithms, 3.3.4, table 1, line 26), the same in every run and release.
struct HiddenUnits {
  let count: Int
  private let inputs: Int
  /// Unit after unit.
  private let weights: [Double]
  private let offsets: [Double]

  private static let largest = 12.0

  /// The units over the 13 features of the long form.
  static let long = HiddenUnits(count: 32, inputs: 13)

  init(count: Int, inputs: Int) {
    self.count = count
    self.inputs = inputs
    var state: UInt64 = 1
    /// A multiple of 2⁻⁶, evenly within ±`limit` of them.
    func draw(_ limit: Int) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int((state >> 32) % UInt64(2 * limit + 1)) - limit) / 64
    }
    // A sum of 13 features of variance 1 has about variance 1.
    weights = (0..<count * inputs).map { _ in draw(31) }
    offsets = (0..<count).map { _ in draw(109) }
  }

  /// Adds one number a unit, on the grid of designs, to the features that the units sum.
  func append(to features: inout [Double], of inputs: Int) {
    precondition(inputs == self.inputs && features.count >= inputs, "\(inputs) inputs")
    for unit in 0..<count {
      var sum = offsets[unit]
      for input in 0..<inputs { sum += weights[unit * inputs + input] * features[input] }
      features.append(GridDesign.onGrid(max(0, min(Self.largest, sum))))
    }
  }
}
