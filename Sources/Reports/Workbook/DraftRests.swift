import Analytics

/// For each unit one row that sums up the lines that a sheet has no room for, and one for all units
/// that have no row at all.
struct DraftRests {
  /// By unit, in the order of the trees; that of several units last.
  let lines: [DraftLine]

  /// - Parameters:
  ///   - choice: What has no room in it.
  ///   - columns: Those of the draft, and the figure in use.
  ///   - first: The entry of the first line.
  init(
    _ choice: DraftChoice, _ columns: [Column], in table: String, from first: Int,
    _ context: WorkbookContext
  ) {
    let units = context.contents.nodes.panel.units
    let paths = choice.rests.keys.map { (unit: $0, path: DraftLine.path($0, units)) }
    let rests =
      paths.sorted { $0.path.precedes($1.path) }.map {
        (unit: Cell.text($0.unit), path: $0.path, rest: choice.rests[$0.unit]!)
      } + (choice.restOfUnits.map { [(unit: .blank, path: [], rest: $0)] } ?? [])
    lines = rests.enumerated().map { place, it in
      // No row of the table has a number for a project.
      let key = [it.unit, .blank, .blank, .integer(it.rest.count)]
      let name = WorkbookWording.rest(it.rest.count, in: "\(table).csv")[context.language]
      return DraftLine(
        rest: Self.cells(it.rest, key, columns), entry: first + place, key: key, name: name,
        units: it.path)
    }
  }

  private static func cells(_ rest: DraftRest, _ key: [Cell], _ columns: [Column]) -> [Cell] {
    var sums = rest.sums[...]
    return columns.map { column in
      if let part = DraftRows.key.firstIndex(of: column.name) { return key[part] }
      return column.kind == .amount ? sums.removeFirst() : .blank
    }
  }
}
