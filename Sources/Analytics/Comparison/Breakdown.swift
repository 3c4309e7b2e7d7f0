/// The members of a dimension beside subjects, by unit: kinds, economic classes, funds, projects.
///
/// A published cell of unit × member counts; failing that the sum over subjects and finer cells,
/// failing that the sum over the unit's parts.
public struct Breakdown: Sendable {
  public let dimension: Dimension
  public let members: Classification
  /// Per unit (`CellKey.all` for the whole) and member: an amount per plane.
  private var amounts: [Place: [Money?]] = [:]
  private let panel: Panel

  private struct Place: Hashable {
    let unit: Int32
    let member: Int32
  }

  public init(_ dimension: Dimension, of accounts: Accounts, panel: Panel) {
    self.dimension = dimension
    self.panel = panel
    members = accounts[dimension]
    var byCut: [Place: [Int: [Int]]] = [:]
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all else { continue }
      byCut[Place(unit: key.unit, member: key[dimension]), default: [:]][
        key.cut.rawValue, default: []
      ].append(cell)
    }
    for (place, cuts) in byCut {
      amounts[place] = planes.map { plane in own(cuts, accounts, plane) }
    }
    addUpUnits(accounts)
  }

  private var planes: [(stage: Stage, year: FiscalYear)] {
    panel.stages.flatMap { stage in panel.years.map { (stage, $0) } }
  }

  /// The coarsest cut that has a value: the fewest dimensions first.
  private func own(
    _ cuts: [Int: [Int]], _ accounts: Accounts, _ plane: (stage: Stage, year: FiscalYear)
  ) -> Money? {
    let order = cuts.keys.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for cut in order {
      let present = cuts[cut]!.filter { accounts.amount($0, plane.stage, plane.year) != nil }
      let keys = Set(present.map { accounts.key($0) })
      let tops = present.filter { !isBelowAnother(accounts.key($0), keys, accounts) }
      if !tops.isEmpty {
        return tops.reduce(.zero) { $0 + accounts.amount($1, plane.stage, plane.year)! }
      }
    }
    return nil
  }

  private func isBelowAnother(_ key: CellKey, _ keys: Set<CellKey>, _ accounts: Accounts) -> Bool {
    key.cut.dimensions.contains { other in
      other != dimension && other != .unit
        && accounts[other].tree.ancestors(of: key[other]).contains {
          keys.contains(key.with(other, $0))
        }
    }
  }

  /// Fills a unit that has parts, and the whole, with the sum of the parts.
  private mutating func addUpUnits(_ accounts: Accounts) {
    let tree = accounts[.unit].tree
    var units = Set(amounts.keys.map(\.unit))
    for unit in units { units.formUnion(tree.ancestors(of: unit)) }
    units.insert(CellKey.all)
    let order = units.sorted { a, b in
      if a == CellKey.all || b == CellKey.all { return b == CellKey.all && a != b }
      return (-tree.depth(of: a), a) < (-tree.depth(of: b), b)
    }
    let used = Set(amounts.keys.map(\.member))
    for unit in order {
      let parts =
        unit == CellKey.all
        ? order.filter { $0 != CellKey.all && tree.parent(of: $0) == Tree.root }
        : tree.children(of: unit)
      for member in used {
        addUp(Place(unit: unit, member: member), parts.map { Place(unit: $0, member: member) })
      }
    }
  }

  private mutating func addUp(_ place: Place, _ parts: [Place]) {
    let columns = parts.compactMap { amounts[$0] }
    guard !columns.isEmpty else { return }
    var own = amounts[place] ?? planes.map { _ in nil }
    for plane in own.indices where own[plane] == nil {
      let present = columns.compactMap { $0[plane] }
      if !present.isEmpty { own[plane] = present.reduce(.zero, +) }
    }
    amounts[place] = own
  }

  /// The units that have some member, in code order, the whole last.
  public var units: [Int32] {
    let used = Set(amounts.keys.map(\.unit))
    return panel.units.sorted(used.filter { $0 != CellKey.all })
      + (used.contains(CellKey.all) ? [CellKey.all] : [])
  }

  /// The members that a unit has, in code order.
  public func members(of unit: Int32) -> [Int32] {
    members.sorted(amounts.keys.filter { $0.unit == unit }.map(\.member))
  }

  public func amount(_ unit: Int32, _ member: Int32, _ stage: Stage, _ year: FiscalYear) -> Money? {
    guard let column = amounts[Place(unit: unit, member: member)],
      let plane = panel.plane(stage, year)
    else { return nil }
    return column[plane]
  }
}
