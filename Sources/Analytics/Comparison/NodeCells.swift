/// What lines add up to: a cell per node and plane, a node's planes one after the other.
struct NodeCells: Sendable {
  /// The planes in which some line of a node, or its unit, has anything.
  private var runs = PlaneRuns()
  /// By place of the runs; `Accounts.absent` where there is no value.
  private var sums: [Int64]
  /// By place of the runs: whether a cell without a value has nothing appropriated; else it is not
  /// published.
  private var isNothing: [Bool]

  /// - Parameter above: The nodes that each line adds up to.
  init(_ panel: Panel, _ nodes: [NodeTable.Node], _ above: [[Int]]) {
    for planes in NodeCells.stretches(panel, nodes.count, above) { runs.append(planes) }
    sums = Array(repeating: Accounts.absent, count: runs.placeCount)
    isNothing = Array(repeating: false, count: runs.placeCount)
    for line in panel.lines.indices {
      for plane in panel.planes(of: line) { add(panel[line, plane], line, plane, above[line]) }
    }
    unpublishUnknown(panel, nodes, above)
    unpublishHidden(panel, above)
  }

  subscript(node: Int, plane: Int) -> PanelCell {
    guard let place = runs.place(node, plane) else { return .notPublished }
    if sums[place] != Accounts.absent { return .amount(Money(cents: sums[place])) }
    return isNothing[place] ? .noAppropriation : .notPublished
  }

  private static func stretches(_ panel: Panel, _ count: Int, _ above: [[Int]]) -> [Range<Int>] {
    var stretches = [Range<Int>](repeating: 0..<0, count: count)
    for line in panel.lines.indices {
      let planes = panel.planes(of: line)
      stretches[line] = planes
      for node in above[line] { stretches[node] = stretches[node].union(planes) }
    }
    return stretches
  }

  private mutating func add(_ cell: PanelCell, _ line: Int, _ plane: Int, _ above: [Int]) {
    switch cell {
    case .amount(let money):
      sums[runs.place(line, plane)!] = money.cents
      for node in above {
        let place = runs.place(node, plane)!
        sums[place] = sums[place] == Accounts.absent ? money.cents : sums[place] + money.cents
      }
    case .noAppropriation:
      isNothing[runs.place(line, plane)!] = true
      for node in above { isNothing[runs.place(node, plane)!] = true }
    case .notPublished: break
    }
  }

  /// What a unit has beside its parts is unknown, not nothing, where a rest of it is.
  private mutating func unpublishUnknown(
    _ panel: Panel, _ nodes: [NodeTable.Node], _ above: [[Int]]
  ) {
    for line in panel.lines.indices where panel.isRest(line) {
      let rests = above[line].filter { panel.unitWithParts(nodes[$0].unit) != nodes[$0].unit }
      for plane in 0..<panel.planeCount where panel[line, plane] == .notPublished {
        for node in rests {
          if let place = runs.place(node, plane) { isNothing[place] = false }
        }
      }
    }
  }

  /// A sum that lacks a part which is inside a rest elsewhere is not the node's amount: it is not
  /// published.
  private mutating func unpublishHidden(_ panel: Panel, _ above: [[Int]]) {
    guard panel.hasEnclosed else { return }
    for line in panel.lines.indices {
      for plane in 0..<panel.planeCount where panel[line, plane] == .notPublished {
        let rests = panel.restsCovering(line, plane: plane)
        guard !rests.isEmpty else { continue }
        for node in above[line] where !rests.contains(where: { above[$0].contains(node) }) {
          guard let place = runs.place(node, plane) else { continue }
          sums[place] = Accounts.absent
          isNothing[place] = false
        }
      }
    }
  }
}
