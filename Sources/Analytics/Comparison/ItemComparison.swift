/// Items that stand beside the accounts, each against its budget and the year before.
///
/// Serves 三公, running cost, memos, receipts, balances and projects alike.
public struct ItemComparison: Sendable {
  /// One item in one year, before it is compared.
  public struct Item: Hashable, Sendable {
    public let code: String
    public let name: String
    public let unit: String
    public let year: FiscalYear
    public let measure: Memo.Measure
    public let role: String?
    public let values: [Stage: Money]
    public let decimals: Int
    /// Whether the item is a part of another one in the list, and not to be added to it.
    public let isPart: Bool

    public init(
      code: String, name: String = "", unit: String, year: FiscalYear,
      measure: Memo.Measure = .money, role: String? = nil, values: [Stage: Money], decimals: Int,
      isPart: Bool = false
    ) {
      self.code = code
      self.name = name
      self.unit = unit
      self.year = year
      self.measure = measure
      self.role = role
      self.values = values
      self.decimals = decimals
      self.isPart = isPart
    }
  }

  public struct Row: Hashable, Sendable {
    public let item: Item
    public let previous: Money?
    public let change: Money?
    public let growth: PrintedNumber?
    /// Of the item whose role is the nearest above: vehicles of 三公.
    public let share: PrintedNumber?
    public let execution: PrintedNumber?
    public let executionRevised: PrintedNumber?
    /// For a count: the money of the item above it per one counted, in currency units.
    public let amountPerCount: PrintedNumber?
  }

  /// By code, unit and year.
  public let rows: [Row]

  /// - Parameter whole: What the shares are of, where roles do not say it: the sum of the items.
  public init(_ items: [Item], shareOfSum: Bool = false) {
    let merged = ItemComparison.merged(items)
    let index = Dictionary(merged.map { (Key($0.code, $0.unit, $0.year), $0) }) { a, _ in a }
    let roles = Dictionary(grouping: merged.filter { $0.role != nil }) {
      Key($0.role!, $0.unit, $0.year)
    }
    let sums = Dictionary(grouping: merged.filter { !$0.isPart }) { Key("", $0.unit, $0.year) }
      .mapValues { $0.compactMap { $0.values[.outturn] }.reduce(.zero, +) }
    rows = merged.sorted(by: ItemComparison.precedes).map { item in
      let above = ItemComparison.above(item, roles)
      let whole =
        shareOfSum
        ? sums[Key("", item.unit, item.year)] ?? .zero : above?.values[.outturn]
      let before = item.year.previous.flatMap { index[Key(item.code, item.unit, $0)] }
      return ItemComparison.row(item, before, whole: whole, above: above)
    }
  }

  private struct Key: Hashable {
    let code: String
    let unit: String
    let year: FiscalYear

    init(_ code: String, _ unit: String, _ year: FiscalYear) {
      self.code = code
      self.unit = unit
      self.year = year
    }
  }

  /// Rows of one item and year that fill different stages are one item.
  private static func merged(_ items: [Item]) -> [Item] {
    var order: [Key] = []
    var found: [Key: Item] = [:]
    for item in items {
      let key = Key(item.code, item.unit, item.year)
      guard let first = found[key] else {
        found[key] = item
        order.append(key)
        continue
      }
      found[key] = Item(
        code: first.code, name: first.name, unit: first.unit, year: first.year,
        measure: first.measure, role: first.role ?? item.role,
        values: first.values.merging(item.values) { a, _ in a },
        decimals: max(first.decimals, item.decimals), isPart: first.isPart)
    }
    return order.map { found[$0]! }
  }

  /// By code, unit and year; codes by their bytes.
  private static func precedes(_ a: Item, _ b: Item) -> Bool {
    let (one, two) = ([a.code, a.unit], [b.code, b.unit])
    guard one == two else {
      return one.lexicographicallyPrecedes(two) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return a.year < b.year
  }

  /// The money whose role is the nearest above an item's: `three_public` above
  /// `three_public.vehicles`.
  private static func above(_ item: Item, _ roles: [Key: [Item]]) -> Item? {
    guard var role = item.role else { return nil }
    while let dot = role.lastIndex(of: ".") {
      role = String(role[..<dot])
      if let found = roles[Key(role, item.unit, item.year)]?.first(where: { $0.measure == .money })
      {
        return found
      }
    }
    return nil
  }

  private static func row(_ item: Item, _ before: Item?, whole: Money?, above: Item?) -> Row {
    let outturn = item.values[.outturn]
    let previous = before?.values[.outturn]
    return Row(
      item: item, previous: previous,
      change: outturn.flatMap { now in previous.map { now - $0 } },
      growth: outturn.flatMap { now in previous.flatMap { Percentage.growth(from: $0, to: now) } },
      share: item.measure == .money
        ? outturn.flatMap { part in whole.flatMap { Percentage.of(part, $0) } } : nil,
      execution: ratio(outturn, item.values[.budget]),
      executionRevised: ratio(outturn, item.values[.revised]),
      amountPerCount: item.measure == .money
        ? nil : perCount(above?.values[.outturn], outturn))
  }

  private static func ratio(_ outturn: Money?, _ budget: Money?) -> PrintedNumber? {
    guard let outturn, let budget else { return nil }
    return Percentage.of(outturn, budget)
  }

  private static func perCount(_ money: Money?, _ count: Money?) -> PrintedNumber? {
    guard let money, let count, count != .zero else { return nil }
    let cents = (Int128(money.cents) * 100).dividedRoundingHalfAway(by: Int128(count.cents))
    return Int64(exactly: cents).map { PrintedNumber(mantissa: $0, decimals: 2) }
  }
}

extension Dataset {
  /// The memos as items.
  public var memoItems: [ItemComparison.Item] {
    memos.map {
      ItemComparison.Item(
        code: $0.item, unit: $0.unit, year: $0.year, measure: $0.measure, role: $0.role,
        values: $0.values, decimals: $0.decimals)
    }
  }

  public var receiptItems: [ItemComparison.Item] {
    receipts.map {
      ItemComparison.Item(
        code: $0.source, unit: $0.unit, year: $0.year, values: $0.values, decimals: decimals)
    }
  }

  public var balanceItems: [ItemComparison.Item] {
    balances.map { balance in
      ItemComparison.Item(
        code: balance.item, unit: balance.unit, year: balance.year, role: balance.role,
        values: balance.amount.map { [.outturn: $0] } ?? [:], decimals: decimals)
    }
  }

  /// The projects of each unit, and of the whole, as items.
  public func projectItems(_ breakdown: Breakdown, panel: Panel) -> [ItemComparison.Item] {
    breakdown.units.flatMap { unit in
      breakdown.members(of: unit).flatMap { member in
        panel.years.compactMap { year in
          let values = Dictionary(
            uniqueKeysWithValues: panel.stages.compactMap { stage in
              breakdown.amount(unit, member, stage, year).map { (stage, $0) }
            })
          return values.isEmpty
            ? nil
            : ItemComparison.Item(
              code: breakdown.members.code(member), name: breakdown.members.name(member),
              unit: panel.units.code(unit), year: year,
              role: nil, values: values, decimals: decimals,
              isPart: breakdown.members.tree.parent(of: member) != Tree.root)
        }
      }
    }
  }
}
