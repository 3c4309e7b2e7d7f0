/// What each of a few methods forecast for one line, or nil; in place, because every line has them
/// at every past origin.
struct MethodForecasts: ExpressibleByArrayLiteral, Sendable {
  /// Not a number for none.
  private var values = [7 of Double](repeating: .nan)
  private(set) var count = 0

  init() {}

  init(arrayLiteral forecasts: Double?...) {
    for forecast in forecasts { append(forecast) }
  }

  mutating func append(_ forecast: Double?) {
    precondition(count < values.count, "more than \(values.count) methods")
    values[count] = forecast ?? .nan
    count += 1
  }

  subscript(method: Int) -> Double? {
    get { values[method].isNaN ? nil : values[method] }
    set { values[method] = newValue ?? .nan }
  }

  /// Whether every method has one.
  var isWhole: Bool { (0..<count).allSatisfy { !values[$0].isNaN } }
}
