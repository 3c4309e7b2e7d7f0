import LinearAlgebra

/// The rows of one regression: what each line had become some places after each origin.
struct FiscalSample: Sendable {
  /// The places of its features among those of the task.
  let columns: [Int]
  /// By place, which is their order in the rows.
  private(set) var origins: [Origin] = []
  private(set) var rows: [Row] = []
  /// Features and changes, one row each; parts of a sample share it.
  private(set) var design: GridDesign

  struct Origin: Sendable {
    let place: Int
    /// Its rows, among those of the sample.
    let rows: Range<Int>
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

  init(columns: [Int]) {
    self.columns = columns
    design = GridDesign(columns: columns.count)
  }

  /// The rows of several panels, which must have the same features.
  init(joining samples: [FiscalSample]) {
    columns = samples.first?.columns ?? []
    design = GridDesign(joining: samples.map(\.design), columns: columns.count)
    for sample in samples { take(sample, sample.origins) }
  }

  /// Adds the lines of a snapshot that have two values at its place and one at the target's.
  mutating func append(_ snapshot: FiscalSnapshot, outcome: (Int) -> Double?) {
    let first = rows.count
    var features = [Float](repeating: 0, count: columns.count)
    for (place, row) in snapshot.rows.enumerated() where row.observations >= 2 {
      guard let value = outcome(row.line) else { continue }
      let change = max(
        -Self.largestChange, min(Self.largestChange, (value - row.anchor) / row.scale))
      let onGrid = GridDesign.onGrid(change)
      rows.append(
        Row(line: row.line, change: onGrid, scale: row.scale, volatility: row.volatility))
      let all = snapshot.features(place)
      for (place, column) in columns.enumerated() {
        features[place] = all[all.startIndex + column]
      }
      design.append(features[...], response: Float(onGrid))
    }
    if rows.count > first {
      origins.append(Origin(place: snapshot.place, rows: first..<rows.count))
    }
  }

  /// The origins that a test holds for.
  func origins(where holds: (Int) -> Bool) -> FiscalSample {
    var result = FiscalSample(columns: columns)
    result.take(self, origins.filter { holds($0.place) })
    result.design = design.rows(in: origins.filter { holds($0.place) }.map(\.rows))
    return result
  }

  /// The rows that a test of line and place holds for.
  func filter(_ holds: (Int, Int) -> Bool) -> FiscalSample {
    var result = FiscalSample(columns: columns)
    for origin in origins {
      let first = result.rows.count
      for place in origin.rows where holds(rows[place].line, origin.place) {
        result.rows.append(rows[place])
        result.design.append(design.row(place)[...], response: Float(rows[place].change))
      }
      guard result.rows.count > first else { continue }
      result.origins.append(Origin(place: origin.place, rows: first..<result.rows.count))
    }
    return result
  }

  /// Takes over rows, and leaves the design to the caller.
  private mutating func take(_ other: FiscalSample, _ taken: [Origin]) {
    for origin in taken {
      let first = rows.count
      rows += other.rows[origin.rows]
      origins.append(Origin(place: origin.place, rows: first..<rows.count))
    }
  }
}
