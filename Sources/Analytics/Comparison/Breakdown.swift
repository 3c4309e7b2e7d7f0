/// The members of a dimension beside subjects, by unit: kinds, economic classes, funds, projects.
///
/// A published cell of unit × member counts; failing that the sum over subjects and finer cells,
/// failing that the sum over the unit's parts. Basic expenditure that is not published is what
/// personnel and operating make together.
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
    if dimension == .kind { addUpKinds() }
  }

  private mutating func addUpKinds() {
    guard let basic = members.codes.find(SpendingKind.basic.rawValue) else { return }
    let parts = members.tree.children(of: basic)
    for (unit, ofUnit) in amounts {
      let sum = Self.sum(parts.compactMap { ofUnit[$0] })
      guard let sum else { continue }
      amounts[unit]![basic] = ofUnit[basic].map { own in zip(own, sum).map { $0 ?? $1 } } ?? sum
    }
  }

  /// Amounts by plane added up; nil for none.
  private static func sum(_ columns: [[Money?]]) -> [Money?]? {
    guard let first = columns.first else { return nil }
    return columns.dropFirst().reduce(first) { sum, part in
      zip(sum, part).map { a, b in a.map { $0 + (b ?? .zero) } ?? b }
    }
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
      sums.merge(amounts[unit] ?? [:]) { Self.sum([$0, $1])! }
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
