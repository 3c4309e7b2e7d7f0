import Analytics

/// What is known of lines beforehand, added up: sums are forecast from their own histories, which
/// know nothing of growth that is decided, of projects that end, and of people to come.
struct KnownSumChanges {
  /// By place in the table of nodes; empty where nothing is known.
  private var changes: [Double] = []

  init(_ nodes: NodeTable, _ lines: [LineForecast]) {
    for line in lines where line.knownChange != 0 {
      if changes.isEmpty { changes = Array(repeating: 0, count: nodes.nodes.count) }
      for node in nodes.above(line.node) { changes[node] += line.knownChange }
    }
  }

  /// In hundredths of the currency unit.
  subscript(node: Int) -> Double { changes.isEmpty ? 0 : changes[node] }
}
