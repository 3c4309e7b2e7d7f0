/// The rows that a table has for the nodes of a page.
struct NodeRows {
  private var byNode: [[Record]] = []
  /// The table's own columns; none where the run has no such table.
  private(set) var columns: [Column] = []

  /// - Parameters:
  ///   - table: One whose entries are nodes.
  ///   - isWanted: Which rows of those nodes are kept.
  init(_ table: Table?, _ nodes: PageNodes, where isWanted: (Record) -> Bool = { _ in true }) {
    guard let table else { return }
    columns = table.columns
    let places = table.columnPlaces
    byNode = nodes.nodes.map { node in
      var records: [Record] = []
      table.forEachRow(of: node.place) { row in
        let record = Record(places, row)
        if isWanted(record) { records.append(record) }
      }
      return records
    }
  }

  var isEmpty: Bool { byNode.allSatisfy(\.isEmpty) }

  /// In the table's order.
  subscript(node: Int) -> [Record] { byNode.isEmpty ? [] : byNode[node] }

  func first(_ node: Int, where isWanted: (Record) -> Bool) -> Record? {
    self[node].first(where: isWanted)
  }
}
