import LinearAlgebra

/// The rows of one regression: what each line had become some places after each origin.
struct FiscalSample: Sendable {
  /// The places of its features among those of the task.
  let columns: [Int]
  /// By place of origin.
  private(set) var origins: [Origin] = []

  /// The rows of one origin.
  struct Origin: Sendable {
    let place: Int
    fileprivate(set) var rows: [Row] = []
    /// Features and changes, one row each.
    fileprivate(set) var design: GridDesign
  }

  struct Row: Sendable {
    let line: Int
    /// (Value − anchor) / scale, from −3 to 3, on the grid.
    let change: Double
    let scale: Double
    let volatility: Double
  }

  /// Beyond so many scales a change is a mistake or another line.
  private static let largestChange = 3.0

  init(columns: [Int]) { self.columns = columns }

  private init(columns: [Int], origins: [Origin]) {
    self.columns = columns
    self.origins = origins
  }

  /// The origins of several panels, which must have the same features.
  init(joining samples: [FiscalSample]) {
    columns = samples.first?.columns ?? []
    origins = samples.flatMap(\.origins)
  }

  /// Adds the lines of a snapshot that have two values at its place and one at the target's.
  mutating func append(_ snapshot: FiscalSnapshot, outcome: (Int) -> Double?) {
    var origin = Origin(place: snapshot.place, design: GridDesign(columns: columns.count))
    for (place, row) in snapshot.rows.enumerated() where row.observations >= 2 {
      guard let value = outcome(row.line) else { continue }
      let change = max(
        -Self.largestChange, min(Self.largestChange, (value - row.anchor) / row.scale))
      let onGrid = GridDesign.onGrid(change)
      origin.rows.append(
        Row(line: row.line, change: onGrid, scale: row.scale, volatility: row.volatility))
      let features = snapshot.features(place)
      origin.design.append(
        columns.map { features[features.startIndex + $0] }[...], response: Float(onGrid))
    }
    if !origin.rows.isEmpty { origins.append(origin) }
  }

  var rowCount: Int { origins.reduce(0) { $0 + $1.rows.count } }

  /// All rows, in the order of the design.
  var design: GridDesign { GridDesign(joining: origins.map(\.design), columns: columns.count) }

  /// The origins that a test holds for.
  func origins(where holds: (Int) -> Bool) -> FiscalSample {
    FiscalSample(columns: columns, origins: origins.filter { holds($0.place) })
  }

  /// The rows that a test of line and place holds for.
  func filter(_ holds: (Int, Int) -> Bool) -> FiscalSample {
    let kept = origins.map { origin in
      var result = Origin(place: origin.place, design: GridDesign(columns: columns.count))
      for (place, row) in origin.rows.enumerated() where holds(row.line, origin.place) {
        result.rows.append(row)
        result.design.append(origin.design.row(place)[...], response: Float(row.change))
      }
      return result
    }
    return FiscalSample(columns: columns, origins: kept.filter { !$0.rows.isEmpty })
  }
}
