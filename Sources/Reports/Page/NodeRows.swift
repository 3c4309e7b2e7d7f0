/// The rows that a table has for the nodes of a page, read in one pass.
struct NodeRows {
  private var byNode: [[Record]] = []
  /// The table's own columns; none where the run has no such table.
  private(set) var columns: [Column] = []

  /// - Parameter isWanted: Which rows of those nodes are kept.
  init(_ table: Table?, _ nodes: PageNodes, where isWanted: (Record) -> Bool = { _ in true }) {
    guard let table else { return }
    columns = table.columns
    let columnPlaces = Dictionary(
      uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, $0) })
    guard let level = columnPlaces["level"], let unit = columnPlaces["unit"],
      let subject = columnPlaces["subject"]
    else { return }
    var byNode = [[Record]](repeating: [], count: nodes.nodes.count)
    var last: (shared: [Cell], node: Int?) = ([], nil)
    table.forEachRow { row in
      // Rows of one node come one after the other, and mostly hand on one array.
      if row.shared.count <= subject || row.shared != last.shared {
        let key = PageNodes.Key(
          level: row[level].spelling, unit: row[unit].spelling, subject: row[subject].spelling)
        last = (row.shared, nodes.places[key])
      }
      guard let node = last.node else { return }
      let record = Record(columnPlaces, row)
      if isWanted(record) { byNode[node].append(record) }
    }
    self.byNode = byNode
  }

  var isEmpty: Bool { byNode.allSatisfy(\.isEmpty) }

  /// In the table's order.
  subscript(node: Int) -> [Record] { byNode.isEmpty ? [] : byNode[node] }

  func first(_ node: Int, where isWanted: (Record) -> Bool) -> Record? {
    self[node].first(where: isWanted)
  }
}
