/// Histories of any lengths whose future is learned from each other's past, one after the other in
/// memory.
public struct LongPanel: Sendable {
  /// Where each series begins in `values`; one more entry than series.
  private let starts: [Int]
  private let values: [Double]

  /// What lies further back says nothing about the years to come.
  static let longest = 48

  /// - Parameter histories: Each without gaps, oldest first, of any scale; the last 48 values count.
  public init(_ histories: [[Double]]) {
    var starts = [0]
    var values: [Double] = []
    for history in histories {
      precondition(history.allSatisfy(\.isFinite), "a value that is not finite")
      values += history.suffix(Self.longest)
      starts.append(values.count)
    }
    self.starts = starts
    self.values = values
  }

  /// The series of several panels, one panel after the other.
  public init(joining panels: [LongPanel]) {
    var starts = [0]
    var values: [Double] = []
    for panel in panels {
      starts += panel.starts.dropFirst().map { $0 + values.count }
      values += panel.values
    }
    self.starts = starts
    self.values = values
  }

  public var count: Int { starts.count - 1 }

  /// A series' values, oldest first; the indices are not those of the series.
  subscript(series: Int) -> ArraySlice<Double> { values[starts[series]..<starts[series + 1]] }

  /// The panel as it was so many values ago.
  ///
  /// - Precondition: 0 or more; a series that is shorter is empty then.
  public func holdingBack(_ points: Int) -> LongPanel {
    LongPanel((0..<count).map { Array(self[$0].dropLast(points)) })
  }
}
