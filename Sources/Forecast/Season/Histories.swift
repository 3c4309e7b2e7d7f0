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
    let first = panel.years.first.flatMap { panel.plane(stage, $0) }
    let ofStage = first.map { $0..<($0 + panel.years.count) } ?? 0..<0
    reserve(panel, ofStage)
    for line in panel.lines.indices {
      for plane in panel.planes(of: line).clamped(to: ofStage) {
        guard let money = panel[line, plane].money else { continue }
        let place = plane - ofStage.lowerBound
        places.append(Int32(place))
        values.append(Double(money.cents))
        origin = max(origin ?? place, place)
      }
      starts.append(places.count)
    }
  }

  /// Room for all cells that may have a value, and no more.
  private mutating func reserve(_ panel: Panel, _ planes: Range<Int>) {
    let cells = panel.lines.indices.reduce(0) {
      $0 + panel.planes(of: $1).clamped(to: planes).count
    }
    starts.reserveCapacity(panel.lines.count + 1)
    places.reserveCapacity(cells)
    values.reserveCapacity(cells)
  }

  public var lineCount: Int { starts.count - 1 }

  /// A line's observations up to and including a place.
  ///
  /// - Parameter first: Nothing before this place is taken.
  public func past(_ line: Int, since first: Int = 0, upTo place: Int) -> Past {
    var (start, end) = (starts[line], starts[line + 1])
    while end > start && Int(places[end - 1]) > place { end -= 1 }
    while start < end && Int(places[start]) < first { start += 1 }
    let range = start..<end
    return Past(places: places[range], values: values[range])
  }

  /// A line's value at a place, or nil.
  public func value(_ line: Int, at place: Int) -> Double? {
    for index in starts[line]..<starts[line + 1] where Int(places[index]) == place {
      return values[index]
    }
    return nil
  }

  /// The places at which a line has a value, rising.
  func places(_ line: Int) -> ArraySlice<Int32> { places[starts[line]..<starts[line + 1]] }

  public func count(_ line: Int) -> Int { starts[line + 1] - starts[line] }

  /// The place of a line's last observation, or nil.
  public func lastPlace(_ line: Int) -> Int? {
    count(line) == 0 ? nil : Int(places[starts[line + 1] - 1])
  }
}
