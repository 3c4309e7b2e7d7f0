/// A hierarchy with rules put on its lines and nodes; rules about lines that are no node become
/// sets that cross the families.
struct RuledHierarchy {
  let hierarchy: Hierarchy
  var lineLower: [Double]
  var lineUpper: [Double]
  var nodeLower: [Double]
  var nodeUpper: [Double]
  /// The rules with the line or node that each is on; a rule about nothing that is forecast is on
  /// none.
  private(set) var seats: [Seat?] = []

  enum Seat: Hashable {
    case line(Int)
    case node(Int)
  }

  /// - Parameters:
  ///   - lines: The place in the table of nodes of each line.
  ///   - places: That of each node of the hierarchy.
  ///   - floors: What lines must not fall below.
  init(
    _ hierarchy: Hierarchy, lines: [Int], places: [Int], floors: [Double], _ rules: [SumRule]
  ) {
    let lineNumbers = PlaceNumbers(rules.isEmpty ? [] : lines)
    let nodeNumbers = PlaceNumbers(rules.isEmpty ? [] : places)
    var sets: [[Int32]] = []
    seats = rules.map { rule -> Seat? in
      switch rule.members {
      case .node(let place):
        return lineNumbers[place].map(Seat.line) ?? nodeNumbers[place].map(Seat.node)
      case .lines(let members):
        let set = members.compactMap { lineNumbers[$0].map(Int32.init) }
        guard !set.isEmpty else { return nil }
        sets.append(set)
        return .node(hierarchy.nodeCount + sets.count - 1)
      }
    }
    self.hierarchy = sets.isEmpty ? hierarchy : hierarchy.adding(sets: sets)
    lineLower = floors
    lineUpper = floors.map { _ in .infinity }
    nodeLower = Array(repeating: -.infinity, count: self.hierarchy.nodeCount)
    nodeUpper = Array(repeating: .infinity, count: self.hierarchy.nodeCount)
    for (rule, seat) in zip(rules, seats) { put(rule, seat) }
  }

  private mutating func put(_ rule: SumRule, _ seat: Seat?) {
    switch seat {
    case .line(let line):
      lineLower[line] = max(lineLower[line], rule.lower)
      lineUpper[line] = min(lineUpper[line], rule.upper)
    case .node(let node):
      nodeLower[node] = max(nodeLower[node], rule.lower)
      nodeUpper[node] = min(nodeUpper[node], rule.upper)
    case nil: break
    }
  }
}

/// The numbers that places of a table have in a hierarchy.
private struct PlaceNumbers {
  private var numbers: [Int32]

  init(_ places: [Int]) {
    numbers = Array(repeating: -1, count: (places.max() ?? -1) + 1)
    for (number, place) in places.enumerated() { numbers[place] = Int32(number) }
  }

  subscript(place: Int) -> Int? {
    guard place < numbers.count, numbers[place] >= 0 else { return nil }
    return Int(numbers[place])
  }
}
