/// Answers the references of figure expressions from a dataset, each with the interval that its
/// printed digits leave open. Amounts are in the dataset's amount unit.
struct DatasetFacts: FigureFacts {
  private let dataset: Dataset
  private let derivations: [CellPlace: Accounts.Derivation]
  private let memos: [ItemPlace: Memo]
  private let balances: [ItemPlace: Balance]
  private let figures: [String: Figure]
  private let trail: Trail

  /// Keeps derivations of derivations below what the stack holds.
  private static let stepLimit = 200

  private struct CellPlace: Hashable {
    let key: CellKey
    let year: FiscalYear
    let stage: Stage
  }

  private struct ItemPlace: Hashable {
    let item: String
    let unit: String?
    let year: FiscalYear
    let stage: Stage
  }

  /// The derivations under way, to find those that go in a circle, and those that are done.
  private final class Trail {
    var open: [Reference] = []
    var done: [Reference: PrintedInterval] = [:]
  }

  init(_ dataset: Dataset) {
    self.dataset = dataset
    trail = Trail()
    var derivations: [CellPlace: Accounts.Derivation] = [:]
    for derivation in dataset.accounts.derivations {
      let place = CellPlace(key: derivation.key, year: derivation.year, stage: derivation.stage)
      derivations[place] = derivation
    }
    self.derivations = derivations
    var memos: [ItemPlace: Memo] = [:]
    for memo in dataset.memos {
      for stage in Set(memo.values.keys).union(memo.expressions.map(\.stage)) {
        for unit in [memo.unit, nil] {
          let place = ItemPlace(item: memo.item, unit: unit, year: memo.year, stage: stage)
          if memos[place] == nil { memos[place] = memo }
        }
      }
    }
    self.memos = memos
    var balances: [ItemPlace: Balance] = [:]
    for balance in dataset.balances {
      for unit in [balance.unit, nil] {
        let place = ItemPlace(item: balance.item, unit: unit, year: balance.year, stage: .outturn)
        if balances[place] == nil { balances[place] = balance }
      }
    }
    self.balances = balances
    figures = Dictionary(dataset.figures.map { ($0.name, $0) }) { first, _ in first }
  }

  func value(of reference: Reference) throws(FigureProblem) -> PrintedInterval {
    switch reference {
    case .account(let account): return try value(of: account, reference)
    case .memo(let item, let unit, let year, let stage):
      let place = ItemPlace(item: item, unit: unit, year: year, stage: stage)
      guard let memo = memos[place] else { throw .notPublished(reference) }
      if let value = memo.values[stage] { return interval(value, memo) }
      let expression = memo.expressions.first { $0.stage == stage }!.expression
      return try derived(reference, expression)
    case .balance(let item, let unit, let year):
      let place = ItemPlace(item: item, unit: unit, year: year, stage: .outturn)
      guard let balance = balances[place] else { throw .notPublished(reference) }
      if let amount = balance.amount { return interval(amount) }
      guard let expression = balance.expression else { throw .notPublished(reference) }
      return try derived(reference, expression)
    case .receipt(let source, let unit, let year, let stage):
      return try receipts(source, unit, year, stage, reference)
    case .heads(let unit, let category, let year):
      return try heads(unit, category, year, reference)
    case .figure(let name):
      guard let figure = figures[name] else {
        throw .unknown(reference, because: "no figure has this name")
      }
      return PrintedInterval(figure.printed)
    }
  }

  func parts(of reference: Reference) throws(FigureProblem) -> [Reference] {
    guard case .account(let account) = reference else { return [] }
    let key = try key(account, reference)
    let tree = dataset.accounts[.subject].tree
    let below = key.subject == CellKey.all ? topSubjects : tree.children(of: key.subject)
    let parts = below.compactMap { subject -> Reference? in
      var part = account
      part.subject = dataset.accounts[.subject].code(subject)
      return (try? value(of: part, .account(part))) == nil ? nil : .account(part)
    }
    guard !parts.isEmpty else { throw .notPublished(reference) }
    return parts
  }

  private var topSubjects: [Int32] {
    let subjects = dataset.accounts[.subject]
    return (0..<Int32(subjects.codes.count)).filter { subjects.tree.parent(of: $0) == Tree.root }
  }

  // MARK: Cells of the accounts

  private func key(_ account: AccountReference, _ reference: Reference) throws(FigureProblem)
    -> CellKey
  {
    var key = CellKey()
    let codes: [(Dimension, String?)] = [
      (.unit, account.unit), (.subject, account.subject), (.economic, account.economic),
      (.kind, account.kind), (.fund, account.fund), (.project, account.project),
    ]
    for (dimension, code) in codes {
      guard let code else { continue }
      guard let member = dataset.accounts[dimension].codes.find(code) else {
        throw .unknown(reference, because: "the accounts have no \(dimension.name) '\(code)'")
      }
      key[dimension] = member
    }
    return key
  }

  private func value(
    of account: AccountReference, _ reference: Reference
  ) throws(FigureProblem) -> PrintedInterval {
    let key = try key(account, reference)
    guard let value = try cell(key, account.stage, account.year, reference) else {
      throw .notPublished(reference)
    }
    return value
  }

  private func account(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) -> AccountReference {
    func code(_ dimension: Dimension) -> String? {
      key[dimension] == CellKey.all ? nil : dataset.accounts[dimension].code(key[dimension])
    }
    return AccountReference(
      stage: stage, unit: code(.unit), subject: code(.subject), year: year, kind: code(.kind),
      economic: code(.economic), fund: code(.fund), project: code(.project))
  }

  /// A printed cell, a derived one, or failing both the sum of its parts: by subject, by unit,
  /// by kind.
  private func cell(
    _ key: CellKey, _ stage: Stage, _ year: FiscalYear, _ reference: Reference
  ) throws(FigureProblem) -> PrintedInterval? {
    let place = CellPlace(key: key, year: year, stage: stage)
    if let derivation = derivations[place] {
      return try derived(.account(account(key, stage, year)), derivation.expression)
    }
    if let amount = dataset.accounts.amount(key, stage, year) {
      return interval(amount)
    }
    for dimension in [Dimension.subject, .unit, .kind] {
      if let sum = try sum(of: key, along: dimension, stage, year, reference) { return sum }
    }
    return nil
  }

  private func sum(
    of key: CellKey, along dimension: Dimension, _ stage: Stage, _ year: FiscalYear,
    _ reference: Reference
  ) throws(FigureProblem) -> PrintedInterval? {
    guard key[dimension] != CellKey.all else { return nil }
    var total: PrintedInterval?
    for child in dataset.accounts[dimension].tree.children(of: key[dimension]) {
      guard let part = try cell(key.with(dimension, child), stage, year, reference) else {
        continue
      }
      total = try lifted(reference) { () throws(ArithmeticProblem) in
        if let total { try total + part } else { part }
      }
    }
    return total
  }

  private func derived(
    _ reference: Reference, _ expression: FigureExpression
  ) throws(FigureProblem) -> PrintedInterval {
    if let done = trail.done[reference] { return done }
    if let start = trail.open.firstIndex(of: reference) {
      throw .circular(Array(trail.open[start...]) + [reference])
    }
    guard trail.open.count < DatasetFacts.stepLimit else {
      throw .tooManySteps(trail.open[0], limit: DatasetFacts.stepLimit)
    }
    trail.open.append(reference)
    defer { trail.open.removeLast() }
    let value = try evaluate(expression, with: self)
    trail.done[reference] = value
    return value
  }

  // MARK: The other tables

  private func receipts(
    _ source: String?, _ unit: String?, _ year: FiscalYear, _ stage: Stage, _ reference: Reference
  ) throws(FigureProblem) -> PrintedInterval {
    let rows = dataset.receipts.filter {
      $0.year == year && (unit == nil || $0.unit == unit) && (source == nil || $0.source == source)
        && $0.values[stage] != nil
    }
    return try total(rows.map { $0.values[stage]! }, reference)
  }

  private func total(_ amounts: [Money], _ reference: Reference) throws(FigureProblem)
    -> PrintedInterval
  {
    guard !amounts.isEmpty else { throw .notPublished(reference) }
    var total = interval(amounts[0])
    for amount in amounts.dropFirst() {
      let next = interval(amount)
      total = try lifted(reference) { () throws(ArithmeticProblem) in try total + next }
    }
    return total
  }

  private func heads(
    _ unit: String?, _ category: String?, _ year: FiscalYear, _ reference: Reference
  ) throws(FigureProblem) -> PrintedInterval {
    var total: PrintedInterval?
    for row in dataset.headcount
    where row.year == year && (unit == nil || row.unit == unit)
      && (category == nil || row.category == category)
    {
      guard let heads = row.inPost else { continue }
      total = try lifted(reference) { () throws(ArithmeticProblem) in
        let value = PrintedInterval(exactly: heads)
        return if let total { try total + value } else { value }
      }
    }
    guard let total else { throw .notPublished(reference) }
    return total
  }

  // MARK: Intervals

  private func interval(_ amount: Money) -> PrintedInterval {
    let exact = Rational(amount, in: dataset.amountUnit)
    let printed = dataset.printed(amount)
    guard dataset.precision == .printed, Rational(printed) == exact else {
      return PrintedInterval(exactly: exact)
    }
    return PrintedInterval(printed)
  }

  private func interval(_ value: Money, _ memo: Memo) -> PrintedInterval {
    memo.measure == .money
      ? interval(value) : PrintedInterval(exactly: Rational(value, in: .unit))
  }

  private func lifted<Value>(
    _ reference: Reference, _ compute: () throws(ArithmeticProblem) -> Value
  ) throws(FigureProblem) -> Value {
    do {
      return try compute()
    } catch {
      throw .overflow(expression: "\(reference)")
    }
  }
}
