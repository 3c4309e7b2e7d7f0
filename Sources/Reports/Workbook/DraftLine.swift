import Analytics

/// A row of the draft, and where it stands in the trees.
struct DraftLine {
  let number: Int
  let cells: [Cell]
  let key: [Cell]
  let name: String
  /// The figure in use without its sign, 0 where there is none.
  let size: Double
  /// The unit and those above it, the highest first.
  let units: [String]
  /// The subjects above its own, the highest first, and its own.
  let subjects: [String]
  /// Whether it is part of a row above it, and not added.
  var isDetail = false

  /// Whether it stands for lines that are not shown.
  var isRest: Bool { number == .max }
  /// Of which unit and subject it is.
  var lineKey: [Cell] { Array(key.prefix(2)) }
  /// Whether it is of all kinds and projects.
  var isWhole: Bool { key[2] == .blank && key[3] == .blank }

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

  /// - Parameter cells: Those of the table's row, and the figure in use.
  init(_ cells: [Cell], number: Int, _ places: Places, _ panel: Panel) {
    self.number = number
    self.cells = cells
    key = places.key.map { $0.map { cells[$0] } ?? .blank }
    let texts = key.map(\.spelling)
    let named = places.names.compactMap { $0.map { cells[$0].spelling } }
    name = named.first { !$0.isEmpty } ?? texts[1]
    if case .number(let figure)? = cells.last {
      size = figure.magnitude.doubleValue
    } else {
      size = 0
    }
    units = path(texts[0], panel.units)
    subjects = path(texts[1], panel.subjects)
  }

  /// What a unit's other rows add up to.
  init(rest cells: [Cell], key: [Cell], name: String, units: [String]) {
    number = .max
    self.cells = cells
    self.key = key
    self.name = name
    self.units = units
    size = 0
    subjects = ["\u{10FFFD}"]  // after every code
  }

  /// The order of the trees: a unit's own lines before those of its parts.
  func precedes(_ other: DraftLine) -> Bool {
    if units != other.units { return units.precedes(other.units) }
    if subjects != other.subjects { return subjects.precedes(other.subjects) }
    return (key[2].spelling, key[3].spelling, number)
      < (other.key[2].spelling, other.key[3].spelling, other.number)
  }
}

/// A code and those above it, the highest first; none for a blank.
private func path(_ code: String, _ classification: Classification) -> [String] {
  guard !code.isEmpty else { return [] }
  guard let member = classification.codes.find(code) else { return [code] }
  return classification.tree.ancestors(of: member).reversed().map(classification.code) + [code]
}

extension [String] {
  /// In the order of their bytes, code by code.
  func precedes(_ other: [String]) -> Bool {
    lexicographicallyPrecedes(other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
