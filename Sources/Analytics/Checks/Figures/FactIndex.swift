/// Finds what the references of expressions stand for in a dataset.
struct FactIndex: Sendable {
  let dataset: Dataset
  private let derivations: [Quantity: FigureExpression]
  private let memos: [ItemPlace: Int]
  private let balances: [ItemPlace: Int]
  private let figures: [String: Int]
  /// The rows of each unit.
  private let receipts: [String: [Int]]
  private let headcount: [String: [Int]]

  private struct ItemPlace: Hashable {
    let item: String
    let unit: String?
    let year: FiscalYear
    let stage: Stage
  }

  init(_ dataset: Dataset) {
    self.dataset = dataset
    var derivations: [Quantity: FigureExpression] = [:]
    for derivation in dataset.accounts.derivations {
      derivations[.cell(derivation.key, derivation.stage, derivation.year)] = derivation.expression
    }
    self.derivations = derivations
    memos = FactIndex.memos(dataset)
    balances = FactIndex.balances(dataset)
    figures = Dictionary(dataset.figures.enumerated().map { ($1.name, $0) }) { first, _ in first }
    receipts = Dictionary(grouping: dataset.receipts.indices) { dataset.receipts[$0].unit }
    headcount = dataset.headcount.rowsByUnit
  }

  private static func memos(_ dataset: Dataset) -> [ItemPlace: Int] {
    var memos: [ItemPlace: Int] = [:]
    for (index, memo) in dataset.memos.enumerated() {
      for stage in Set(memo.values.keys).union(memo.expressions.map(\.stage)) {
        for unit in [memo.unit, nil] {
          let place = ItemPlace(item: memo.item, unit: unit, year: memo.year, stage: stage)
          if memos[place] == nil { memos[place] = index }
        }
      }
    }
    return memos
  }

  private static func balances(_ dataset: Dataset) -> [ItemPlace: Int] {
    var balances: [ItemPlace: Int] = [:]
    for (index, balance) in dataset.balances.enumerated() {
      for unit in [balance.unit, nil] {
        let place = ItemPlace(item: balance.item, unit: unit, year: balance.year, stage: .outturn)
        if balances[place] == nil { balances[place] = index }
      }
    }
    return balances
  }

  /// - Throws: `unknown` or `notPublished`.
  func source(of reference: Reference) throws(FigureProblem) -> FactSource {
    switch reference {
    case .account(let account):
      let key = try key(account, reference)
      guard let source = source(of: key, account.stage, account.year) else {
        throw .notPublished(reference)
      }
      return source
    case .memo(let item, let unit, let year, let stage):
      return try memo(ItemPlace(item: item, unit: unit, year: year, stage: stage), reference)
    case .balance(let item, let unit, let year):
      return try balance(
        ItemPlace(item: item, unit: unit, year: year, stage: .outturn), reference)
    case .receipt(let source, let unit, let year, let stage):
      let rows = self.rows(of: unit, receipts, dataset.receipts.indices).filter { row in
        let it = dataset.receipts[row]
        return it.year == year && (source == nil || it.source == source) && it.values[stage] != nil
      }
      return try sum(rows.map { .printed(.receipt($0, stage)) }, reference)
    case .heads(let unit, let category, let year):
      let rows = self.rows(of: unit, headcount, dataset.headcount.indices).filter { row in
        let it = dataset.headcount[row]
        return it.year == year && (category == nil || it.category == category) && it.inPost != nil
      }
      return try sum(rows.map { .printed(.heads($0)) }, reference)
    case .figure(let name):
      guard let index = figures[name] else {
        throw .unknown(reference, because: "no figure has this name")
      }
      return .printed(.figure(index))
    }
  }

  /// The rows of a unit, of all units for nil, in the order of the table.
  private func rows(
    of unit: String?, _ byUnit: [String: [Int]], _ all: Range<Int>
  ) -> [Int] {
    unit.map { byUnit[$0] ?? [] } ?? Array(all)
  }

  private func memo(
    _ place: ItemPlace, _ reference: Reference
  ) throws(FigureProblem) -> FactSource {
    guard let index = memos[place] else { throw .notPublished(reference) }
    let memo = dataset.memos[index]
    if memo.values[place.stage] != nil && !memo.derivedStages.contains(place.stage) {
      return .printed(.memo(index, place.stage))
    }
    let assignment = memo.expressions.first { $0.stage == place.stage }
    return .derived(reference, assignment!.expression)
  }

  private func balance(
    _ place: ItemPlace, _ reference: Reference
  ) throws(FigureProblem) -> FactSource {
    guard let index = balances[place] else { throw .notPublished(reference) }
    let balance = dataset.balances[index]
    if balance.amount != nil && !balance.isDerived { return .printed(.balance(index)) }
    guard let expression = balance.expression else { throw .notPublished(reference) }
    return .derived(reference, expression)
  }

  private func sum(
    _ sources: [FactSource], _ reference: Reference
  ) throws(FigureProblem) -> FactSource {
    guard !sources.isEmpty else { throw .notPublished(reference) }
    return sources.count == 1 ? sources[0] : .sum(sources)
  }

  // MARK: Cells of the accounts

  /// A printed cell, a derived one, or failing both the sum of its parts: by subject, by unit,
  /// by kind. Nil where none is published.
  func source(of key: CellKey, _ stage: Stage, _ year: FiscalYear) -> FactSource? {
    let cell = Quantity.cell(key, stage, year)
    if let expression = derivations[cell] {
      return .derived(.account(account(key, stage, year)), expression)
    }
    if dataset.accounts.amount(key, stage, year) != nil { return .printed(cell) }
    for dimension in [Dimension.subject, .unit, .kind] where key[dimension] != CellKey.all {
      let parts = dataset.accounts[dimension].tree.children(of: key[dimension]).compactMap {
        source(of: key.with(dimension, $0), stage, year)
      }
      if !parts.isEmpty { return parts.count == 1 ? parts[0] : .sum(parts) }
    }
    return nil
  }

  func isDerived(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) -> Bool {
    derivations[.cell(key, stage, year)] != nil
  }

  /// The parts by subject that are published of an account; at least one.
  func parts(of reference: Reference) throws(FigureProblem) -> [Reference] {
    guard case .account(let account) = reference else { return [] }
    let key = try key(account, reference)
    let tree = dataset.accounts[.subject].tree
    let below = key.subject == CellKey.all ? topSubjects : tree.children(of: key.subject)
    let parts = below.compactMap { subject -> Reference? in
      guard source(of: key.with(.subject, subject), account.stage, account.year) != nil else {
        return nil
      }
      var part = account
      part.subject = dataset.accounts[.subject].code(subject)
      return .account(part)
    }
    guard !parts.isEmpty else { throw .notPublished(reference) }
    return parts
  }

  private var topSubjects: [Int32] {
    let subjects = dataset.accounts[.subject]
    return (0..<Int32(subjects.codes.count)).filter { subjects.tree.parent(of: $0) == Tree.root }
  }

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

  /// A cell as an expression writes it.
  func account(_ key: CellKey, _ stage: Stage, _ year: FiscalYear) -> AccountReference {
    func code(_ dimension: Dimension) -> String? {
      key[dimension] == CellKey.all ? nil : dataset.accounts[dimension].code(key[dimension])
    }
    return AccountReference(
      stage: stage, unit: code(.unit), subject: code(.subject), year: year, kind: code(.kind),
      economic: code(.economic), fund: code(.fund), project: code(.project))
  }
}
