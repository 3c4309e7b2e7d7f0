/// The members of a dimension beside subjects, by unit: kinds, economic classes, funds, projects.
///
/// A published cell of unit × member counts; failing that the sum over subjects and finer cells,
/// failing that the sum over the unit's parts.
public struct Breakdown: Sendable {
  public let dimension: Dimension
  public let members: Classification
  /// Per unit (`CellKey.all` for the whole) and member: an amount per plane.
  private var amounts: [Int32: [Int32: [Money?]]] = [:]
  private let panel: Panel

  public init(_ dimension: Dimension, of accounts: Accounts, panel: Panel) {
    self.dimension = dimension
    self.panel = panel
    members = accounts[dimension]
    let cells = BreakdownCells(accounts, beside: dimension, panel)
    for (unit, members) in cells.byCut {
      amounts[unit] = members.mapValues(cells.amounts)
    }
    addUpUnits(accounts[.unit].tree)
  }

  /// Fills a unit that has parts, and the whole, with the sum of the parts.
  private mutating func addUpUnits(_ tree: Tree) {
    var units = Set(amounts.keys)
    for unit in units { units.formUnion(tree.ancestors(of: unit)) }
    units.insert(CellKey.all)
    let order = units.sorted { a, b in
      if a == CellKey.all || b == CellKey.all { return b == CellKey.all && a != b }
      return (-tree.depth(of: a), a) < (-tree.depth(of: b), b)
    }
    for unit in order {
      let parts =
        unit == CellKey.all
        ? order.filter { $0 != CellKey.all && tree.parent(of: $0) == Tree.root }
        : tree.children(of: unit)
      let sums = sums(over: parts)
      if !sums.isEmpty {
        amounts[unit, default: [:]].merge(sums) { own, sum in zip(own, sum).map { $0 ?? $1 } }
      }
    }
  }

  /// Per member, what units have together, by plane.
  private func sums(over units: [Int32]) -> [Int32: [Money?]] {
    var sums: [Int32: [Money?]] = [:]
    for unit in units {
      sums.merge(amounts[unit] ?? [:]) { sum, part in
        zip(sum, part).map { a, b in a.map { $0 + (b ?? .zero) } ?? b }
      }
    }
    return sums
  }

  /// The units that have some member, in code order, the whole last.
  public var units: [Int32] {
    panel.units.sorted(amounts.keys.filter { $0 != CellKey.all })
      + (amounts[CellKey.all] == nil ? [] : [CellKey.all])
  }

  /// The members that a unit has, in code order.
  public func members(of unit: Int32) -> [Int32] {
    members.sorted((amounts[unit] ?? [:]).keys)
  }

  /// What a unit has of one of its members, by plane.
  func amounts(_ unit: Int32, _ member: Int32) -> [Money?] { amounts[unit]![member]! }

  public func amount(_ unit: Int32, _ member: Int32, _ stage: Stage, _ year: FiscalYear) -> Money? {
    guard let column = amounts[unit]?[member], let plane = panel.plane(stage, year) else {
      return nil
    }
    return column[plane]
  }
}

/// The cells of the accounts that have a member of a dimension, by unit, member and cut.
private struct BreakdownCells {
  /// Per unit and member the cells of each cut, by the cut's raw value.
  private(set) var byCut: [Int32: [Int32: [Int: [Int]]]] = [:]
  private let accounts: Accounts
  /// The dimensions in which a cell may be part of another one with the same unit and member.
  private let others: [Dimension]
  /// The amounts of all cells, by plane of the panel.
  private let columns: [CellColumn<Int64>]

  init(_ accounts: Accounts, beside dimension: Dimension, _ panel: Panel) {
    self.accounts = accounts
    others = Dimension.allCases.filter { $0 != dimension && $0 != .unit }
    columns = panel.stages.flatMap { stage in
      panel.years.map { accounts.column(stage, $0) }
    }
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all else { continue }
      byCut[key.unit, default: [:]][key[dimension], default: [:]][
        key.cut.rawValue, default: []
      ].append(cell)
    }
  }

  /// By plane, the sum of the coarsest cut that has a value: the fewest dimensions first.
  func amounts(_ cuts: [Int: [Int]]) -> [Money?] {
    let order = cuts.keys.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    let lists = order.map { cuts[$0]! }
    let mayOverlap = lists.map { cells in cells.contains(where: isBelowSome) }
    return columns.map { column in
      for (cells, mayOverlap) in zip(lists, mayOverlap) {
        let present = cells.filter { column[$0] != Accounts.absent }
        let tops = mayOverlap ? tops(present) : present
        if !tops.isEmpty { return Money(cents: tops.reduce(0) { $0 + column[$1] }) }
      }
      return nil
    }
  }

  /// Whether a cell's member of some other dimension stands below another member.
  private func isBelowSome(_ cell: Int) -> Bool {
    others.contains { accounts[$0].tree.parent(of: accounts.key(cell)[$0]) != Tree.root }
  }

  /// The cells that are part of no other one.
  private func tops(_ cells: [Int]) -> [Int] {
    let keys = Set(cells.map(accounts.key))
    return cells.filter { cell in
      let key = accounts.key(cell)
      return !others.contains { other in
        accounts[other].tree.ancestors(of: key[other]).contains {
          keys.contains(key.with(other, $0))
        }
      }
    }
  }
}
