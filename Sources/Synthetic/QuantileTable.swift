/// A distribution, by its quantiles; between two of them it is uniform.
///
/// All in integers: no logarithm and no exponential, so that every machine draws the same.
struct QuantileTable: Sendable {
  /// Probabilities in ten thousandths, rising from 0 to 10,000.
  let probabilities: [Int]
  let values: [Int]

  /// - Parameter points: Probabilities in ten thousandths, and their quantiles. Below the first
  ///   and above the last the distribution is cut.
  init(_ points: [(probability: Int, value: Int)]) {
    precondition(!points.isEmpty, "a distribution without quantiles")
    let ends =
      [(0, points.first!.value)] + points.map { ($0.probability, $0.value) }
      + [(10_000, points.last!.value)]
    let distinct = ends.indices.filter { $0 == 0 || ends[$0].0 > ends[$0 - 1].0 }
    probabilities = distinct.map { ends[$0].0 }
    values = distinct.map { ends[$0].1 }
  }

  /// A value between two probabilities in ten thousandths.
  func draw(_ random: inout SplitMix64, from low: Int = 0, to high: Int = 10_000) -> Int {
    let fraction = Int(random.next() >> 44)  // 20 bits
    return value(at: (low << 20) + fraction * (high - low))
  }

  /// - Parameter probability: In ten thousandths, times 2²⁰.
  private func value(at probability: Int) -> Int {
    var upper = 1
    while upper < probabilities.count - 1 && probabilities[upper] << 20 <= probability {
      upper += 1
    }
    let (p, q) = (probabilities[upper - 1] << 20, probabilities[upper] << 20)
    let (a, b) = (values[upper - 1], values[upper])
    return a + (b - a) * ((probability - p) >> 10) / ((q - p) >> 10)
  }
}
