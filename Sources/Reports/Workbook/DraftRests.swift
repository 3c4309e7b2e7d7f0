import Analytics

/// For each unit one row that sums up the lines that a sheet has no room for.
struct DraftRests {
  /// By unit, in the order of the trees.
  let lines: [DraftLine]

  /// - Parameters:
  ///   - rests: By the unit's code.
  ///   - columns: Those of the draft, and the figure in use.
  ///   - first: The entry of the first line.
  init(
    _ rests: [String: DraftRest], _ columns: [Column], in table: String, from first: Int,
    _ context: WorkbookContext
  ) {
    let units = context.contents.nodes.panel.units
    let paths = rests.keys.map { (unit: $0, path: DraftLine.path($0, units)) }
    lines = paths.sorted { $0.path.precedes($1.path) }.enumerated().map { place, it in
      let rest = rests[it.unit]!
      // No row of the table has a number for a project.
      let key = [Cell.text(it.unit), .blank, .blank, .integer(rest.count)]
      var sums = rest.sums[...]
      let cells = columns.map { column -> Cell in
        if let part = DraftRows.key.firstIndex(of: column.name) { return key[part] }
        return column.kind == .amount ? sums.removeFirst() : .blank
      }
      let name = WorkbookWording.rest(rest.count, in: "\(table).csv")[context.language]
      return DraftLine(rest: cells, entry: first + place, key: key, name: name, units: it.path)
    }
  }
}
