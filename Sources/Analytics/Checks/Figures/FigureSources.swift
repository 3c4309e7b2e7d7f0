/// Which printed figures an expression rests on, through derived cells too.
struct FigureSources {
  private let facts: [String: Set<String>]

  init(_ dataset: Dataset) {
    var facts: [String: Set<String>] = [:]
    for derivation in dataset.accounts.derivations {
      let key = derivation.key
      func code(_ dimension: Dimension) -> String? {
        key[dimension] == CellKey.all ? nil : dataset.accounts[dimension].code(key[dimension])
      }
      let reference = Reference.account(
        AccountReference(
          stage: derivation.stage, unit: code(.unit), subject: code(.subject),
          year: derivation.year, kind: code(.kind), economic: code(.economic),
          fund: code(.fund), project: code(.project)))
      facts["\(reference)", default: []].formUnion(Self.names(derivation.expression))
    }
    for memo in dataset.memos {
      for assignment in memo.expressions {
        for unit in [memo.unit, nil] {
          let reference = Reference.memo(
            item: memo.item, unit: unit, year: memo.year, stage: assignment.stage)
          facts["\(reference)", default: []].formUnion(Self.names(assignment.expression))
        }
      }
    }
    for balance in dataset.balances {
      guard let expression = balance.expression else { continue }
      for unit in [balance.unit, nil] {
        let reference = Reference.balance(item: balance.item, unit: unit, year: balance.year)
        facts["\(reference)", default: []].formUnion(Self.names(expression))
      }
    }
    self.facts = facts
  }

  private static func names(_ expression: FigureExpression) -> [String] {
    ((try? references(in: expression)) ?? []).map { "\($0)" }
  }

  /// Whether an expression comes back to a figure.
  func rests(_ expression: FigureExpression, on figure: String) -> Bool {
    let goal = "\(Reference.figure(figure))"
    var seen: Set<String> = []
    var open = FigureSources.names(expression)
    while let next = open.popLast() {
      if next == goal { return true }
      if seen.insert(next).inserted { open += Array(facts[next] ?? []) }
    }
    return false
  }
}
