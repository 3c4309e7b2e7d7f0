import Analytics

/// Puts lines under their units and subjects.
struct DraftOutline {
  private let context: WorkbookContext
  private var lines: [DraftLine] = []
  private var outline = Outline()
  /// The row of each unit, and of each subject under a unit.
  private var groups: [[String]: Int] = [:]
  /// The row of the line whose details come next.
  private var lastLine: Int?

  init(_ context: WorkbookContext) { self.context = context }

  mutating func add(_ line: DraftLine) { lines.append(line) }

  mutating func sortedOutline() -> Outline {
    outline.rows = [
      Outline.Row(
        entry: nil, rank: .total, labels: ["", "", "", "", context(WorkbookWording.total)], depth: 0
      )
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
    if line.isDetail, let above = lastLine { parent = above }
    let labels = line.key.map { if case .integer = $0 { "" } else { $0.spelling } }
    let kind = CodeWording.words(labels[2], of: "kind")?[context.language] ?? labels[2]
    let row = Outline.Row(
      entry: line.entry, rank: line.isDetail ? .detail : line.isRest ? .group : .line,
      labels: [labels[0], labels[1], kind, labels[3], line.name],
      depth: outline.rows[parent].depth + 1)
    guard line.isDetail else {
      lastLine = outline.rows.count
      return append(row, under: parent)
    }
    outline.rows.append(row)
  }

  private mutating func group(
    _ path: [String], under parent: Int, _ rank: Outline.Row.Rank, _ codes: [String],
    _ name: String
  ) -> Int {
    if let known = groups[path] { return known }
    let row = Outline.Row(
      entry: nil, rank: rank, labels: codes + ["", "", name], depth: outline.rows[parent].depth + 1)
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
