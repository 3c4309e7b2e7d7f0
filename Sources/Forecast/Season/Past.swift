/// What is known of one line at an origin.
public struct Past: Sendable {
  /// Rising panel places.
  public let places: ArraySlice<Int32>
  /// As many values as places, in hundredths of the currency unit.
  public let values: ArraySlice<Double>

  public var count: Int { values.count }
  public var lastPlace: Int? { places.last.map(Int.init) }
  public var lastValue: Double? { values.last }
  public var isConstant: Bool { values.allSatisfy { $0 == values.first } }
  public var isZero: Bool { values.allSatisfy { $0 == 0 } }
  public var wasNegative: Bool { values.contains { $0 < 0 } }

  /// The usual size: the mean absolute value of the last four observations.
  public var scale: Double {
    let recent = values.suffix(4)
    guard !recent.isEmpty else { return 0 }
    return recent.reduce(0) { $0 + abs($1) } / Double(recent.count)
  }

  /// The mean absolute change of the last six observations.
  public var meanMove: Double {
    let recent = Array(values.suffix(6))
    guard recent.count > 1 else { return 0 }
    let moves = zip(recent, recent.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
    return moves / Double(recent.count - 1)
  }

  /// The mean change of the last six observations, per step.
  public var meanChange: Double {
    let recent = values.suffix(6)
    guard let first = recent.first, let last = recent.last, recent.count > 1 else { return 0 }
    return (last - first) / Double(recent.count - 1)
  }

  /// The least squares slope of the last six observations, per panel year.
  public var slope: Double {
    let count = Swift.min(6, values.count)
    guard count > 1 else { return 0 }
    let x = places.suffix(count).map(Double.init)
    let y = Array(values.suffix(count))
    let centre = x.reduce(0, +) / Double(count)
    let mean = y.reduce(0, +) / Double(count)
    let squares = x.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - centre) * ($1.1 - mean) }
    return products / squares
  }
}
