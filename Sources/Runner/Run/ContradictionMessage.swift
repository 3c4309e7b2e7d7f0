import Analytics
import Forecast
import Reports

/// What is printed where ceilings contradict each other: each of a smallest set of them, and by how
/// much they miss.
struct ContradictionMessage {
  private let dataset: Dataset
  private let contradiction: CeilingContradiction

  init(_ dataset: Dataset, _ contradiction: CeilingContradiction) {
    self.dataset = dataset
    self.contradiction = contradiction
  }

  var text: String {
    let heading =
      "the ceilings of the \(contradiction.stage.rawValue) of \(contradiction.year) contradict each "
      + "other: these miss by \(printed(contradiction.miss)); change one of them"
    return ([heading] + contradiction.rules.map(line)).joined(separator: "\n  ")
  }

  private func printed(_ money: Money) -> String {
    money.printed(in: dataset.amountUnit, decimals: max(2, dataset.decimals)).description
  }

  private func line(_ rule: CeilingContradiction.Rule) -> String {
    let ceiling = rule.ceiling
    let about = ceiling.scope.en
    let reason = ceiling.reason.map { " (\($0))" } ?? ""
    return "\(ceiling.place): \(about) \(word(ceiling.rule)) \(printed(rule.limit))\(reason)"
  }

  private func word(_ rule: Ceiling.Rule) -> String {
    switch rule {
    case .fixed: "is"
    case .atMost: "is at most"
    case .atLeast: "is at least"
    }
  }
}
