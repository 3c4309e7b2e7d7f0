// The trees: units, subjects, economic classes, projects.

extension TableLoader {
  func loadTree(
    _ table: TableName, _ dimension: Dimension, code column: String,
    into dataset: inout Dataset, _ errors: inout SourceErrors
  ) {
    guard tables[table] != nil else { return }
    let used = dataset.accounts.members(of: dimension)
    var lines: [Int32: Int] = [:]
    for row in rows(table) {
      guard let code = row[column] else { continue }
      let member = dataset.accounts[dimension].codes.intern(code)
      if let line = lines[member] {
        errors.append(
          row.error("'\(code)' stands in line \(line) already; keep one", column: column))
      }
      lines[member] = row.line
      if let from = row.year("from_year"), let to = row.year("to_year"), to < from {
        errors.append(row.error("\(to) is before from_year, \(from)", column: "to_year"))
      }
      if let name = row["name"] { dataset.accounts[dimension].setName(name, of: member) }
      if let role = row["role"] { dataset.roles[dimension, default: [:]][member] = role }
      if let variants = row["variants"] {
        dataset.variants[dimension, default: [:]][member] =
          variants.split(separator: "|").map { String($0).trimmed }
      }
    }
    placeParents(table, dimension, column, lines, into: &dataset, &errors)
    placeByCodeLengths(table, dimension, into: &dataset)
    let codes = dataset.accounts[dimension].codes
    let alike = AlikeCodes(lines.keys.map(codes.text))
    for member in used where lines[member] == nil && !codes.text(member).isEmpty {
      let code = codes.text(member)
      let meant = alike.first(like: code)
      let note = ReadingNote(
        .undeclaredCode(code, dimension, table, meant: meant), at: table.rawValue)
      dataset.notes.append(note.finding(dataset.language))
    }
  }

  private func placeParents(
    _ table: TableName, _ dimension: Dimension, _ column: String, _ lines: [Int32: Int],
    into dataset: inout Dataset, _ errors: inout SourceErrors
  ) {
    var members: [(row: TableRow, member: Int32)] = []
    let alike = AlikeCodes(lines.keys.map(dataset.accounts[dimension].codes.text))
    for row in rows(table) {
      guard let code = row[column], let parent = row["parent"] else { continue }
      let codes = dataset.accounts[dimension].codes
      guard let above = codes.find(parent), lines[above] != nil else {
        errors.append(
          row.error(
            "the parent '\(parent)' of '\(code)' has no row of its own in \(table.rawValue)"
              + (alike.first(like: parent).map { "; did you mean '\($0)'?" } ?? ""),
            column: "parent"))
        continue
      }
      let member = codes.find(code)!
      members.append((row, member))
      let named = dataset.accounts[dimension].tree.parent(of: member)
      if named != Tree.root && named != above {
        errors.append(
          row.error(
            "'\(code)' stands under '\(parent)' here and under '\(codes.text(named))' in the "
              + "accounts; a code has one parent in all tables", column: "parent"))
        continue
      }
      if !dataset.accounts[dimension].tree.place(member, under: above) {
        errors.append(
          row.error(Tree.circle(code, parent), column: "parent"))
      }
    }
    checkDepth(table, dataset.accounts[dimension].tree, members, &errors)
  }

  /// Refuses trees deeper than any classification is, and than recursion over them can go.
  private func checkDepth(
    _ table: TableName, _ tree: Tree, _ members: [(row: TableRow, member: Int32)],
    _ errors: inout SourceErrors
  ) {
    guard let (row, _) = members.first(where: { tree.isTooDeep($0.member) }) else { return }
    errors.append(row.error(Tree.tooDeep(under: row["parent"]!), column: "parent"))
  }

  /// Codes that the subjects table gives no parent find theirs by the lengths of the levels.
  private func placeByCodeLengths(
    _ table: TableName, _ dimension: Dimension, into dataset: inout Dataset
  ) {
    guard table == .subjects, let levels = options.subjectLevels else { return }
    placeByCodeLengths(levels, into: &dataset)
  }

  /// Codes that no table gives a parent find theirs by the lengths of the levels.
  func placeByCodeLengths(_ levels: [Int], into dataset: inout Dataset) {
    for code in dataset.accounts[.subject].codes.texts {
      let member = dataset.accounts[.subject].codes.intern(code)
      guard dataset.accounts[.subject].tree.parent(of: member) == Tree.root else { continue }
      for length in levels.sorted(by: >) where length < code.count {
        if let above = dataset.accounts[.subject].codes.find(String(code.prefix(length))) {
          _ = dataset.accounts[.subject].tree.place(member, under: above)
          break
        }
      }
    }
  }

  func loadUnitTypes(into dataset: inout Dataset) {
    for row in rows(.units) {
      guard let code = row["unit"], let type = row["type"] else { continue }
      dataset.unitTypes[dataset.accounts[.unit].codes.intern(code)] = type
    }
  }

  func loadProjects(into dataset: inout Dataset) {
    for row in rows(.projects) {
      guard let code = row["project"] else { continue }
      dataset.projects[dataset.accounts[.project].codes.intern(code)] = Project(
        unit: row["unit"], subject: row["subject"], type: row["type"],
        fromYear: row.year("from_year"), toYear: row.year("to_year"),
        total: row.money("total", in: dataset.amountUnit))
    }
  }
}

/// Codes of which one may be meant by another that differs in case and blanks alone.
private struct AlikeCodes {
  /// The first code in byte order, by what is compared.
  private let firsts: [String: String]

  init(_ codes: [String]) {
    firsts = Dictionary(codes.map { (Self.plain($0), $0) }) { min($0, $1) }
  }

  func first(like code: String) -> String? { firsts[Self.plain(code)] }

  private static func plain(_ code: String) -> String { code.lowercased().trimmed }
}
