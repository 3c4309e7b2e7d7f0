import Analytics

/// What `assumptions` say of a line's growth in a year.
struct KnownGrowth: Hashable, Sendable {
  /// Σ share × growth over the kinds of which a growth is known, as a part of the whole line.
  let rate: Double
  /// The share of the line that these kinds make up, from 0 to 1.
  let covered: Double
}

/// Price and pay growth by line and year, from the rows of `assumptions`.
///
/// A row is for a line if its subject is the line's or one above it, or blank. Of several the one
/// with the lowest subject counts, then the one with the narrower kind. A row with a kind is for
/// that kind's share of the line alone, in the newest year that has the kinds of the line; a line
/// of which the accounts have no kinds takes only rows without one. Of rows of one year, subject
/// and kind the last holds: a scenario's stand after the dataset's.
struct GrowthAssumptions: Sendable {
  private let panel: Panel
  /// The rows of a year by subject, nil for all.
  private let byYear: [FiscalYear: [String?: [Assumption]]]
  private let shares: KindShares

  init(_ assumptions: [Assumption], _ accounts: Accounts, _ panel: Panel) {
    self.panel = panel
    byYear = Dictionary(grouping: Self.lastWords(assumptions)) { $0.year }.mapValues {
      Dictionary(grouping: $0, by: \.subject)
    }
    let needsKinds = assumptions.contains { $0.kind != nil }
    shares = KindShares(needsKinds ? accounts : Accounts(), panel)
  }

  private struct Key: Hashable {
    let year: FiscalYear
    let subject: String?
    let kind: SpendingKind?
  }

  /// Of the rows of each key the last, in the order of the first.
  private static func lastWords(_ rows: [Assumption]) -> [Assumption] {
    var places: [Key: Int] = [:]
    var kept: [Assumption] = []
    for row in rows {
      let key = Key(year: row.year, subject: row.subject, kind: row.kind)
      if let place = places[key] {
        kept[place] = row
      } else {
        places[key] = kept.count
        kept.append(row)
      }
    }
    return kept
  }

  /// Nil where nothing is known of the line and year.
  func growth(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> KnownGrowth? {
    let parts = parts(line, stage, year)
    guard !parts.isEmpty else { return nil }
    var (rate, covered) = (0.0, 0.0)
    for (row, share) in parts {
      rate += share * row.growth.doubleValue / 100
      covered += share
    }
    return KnownGrowth(rate: rate, covered: min(1, covered))
  }

  /// The rows that count, with the share of the line that each is for.
  func parts(
    _ line: Int, _ stage: Stage, _ year: FiscalYear
  ) -> [(row: Assumption, share: Double)] {
    let fitting = rows(line, year)
    guard !fitting.isEmpty else { return [] }
    return shares.of(line, stage).compactMap { part, share in
      Self.nearest(fitting, to: part).map { ($0, share) }
    }
  }

  /// The rows that tell of a line's growth in a year, whatever the kind.
  private func rows(_ line: Int, _ year: FiscalYear) -> [(row: Assumption, distance: Int)] {
    guard let rows = byYear[year] else { return [] }
    return (subjects(line) + [nil]).enumerated().flatMap { distance, subject in
      (rows[subject] ?? []).map { ($0, distance) }
    }
  }

  private static func nearest(
    _ rows: [(row: Assumption, distance: Int)], to part: KindShares.Part
  ) -> Assumption? {
    let fitting = rows.compactMap { row, subject in
      part.distance(to: row.kind).map { (row: row, subject: subject, kind: $0) }
    }
    return fitting.min { ($0.subject, $0.kind) < ($1.subject, $1.kind) }?.row
  }

  /// The codes of a line's subject and of those above it, the nearest first.
  private func subjects(_ line: Int) -> [String?] {
    let subject = panel.lines[line].subject
    guard subject != CellKey.all else { return [] }
    return ([subject] + panel.subjects.tree.ancestors(of: subject)).map(panel.subjects.code)
  }
}
