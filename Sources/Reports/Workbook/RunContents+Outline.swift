extension RunContents {
  /// The run with those rows alone, in its tables of nodes, that an outline shows; read once, so
  /// that each sheet need not walk through millions.
  func restricted(to outline: Outline) -> RunContents {
    let keys = Set(outline.rows.map(\.key).filter { !$0.isEmpty })
    return RunContents(
      dataset: dataset, nodes: nodes, projection: projection,
      tables: tables.map { $0.restricted(to: keys) })
  }
}

extension Table {
  /// The table with those of its rows whose node is wanted; itself, if it is not one of nodes.
  fileprivate func restricted(to keys: Set<[Cell]>) -> Table {
    let places = Outline.nodeKey.compactMap { name in columns.firstIndex { $0.name == name } }
    guard places.count == Outline.nodeKey.count else { return self }
    var rows: [Row] = []
    var lead: (cells: [Cell], isWanted: Bool) = ([], false)
    forEachRow { row in
      let isNew = row.shared != lead.cells || places.contains { $0 >= row.shared.count }
      if isNew { lead = (row.shared, keys.contains(places.map { row[$0] })) }
      if lead.isWanted { rows.append(row) }
    }
    return Table(name: name, title: title, columns: columns, key: key) { [rows] body in
      for row in rows { try body(row) }
    }
  }
}
