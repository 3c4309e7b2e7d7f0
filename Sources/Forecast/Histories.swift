import Analytics

/// The observations of every line at one stage, one after the other in memory.
///
/// A line's history has no gap and no NaN: places without a value are not in it. Amounts are in
/// hundredths of the currency unit.
public struct Histories: Sendable {
  public let stage: Stage
  public let calendar: PanelCalendar
  /// Where each line's observations begin; one more entry than lines.
  private var starts: [Int] = [0]
  private var places: [Int32] = []
  private var values: [Double] = []
  /// The last place at which any line has a value, or nil.
  public private(set) var origin: Int?

  public init(_ panel: Panel, _ stage: Stage) {
    self.stage = stage
    calendar = PanelCalendar(panel)
    let planes = panel.years.map { panel.plane(stage, $0) }
    for line in panel.lines.indices {
      for (place, plane) in planes.enumerated() {
        guard let plane, let money = panel[line, plane].money else { continue }
        places.append(Int32(place))
        values.append(Double(money.cents))
        origin = max(origin ?? place, place)
      }
      starts.append(places.count)
    }
  }

  public var lineCount: Int { starts.count - 1 }

  /// A line's observations up to and including a place.
  public func past(_ line: Int, upTo place: Int) -> Past {
    var end = starts[line + 1]
    while end > starts[line] && Int(places[end - 1]) > place { end -= 1 }
    let range = starts[line]..<end
    return Past(places: places[range], values: values[range])
  }

  /// A line's value at a place, or nil.
  public func value(_ line: Int, at place: Int) -> Double? {
    for index in starts[line]..<starts[line + 1] where Int(places[index]) == place {
      return values[index]
    }
    return nil
  }

  public func count(_ line: Int) -> Int { starts[line + 1] - starts[line] }

  /// The place of a line's last observation, or nil.
  public func lastPlace(_ line: Int) -> Int? {
    count(line) == 0 ? nil : Int(places[starts[line + 1] - 1])
  }
}

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
