/// A memo or balance and the items that should add up to it.
struct ItemIdentity: Sendable {
  let year: FiscalYear
  let unit: String
  let stage: Stage
  let whole: String
  let parts: [String]
  /// The whole less its parts.
  let form: LinearForm
  let sum: Rational
  let amount: Rational
  let bound: Rational
  /// In the amount unit, or in ones.
  let isMoney: Bool
  /// Whether the parts are the whole by definition, and not a list of some of them.
  let isDefinition: Bool
  let place: String

  var difference: Rational { (try? amount - sum) ?? .zero }
  var holds: Bool { difference.magnitude <= bound }

  /// Whether a number that breaks it may be called wrong.
  var isComparable: Bool { isDefinition || holds }

  /// Nil where there is nothing to say. Parts that are merely listed may leave some out.
  var severity: Finding.Severity? {
    if difference == .zero { return nil }
    if holds { return .note }
    if isDefinition { return .error }
    return amount < sum && isMoney ? .warning : .note
  }
}

/// The memos and balances whose roles say that they add up.
///
/// By definition: three public expenses are abroad, vehicles and reception; vehicles are purchase
/// and running; assets are liabilities and net assets. As lists: items of one and the same role
/// below another.
struct ItemIdentities {
  private let dataset: Dataset
  private let facts: DatasetFacts
  private let linear: Linearisation

  private static let definitions: [(whole: String, parts: [String])] = [
    ("three_public", ["three_public.abroad", "three_public.vehicles", "three_public.reception"]),
    (
      "three_public.vehicles",
      ["three_public.vehicles.purchase", "three_public.vehicles.running"]
    ),
  ]

  init(_ dataset: Dataset, _ facts: DatasetFacts) {
    self.dataset = dataset
    self.facts = facts
    linear = Linearisation(index: facts.index)
  }

  func all() -> [ItemIdentity] { memos() + balances() }

  // MARK: Memos

  private struct Book: Hashable {
    let year: FiscalYear
    let unit: String
  }

  private func memos() -> [ItemIdentity] {
    let books = Dictionary(grouping: dataset.memos.filter { $0.role != nil }) {
      Book(year: $0.year, unit: $0.unit)
    }
    return books.sorted { ($0.key.year, $0.key.unit) < ($1.key.year, $1.key.unit) }
      .flatMap { _, items in Stage.allCases.flatMap { identities(of: items, $0) } }
  }

  private func identities(of all: [Memo], _ stage: Stage) -> [ItemIdentity] {
    let present = all.filter { $0.values[stage] != nil }
    let byRole = Dictionary(grouping: present) { $0.role! }
    var found: [ItemIdentity] = []
    for (whole, parts) in ItemIdentities.definitions {
      let members = parts.compactMap { byRole[$0] }
      guard let total = byRole[whole]?.first, members.count == parts.count else { continue }
      found += [identity(total, members.flatMap { $0 }, stage, isDefinition: true)].compactMap {
        $0
      }
    }
    for (role, parts) in byRole.sorted(by: { $0.key < $1.key }) where parts.count > 1 {
      guard let dot = role.lastIndex(of: "."), let total = byRole[String(role[..<dot])]?.first,
        parts.allSatisfy({ $0.measure == total.measure })
      else { continue }
      found += [identity(total, parts, stage, isDefinition: false)].compactMap { $0 }
    }
    return found
  }

  private func identity(
    _ whole: Memo, _ parts: [Memo], _ stage: Stage, isDefinition: Bool
  ) -> ItemIdentity? {
    func reference(_ memo: Memo) -> Reference {
      .memo(item: memo.item, unit: memo.unit, year: memo.year, stage: stage)
    }
    return identity(
      year: whole.year, unit: whole.unit, stage, (whole.item, reference(whole)),
      parts.map { ($0.item, reference($0)) }, isMoney: whole.measure == .money,
      isDefinition: isDefinition, whole.place)
  }

  // MARK: Balances

  private func balances() -> [ItemIdentity] {
    let books = Dictionary(grouping: dataset.balances.filter { $0.role != nil }) {
      Book(year: $0.year, unit: $0.unit)
    }
    return books.sorted { ($0.key.year, $0.key.unit) < ($1.key.year, $1.key.unit) }
      .compactMap { _, balances in
        func one(_ role: String) -> Balance? {
          balances.first { $0.role == role && $0.amount != nil }
        }
        guard let assets = one("assets"), let debts = one("liabilities"),
          let net = one("net_assets")
        else { return nil }
        func reference(_ it: Balance) -> Reference {
          .balance(item: it.item, unit: it.unit, year: it.year)
        }
        return identity(
          year: assets.year, unit: assets.unit, .outturn, (assets.item, reference(assets)),
          [debts, net].map { ($0.item, reference($0)) }, isMoney: true, isDefinition: true,
          assets.place)
      }
  }

  private func identity(
    year: FiscalYear, unit: String, _ stage: Stage, _ whole: (item: String, Reference),
    _ parts: [(item: String, Reference)], isMoney: Bool, isDefinition: Bool, _ place: String
  ) -> ItemIdentity? {
    let expression = FigureExpression.binary(
      .subtract, .reference(whole.1), .sum(parts.map { .reference($0.1) }))
    guard let form = linear.form(expression), !form.isConstant,
      let gap = try? evaluate(expression, with: facts),
      let amount = try? facts.value(of: whole.1),
      let sum = try? amount.value - gap.value, let slack = try? gap.upper - gap.value
    else { return nil }
    return ItemIdentity(
      year: year, unit: unit, stage: stage, whole: whole.item, parts: parts.map(\.item),
      form: form, sum: sum, amount: amount.value, bound: slack, isMoney: isMoney,
      isDefinition: isDefinition, place: place)
  }
}
