/// Which rules each line is under. Equal lists of rules have one number, so that a million lines are
/// told apart without a list for each.
struct RuleReach {
  /// The numbers of three lists: of rules on the nodes of the first family above a line, on those of
  /// the second, and on the line itself or on sets that it is in.
  struct Lists: Hashable {
    var row: Int32 = 0
    var column: Int32 = 0
    var own: Int32 = 0
  }

  private struct Longer: Hashable {
    let list: Int32
    let rule: Int
  }

  private let hierarchy: Hierarchy
  /// By number; the first is empty.
  private var rulesOfList: [[Int]] = [[]]
  private var numbers: [Longer: Int32] = [:]
  private var ofNodes: [Int32] = []
  private var ofLines: [Int32]

  init(_ ruled: RuledHierarchy) {
    hierarchy = ruled.hierarchy
    ofLines = Array(repeating: 0, count: hierarchy.lineCount)
    var rulesOfNode: [Int: [Int]] = [:]
    for (rule, seat) in ruled.seats.enumerated() {
      switch seat {
      case .node(let node):
        rulesOfNode[node, default: []].append(rule)
        for line in hierarchy.members(ofSet: node) { put(rule, onLine: Int(line)) }
      case .line(let line): put(rule, onLine: line)
      case nil: break
      }
    }
    ofNodes = Array(repeating: 0, count: hierarchy.nodeCount)
    for node in ofNodes.indices.reversed() {
      let parent = Int(hierarchy.parents[node])
      let above = parent >= 0 ? ofNodes[parent] : 0
      ofNodes[node] = (rulesOfNode[node] ?? []).reduce(above) { longer($0, $1) }
    }
  }

  private mutating func put(_ rule: Int, onLine line: Int) {
    ofLines[line] = longer(ofLines[line], rule)
  }

  private mutating func longer(_ list: Int32, _ rule: Int) -> Int32 {
    let key = Longer(list: list, rule: rule)
    if let number = numbers[key] { return number }
    let number = Int32(rulesOfList.count)
    numbers[key] = number
    rulesOfList.append(rulesOfList[Int(list)] + [rule])
    return number
  }

  func lists(about line: Int) -> Lists {
    let (row, column) = (Int(hierarchy.rows[line]), Int(hierarchy.columns[line]))
    return Lists(
      row: row >= 0 ? ofNodes[row] : 0, column: column >= 0 ? ofNodes[column] : 0,
      own: ofLines[line])
  }

  /// The rules of some lists, each once.
  func rules(_ lists: Lists) -> [Int] {
    [lists.row, lists.column, lists.own].flatMap { rulesOfList[Int($0)] }
  }
}
