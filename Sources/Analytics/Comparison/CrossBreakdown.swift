/// The whole by two dimensions at once: subjects by kind, economic classes by kind, and so on.
///
/// Within a unit a published cell counts, the coarsest cut first. A unit that has no cell of its
/// own for a pair of members is the sum of its parts. Then members that have no amount are the sum
/// of those below them, columns first.
public struct CrossBreakdown: Sendable {
  public let rows: Classification
  public let columns: Classification
  private let planes: [Plane]
  private var amounts: [Pair: [Money?]] = [:]

  private struct Plane: Sendable {
    let stage: Stage
    let year: FiscalYear
  }

  private struct Pair: Hashable, Sendable {
    let row: Int32
    let column: Int32
  }

  /// - Parameters:
  ///   - years: Those of which amounts are wanted.
  ///   - isWanted: Which cells of the accounts count.
  /// - Complexity: O(cells × depth of the trees).
  public init(
    _ rowDimension: Dimension, by columnDimension: Dimension, of accounts: Accounts,
    years: [FiscalYear], where isWanted: (CellKey) -> Bool = { _ in true }
  ) {
    rows = accounts[rowDimension]
    columns = accounts[columnDimension]
    planes = Stage.allCases.flatMap { stage in years.map { Plane(stage: stage, year: $0) } }
    let coarsest = CoarsestCut(
      accounts, fixed: [.unit, rowDimension, columnDimension],
      planes: planes.map { ($0.stage, $0.year) })
    var byUnit: [Int32: [Pair: [Int: [Int]]]] = [:]
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      let pair = Pair(row: key[rowDimension], column: key[columnDimension])
      guard pair.row != CellKey.all, pair.column != CellKey.all, isWanted(key) else { continue }
      byUnit[key.unit, default: [:]][pair, default: [:]][key.cut.rawValue, default: []]
        .append(cell)
    }
    amounts = CrossBreakdown.whole(
      byUnit.mapValues { $0.mapValues(coarsest.amounts) }, accounts[.unit].tree)
    fillUp(columns.tree, member: \.column) { Pair(row: $0.row, column: $1) }
    fillUp(rows.tree, member: \.row) { Pair(row: $1, column: $0.column) }
  }

  public var isEmpty: Bool { amounts.isEmpty }

  /// The members that have an amount somewhere, in code order.
  public var rowMembers: [Int32] { rows.sorted(Set(amounts.keys.map(\.row))) }
  public var columnMembers: [Int32] { columns.sorted(Set(amounts.keys.map(\.column))) }

  public func amount(
    _ row: Int32, _ column: Int32, _ stage: Stage, _ year: FiscalYear
  ) -> Money? {
    guard let plane = planes.firstIndex(where: { $0.stage == stage && $0.year == year }) else {
      return nil
    }
    return amounts[Pair(row: row, column: column)]?[plane]
  }

  // MARK: Units

  /// What all units have, the deepest units passed up first.
  private static func whole(
    _ own: [Int32: [Pair: [Money?]]], _ tree: Tree
  ) -> [Pair: [Money?]] {
    var passed = own
    var units = Set(own.keys)
    for unit in own.keys { units.formUnion(tree.ancestors(of: unit)) }
    units.remove(CellKey.all)
    let deepestFirst = units.map { (-tree.depth(of: $0), $0) }.sorted { $0 < $1 }.map(\.1)
    var whole: [Pair: [Money?]] = [:]
    for unit in deepestFirst {
      let parts = tree.children(of: unit).compactMap { passed[$0] }
      let sum = parts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: add) }
      passed[unit] = (own[unit] ?? [:]).merging(sum, uniquingKeysWith: first)
      if tree.parent(of: unit) == Tree.root {
        whole.merge(passed[unit]!, uniquingKeysWith: add)
      }
    }
    return (own[CellKey.all] ?? [:]).merging(whole, uniquingKeysWith: first)
  }

  /// By plane, the first amount where there is one.
  private static func first(_ a: [Money?], _ b: [Money?]) -> [Money?] {
    zip(a, b).map { $0 ?? $1 }
  }

  private static func add(_ a: [Money?], _ b: [Money?]) -> [Money?] {
    zip(a, b).map { x, y in x.map { $0 + (y ?? .zero) } ?? y }
  }

  // MARK: Members above others

  /// Gives members without an amount the sum of those below them, the deepest first.
  private mutating func fillUp(
    _ tree: Tree, member: KeyPath<Pair, Int32>, with: (Pair, Int32) -> Pair
  ) {
    var levels: [Int: Set<Pair>] = [:]
    for pair in amounts.keys {
      for above in [pair[keyPath: member]] + tree.ancestors(of: pair[keyPath: member]) {
        levels[tree.depth(of: above), default: []].insert(with(pair, above))
      }
    }
    for depth in levels.keys.sorted(by: >) {
      for pair in levels[depth]! {
        let below = tree.children(of: pair[keyPath: member]).compactMap { amounts[with(pair, $0)] }
        guard let first = below.first else { continue }
        let sum = below.dropFirst().reduce(first, CrossBreakdown.add)
        amounts[pair] = amounts[pair].map { CrossBreakdown.first($0, sum) } ?? sum
      }
    }
  }
}
