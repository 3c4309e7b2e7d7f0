/// The cells of the accounts along one dimension: what each total's parts are, and what stands
/// below a part that has no amount itself.
///
/// It is built once for all stages and years, from the cells up: a cell costs two look-ups, its
/// member's parent and its unit's. A key that no row has, but that cells stand below, is a node
/// too; the cells come first and keep their numbers.
struct PartForest {
  let dimension: Dimension
  private let accounts: Accounts
  private var index: CellIndex
  /// The key at the member above, and at the unit above; −1 for none.
  private var above: [Int32] = []
  private var unitAbove: [Int32] = []
  /// Whether a row gives the key, to its unit or a part of it.
  private var isGiven: [Bool] = []
  /// Below each node: members below its own, and parts of its unit.
  private var members = NumberLists()
  private var units = NumberLists()
  /// Below each cell: the nodes that should add up to it.
  private var parts = NumberLists()

  init(_ accounts: Accounts, along dimension: Dimension) {
    self.accounts = accounts
    self.dimension = dimension
    index = accounts.index
    grow()
    markGiven()
    link()
  }

  // MARK: Building

  /// Finds what every node stands below; new nodes come to the end and are looked at in turn.
  private mutating func grow() {
    let (tree, unitTree) = (accounts[dimension].tree, accounts[.unit].tree)
    var node = 0
    while node < index.count {
      let key = index.keys[node]
      var (above, unitAbove) = (-1, -1)
      if key[dimension] != CellKey.all {
        let parent = tree.parent(of: key[dimension])
        if parent != Tree.root { above = index.intern(key.with(dimension, parent)) }
        let unit = unitTree.parent(of: key.unit)
        if dimension != .unit && unit != Tree.root {
          unitAbove = index.intern(key.with(.unit, unit))
        }
      }
      self.above.append(Int32(above))
      self.unitAbove.append(Int32(unitAbove))
      node += 1
    }
  }

  private mutating func markGiven() {
    isGiven = index.keys.indices.map { $0 < accounts.cellCount }
    for cell in 0..<accounts.cellCount {
      var unit = Int(unitAbove[cell])
      while unit >= 0 && !isGiven[unit] {
        isGiven[unit] = true
        unit = Int(unitAbove[unit])
      }
    }
  }

  private mutating func link() {
    let count = accounts[dimension].codes.count
    let ranks = accounts[dimension].tree.siblingRanks(count)
    let nodes = index.keys.indices.filter { index.keys[$0][dimension] != CellKey.all }
    let order = NumberLists.sorted(nodes, below: count) { ranks[index.keys[$0][dimension]] }
    members = NumberLists(order, under: above, count: index.count)
    if dimension != .unit {
      let unitCount = accounts[.unit].codes.count
      let unitRanks = accounts[.unit].tree.siblingRanks(unitCount)
      let order = NumberLists.sorted(nodes.filter { unitAbove[$0] >= 0 }, below: unitCount) {
        unitRanks[index.keys[$0].unit]
      }
      units = NumberLists(order, under: unitAbove, count: index.count)
    }
    linkTotals(nodes, ranks, count)
  }

  /// Of units and subjects every member is a part of the total above; of a breakdown those that
  /// are given, and the topmost of them of the whole, whatever stands above in the classification.
  private mutating func linkTotals(_ nodes: [Int], _ ranks: MemberRanks, _ count: Int) {
    var totals = [Int32](repeating: -1, count: index.count)
    var places = [Int](repeating: 0, count: index.count)
    for node in nodes where dimension <= .subject || isGiven[node] {
      let key = index.keys[node]
      places[node] = ranks[key[dimension]]
      let parent = Int(above[node])
      if parent >= 0 && (dimension <= .subject || hasGiven(above: node)) {
        totals[node] = parent < accounts.cellCount ? Int32(parent) : -1
      } else {
        totals[node] = accounts.cell(key.with(dimension, CellKey.all)).map(Int32.init) ?? -1
        if dimension > .subject { places[node] = Int(key[dimension]) }
      }
    }
    let order = NumberLists.sorted(nodes.filter { totals[$0] >= 0 }, below: count) { places[$0] }
    parts = NumberLists(order, under: totals, count: accounts.cellCount)
  }

  private func hasGiven(above node: Int) -> Bool {
    var next = Int(above[node])
    while next >= 0 {
      if isGiven[next] { return true }
      next = Int(above[next])
    }
    return false
  }

  // MARK: Asking

  func hasParts(_ total: Int) -> Bool { !parts[total].isEmpty }

  /// The members that should add up to a total.
  func partMembers(of total: Int) -> [Int32] {
    parts[total].map { index.keys[Int($0)][dimension] }
  }

  /// Adds the cells with an amount that make up a total to `cells`: each part itself, else what is
  /// below it along the dimension, else the same of the parts of its unit.
  ///
  /// - Returns: The sum of their amounts.
  func collect(_ total: Int, in column: CellColumn<Int64>, into cells: inout [Int32]) -> Int64 {
    var sum: Int64 = 0
    for part in parts[total] { collectNode(Int(part), column, &cells, &sum) }
    return sum
  }

  private func collectNode(
    _ node: Int, _ column: CellColumn<Int64>, _ cells: inout [Int32], _ sum: inout Int64
  ) {
    let amount = column[node]
    if amount != Accounts.absent {
      sum += amount
      cells.append(Int32(node))
      return
    }
    let before = cells.count
    for below in members[node] { collectNode(Int(below), column, &cells, &sum) }
    guard cells.count == before else { return }
    for part in units[node] { collectNode(Int(part), column, &cells, &sum) }
  }

  /// Whether a key, or what stands below it, has an amount.
  func hasAmount(_ key: CellKey, in column: CellColumn<Int64>) -> Bool {
    amount(of: key, in: column) != nil
  }

  /// The amount of a key, or else of what stands below it.
  func amount(of key: CellKey, in column: CellColumn<Int64>) -> Int64? {
    guard let node = index.find(key) else { return nil }
    var cells: [Int32] = []
    var sum: Int64 = 0
    collectNode(node, column, &cells, &sum)
    return cells.isEmpty ? nil : sum
  }
}

/// The place of each member among those with the same parent.
struct MemberRanks {
  fileprivate var ranks: [Int32]

  subscript(member: Int32) -> Int { Int(ranks[Int(member)]) }
}

extension Tree {
  /// Ranks that put the members below each parent, and those below none, in their order.
  ///
  /// - Parameter count: How many codes there are.
  func siblingRanks(_ count: Int) -> MemberRanks {
    var ranks = MemberRanks(ranks: Array(repeating: 0, count: count))
    var next: Int32 = 0
    for member in 0..<Int32(count) where parent(of: member) == Tree.root {
      ranks.ranks[Int(member)] = next
      next += 1
    }
    for member in 0..<Int32(count) {
      for child in children(of: member) {
        ranks.ranks[Int(child)] = next
        next += 1
      }
    }
    return ranks
  }
}
