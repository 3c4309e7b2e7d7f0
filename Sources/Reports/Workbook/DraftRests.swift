import Analytics

/// For each unit one row that sums up the lines that a sheet has no room for.
struct DraftRests {
  let lines: [DraftLine]

  init(
    _ omitted: [DraftLine], _ columns: [Column], in table: String, _ context: WorkbookContext
  ) {
    var byUnit: [[String]: [DraftLine]] = [:]
    for line in omitted { byUnit[line.units, default: []].append(line) }
    lines = byUnit.keys.sorted { $0.precedes($1) }.map { units in
      let rows = byUnit[units] ?? []
      // No row of the table has a number for a project.
      let key = [Cell.text(units.last ?? ""), .blank, .blank, .integer(rows.count)]
      let cells = columns.enumerated().map { place, column in
        if let part = DraftRows.key.firstIndex(of: column.name) { return key[part] }
        return column.kind == .amount ? DraftRests.sum(rows.map { $0.cells[place] }) : Cell.blank
      }
      let name = WorkbookWording.rest(rows.count, in: "\(table).csv")[context.language]
      return DraftLine(rest: cells, key: key, name: name, units: units)
    }
  }

  private static func sum(_ cells: [Cell]) -> Cell {
    let numbers = cells.compactMap { cell -> PrintedNumber? in
      if case .number(let number) = cell { number } else { nil }
    }
    return numbers.isEmpty ? .blank : Cell(PrintedNumber.sum(numbers))
  }
}
