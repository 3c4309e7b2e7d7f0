import Analytics

/// The rows of `forecast/draft` in the order of the trees, and an outline over them.
struct DraftRows {
  /// The columns that find a row.
  static let key = ["unit", "subject", "kind", "project"]

  let outline: Outline
  /// The rows that have room, and for each unit one row that sums up its others.
  let table: Table

  init(_ table: Table, _ context: WorkbookContext) {
    let all = DraftRows.sorted(table, context.contents.nodes.panel)
    let kept = DraftRows.largest(all, table, limit: context.limits.outlineRows)
    let rests = RestRows(all.filter { !kept.contains($0.number) }, table, context)
    var builder = DraftOutline(context)
    for line in all where kept.contains(line.number) { builder.add(line) }
    for rest in rests.lines { builder.add(rest) }
    outline = builder.sortedOutline()
    self.table = Table(
      name: table.name, title: table.title, columns: table.columns, key: table.key,
      rows: all.filter { kept.contains($0.number) }.map(\.cells) + rests.lines.map(\.cells))
  }

  private static func sorted(_ table: Table, _ panel: Panel) -> [DraftLine] {
    var lines: [DraftLine] = []
    let places = DraftLine.Places(table)
    table.forEachRow { row in
      lines.append(DraftLine(row.cells, number: lines.count, places, panel))
    }
    return lines
  }

  /// The numbers of the rows with the largest drafts.
  private static func largest(_ lines: [DraftLine], _ table: Table, limit: Int) -> Set<Int> {
    guard lines.count > limit, let place = table.columns.firstIndex(where: { $0.name == "draft" })
    else { return Set(lines.indices) }
    let sizes = lines.map { line -> (number: Int, size: Double) in
      guard case .number(let amount) = line.cells[place] else { return (line.number, 0) }
      return (line.number, amount.magnitude.doubleValue)
    }
    let order = sizes.sorted { ($1.size, $0.number) < ($0.size, $1.number) }
    return Set(order.prefix(limit).map(\.number))
  }
}

/// A row of the draft, and where it stands in the trees.
struct DraftLine {
  let number: Int
  let cells: [Cell]
  let key: [Cell]
  let name: String
  /// The unit and those above it, the highest first.
  let units: [String]
  /// The subjects above its own, the highest first, and its own.
  let subjects: [String]

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

  init(_ cells: [Cell], number: Int, _ places: Places, _ panel: Panel) {
    self.number = number
    self.cells = cells
    key = places.key.map { $0.map { cells[$0] } ?? .blank }
    let texts = key.map(\.spelling)
    let named = places.names.compactMap { $0.map { cells[$0].spelling } }
    name = named.first { !$0.isEmpty } ?? texts[1]
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
  fileprivate func precedes(_ other: [String]) -> Bool {
    lexicographicallyPrecedes(other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// For each unit one row that sums up the rows that a sheet has no room for.
private struct RestRows {
  let lines: [DraftLine]

  init(_ omitted: [DraftLine], _ table: Table, _ context: WorkbookContext) {
    var byUnit: [[String]: [DraftLine]] = [:]
    for line in omitted { byUnit[line.units, default: []].append(line) }
    lines = byUnit.keys.sorted { $0.precedes($1) }.map { units in
      let rows = byUnit[units] ?? []
      let cells = table.columns.indices.map { place in
        table.columns[place].kind == .amount
          ? RestRows.sum(rows.map { $0.cells[place] }) : Cell.blank
      }
      // No row of the table has a number for a project.
      let key: [Cell] = [.blank, .blank, .blank, .integer(rows.count)]
      var keyed = cells
      for (name, cell) in zip(DraftRows.key, key) {
        if let place = table.columns.firstIndex(where: { $0.name == name }) { keyed[place] = cell }
      }
      if let place = table.columns.firstIndex(where: { $0.name == "unit" }) {
        keyed[place] = .text(units.last ?? "")
      }
      let name = WorkbookWording.rest(rows.count, in: "\(table.name).csv")[context.language]
      return DraftLine(
        rest: keyed, key: [.text(units.last ?? "")] + key.dropFirst(), name: name, units: units)
    }
  }

  private static func sum(_ cells: [Cell]) -> Cell {
    let numbers = cells.compactMap { cell -> PrintedNumber? in
      if case .number(let number) = cell { number } else { nil }
    }
    return numbers.isEmpty ? .blank : Cell(PrintedNumber.sum(numbers))
  }
}

/// Puts lines under their units and subjects.
private struct DraftOutline {
  private let context: WorkbookContext
  private var lines: [DraftLine] = []
  private var outline = Outline()
  /// The row of each unit, and of each subject under a unit.
  private var groups: [[String]: Int] = [:]

  init(_ context: WorkbookContext) { self.context = context }

  mutating func add(_ line: DraftLine) { lines.append(line) }

  mutating func sortedOutline() -> Outline {
    outline.rows = [
      Outline.Row(
        key: [], rank: .total, labels: ["", "", "", "", context(WorkbookWording.total)], depth: 0)
    ]
    for line in lines.sorted(by: { $0.precedes($1) }) { place(line) }
    return outline
  }

  private mutating func place(_ line: DraftLine) {
    var parent = 0
    var path: [String] = []
    let panel = context.contents.nodes.panel
    for unit in line.units {
      path.append("u\(unit)")
      parent = group(path, under: parent, .unit, [unit, ""], name(unit, panel.units))
    }
    for subject in line.subjects.dropLast() {
      path.append("s\(subject)")
      let unit = line.units.last ?? ""
      parent = group(path, under: parent, .group, [unit, subject], name(subject, panel.subjects))
    }
    let labels = line.key.map { if case .integer = $0 { "" } else { $0.spelling } }
    let kind = WorkbookWording.word(labels[2])?[context.language] ?? labels[2]
    let row = Outline.Row(
      key: line.key, rank: .line, labels: [labels[0], labels[1], kind, labels[3], line.name],
      depth: outline.rows[parent].depth + 1)
    append(row, under: parent)
  }

  private mutating func group(
    _ path: [String], under parent: Int, _ rank: Outline.Row.Rank, _ codes: [String],
    _ name: String
  ) -> Int {
    if let known = groups[path] { return known }
    let row = Outline.Row(
      key: [], rank: rank, labels: codes + ["", "", name], depth: outline.rows[parent].depth + 1)
    append(row, under: parent)
    groups[path] = outline.rows.count - 1
    return outline.rows.count - 1
  }

  private mutating func append(_ row: Outline.Row, under parent: Int) {
    outline.rows[parent].children.append(outline.rows.count)
    outline.rows.append(row)
  }

  private func name(_ code: String, _ classification: Classification) -> String {
    let name = classification.codes.find(code).map(classification.name) ?? ""
    return name.isEmpty ? code : name
  }
}
