import Analytics

/// The rows of a sheet in the order of a tree: what sums up stands above what it sums.
struct Outline: Sendable {
  struct Row: Sendable {
    enum Rank: Hashable, Sendable { case total, heading, unit, group, line, detail }

    /// The entry of tables whose rows it shows, such as its node; nil for a heading or a group that
    /// no table has.
    let entry: Int?
    let rank: Rank
    /// The texts of the label columns; the last is indented.
    let labels: [String]
    /// 0 at the top.
    let depth: Int
    /// The rows that add up to this one.
    var children: [Int] = []
    /// Whether every child has a row of its own; where not, sums are the table's.
    var hasAllChildren = true
    /// The row of which shares are taken.
    var whole: Int?
  }

  var rows: [Row] = []
  /// What is left out for the size of the sheet.
  var omitted = 0

  var total: Int? { rows.firstIndex { $0.rank == .total } }
}
