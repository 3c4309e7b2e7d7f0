import LinearAlgebra

/// The rows of one regression: what each line had become some places after each origin.
struct FiscalSample: Sendable {
  let columns: Int
  private(set) var rows: [Row] = []
  private var features: [Float] = []

  struct Row: Sendable {
    let line: Int
    let origin: Int
    /// (Value − anchor) / scale, from −3 to 3.
    let change: Double
    let scale: Double
    let volatility: Double
  }

  /// Beyond so many scales a change is a mistake or another line.
  private static let largestChange = 3.0

  init(columns: Int) { self.columns = columns }

  /// Adds the lines of a snapshot that have two values at its place and one at the target's.
  mutating func append(_ snapshot: FiscalSnapshot, outcome: (Int) -> Double?) {
    for (place, row) in snapshot.rows.enumerated() where row.observations >= 2 {
      guard let value = outcome(row.line) else { continue }
      let change = (value - row.anchor) / row.scale
      rows.append(
        Row(
          line: row.line, origin: snapshot.place,
          change: GridDesign.onGrid(max(-Self.largestChange, min(Self.largestChange, change))),
          scale: row.scale, volatility: row.volatility))
      features += snapshot.features(place)
    }
  }

  /// The rows that a test holds for.
  func filter(_ holds: (Row) -> Bool) -> FiscalSample {
    var result = FiscalSample(columns: columns)
    for (place, row) in rows.enumerated() where holds(row) {
      result.rows.append(row)
      result.features += features(place)
    }
    return result
  }

  func features(_ row: Int) -> ArraySlice<Float> {
    features[row * columns..<(row + 1) * columns]
  }

  /// The places of origin, rising.
  var origins: [Int] { Set(rows.map(\.origin)).sorted() }

  var design: GridDesign {
    var design = GridDesign(columns: columns)
    for place in rows.indices {
      design.append(features(place).lazy.map(Double.init), response: rows[place].change)
    }
    return design
  }
}
