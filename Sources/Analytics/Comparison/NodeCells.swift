/// What lines add up to: a cell per node and plane, a node's planes one after the other.
struct NodeCells: Sendable {
  private let planeCount: Int
  /// `Accounts.absent` where there is no value.
  private var sums: [Int64]
  /// Whether a cell without a value has nothing appropriated; else it is not published.
  private var isNothing: [Bool]

  /// - Parameter above: The nodes that each line adds up to.
  init(_ panel: Panel, _ nodes: [NodeTable.Node], _ above: [[Int]]) {
    planeCount = panel.planeCount
    sums = Array(repeating: Accounts.absent, count: nodes.count * planeCount)
    isNothing = Array(repeating: false, count: nodes.count * planeCount)
    for line in panel.lines.indices {
      for plane in 0..<planeCount { add(panel[line, plane], line, plane, above[line]) }
    }
    unpublishUnknown(panel, nodes, above)
    unpublishHidden(panel, above)
  }

  subscript(node: Int, plane: Int) -> PanelCell {
    let place = node * planeCount + plane
    if sums[place] != Accounts.absent { return .amount(Money(cents: sums[place])) }
    return isNothing[place] ? .noAppropriation : .notPublished
  }

  private mutating func add(_ cell: PanelCell, _ line: Int, _ plane: Int, _ above: [Int]) {
    switch cell {
    case .amount(let money):
      sums[line * planeCount + plane] = money.cents
      for node in above {
        let place = node * planeCount + plane
        sums[place] = sums[place] == Accounts.absent ? money.cents : sums[place] + money.cents
      }
    case .noAppropriation:
      isNothing[line * planeCount + plane] = true
      for node in above { isNothing[node * planeCount + plane] = true }
    case .notPublished: break
    }
  }

  /// What a unit has beside its parts is unknown, not nothing, where a rest of it is.
  private mutating func unpublishUnknown(
    _ panel: Panel, _ nodes: [NodeTable.Node], _ above: [[Int]]
  ) {
    for line in panel.lines.indices where panel.isRest(line) {
      let rests = above[line].filter { panel.unitWithParts(nodes[$0].unit) != nodes[$0].unit }
      for plane in 0..<planeCount where panel[line, plane] == .notPublished {
        for node in rests { isNothing[node * planeCount + plane] = false }
      }
    }
  }

  /// A sum that lacks a part which is inside a rest elsewhere is not the node's amount: it is not
  /// published.
  private mutating func unpublishHidden(_ panel: Panel, _ above: [[Int]]) {
    guard panel.hasEnclosed else { return }
    for line in panel.lines.indices {
      for plane in 0..<planeCount where panel[line, plane] == .notPublished {
        let rests = panel.restsCovering(line, plane: plane)
        guard !rests.isEmpty else { continue }
        for node in above[line] where !rests.contains(where: { above[$0].contains(node) }) {
          sums[node * planeCount + plane] = Accounts.absent
          isNothing[node * planeCount + plane] = false
        }
      }
    }
  }
}
