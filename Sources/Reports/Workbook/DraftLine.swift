import Analytics

/// A row of the draft, and where it stands in the trees.
struct DraftLine {
  /// In the order of the draft's table.
  let entry: Int
  let cells: [Cell]
  let key: [Cell]
  let name: String
  /// The unit and those above it, the highest first.
  let units: [String]
  /// The subjects above its own, the highest first, and its own.
  let subjects: [String]
  /// Whether it is part of a row above it, and not added.
  let isDetail: Bool
  /// Whether it stands for lines that are not shown.
  let isRest: Bool

  /// Where a draft's table has what a line needs; nil for a column that it does not have.
  struct Places {
    let key: [Int?]
    let names: [Int?]

    init(_ table: Table) {
      func find(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }
      key = DraftRows.key.map(find)
      names = ["project_name", "subject_name"].map(find)
    }
  }

  /// A row of the table, with the figure in use behind its cells.
  init(_ it: DraftChoice.Candidate, entry: Int, _ places: Places, _ panel: Panel) {
    self.entry = entry
    isDetail = it.isDetail
    isRest = false
    cells = it.row.cells + [it.figure]
    key = places.key.map { $0.map { it.row[$0] } ?? .blank }
    let texts = key.map(\.spelling)
    let named = places.names.compactMap { $0.map { it.row[$0].spelling } }
    name = named.first { !$0.isEmpty } ?? texts[1]
    units = DraftLine.path(texts[0], panel.units)
    subjects = DraftLine.path(texts[1], panel.subjects)
  }

  /// What other rows add up to.
  ///
  /// - Parameter units: None for rows of several units.
  init(rest cells: [Cell], entry: Int, key: [Cell], name: String, units: [String]) {
    self.entry = entry
    self.cells = cells
    self.key = key
    self.name = name
    self.units = units
    subjects = ["\u{10FFFD}"]  // after every code
    isDetail = false
    isRest = true
  }

  /// Whether it stands for lines of several units.
  private var isOfUnits: Bool { isRest && units.isEmpty }

  /// The order of the trees: a unit's own lines before those of its parts.
  func precedes(_ other: DraftLine) -> Bool {
    if isOfUnits != other.isOfUnits { return other.isOfUnits }
    if units != other.units { return units.precedes(other.units) }
    if subjects != other.subjects { return subjects.precedes(other.subjects) }
    return (key[2].spelling, key[3].spelling, entry)
      < (other.key[2].spelling, other.key[3].spelling, other.entry)
  }

  /// A code and those above it, the highest first; none for a blank.
  static func path(_ code: String, _ classification: Classification) -> [String] {
    guard !code.isEmpty else { return [] }
    guard let member = classification.codes.find(code) else { return [code] }
    return classification.tree.ancestors(of: member).reversed().map(classification.code) + [code]
  }
}

extension [String] {
  /// In the order of their bytes, code by code.
  func precedes(_ other: [String]) -> Bool {
    lexicographicallyPrecedes(other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
