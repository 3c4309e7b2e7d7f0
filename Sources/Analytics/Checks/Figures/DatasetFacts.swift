/// Answers the references of figure expressions from a dataset, each with the interval that its
/// printed digits leave open. Amounts are in the dataset's amount unit.
struct DatasetFacts: FigureFacts {
  let index: FactIndex
  /// What some numbers would be if they were mended.
  private var mended: [Quantity: PrintedInterval] = [:]
  private var trail = Trail()

  private var dataset: Dataset { index.dataset }

  /// Keeps derivations of derivations below what the stack holds.
  private static let stepLimit = 200

  /// The derivations under way, to find those that go in a circle, and those that are done.
  private final class Trail {
    var open: [Reference] = []
    var done: [Reference: PrintedInterval] = [:]
  }

  init(_ dataset: Dataset) { index = FactIndex(dataset) }

  /// The same dataset with some of its numbers replaced.
  func mending(_ values: [Quantity: PrintedInterval]) -> DatasetFacts {
    var facts = self
    facts.mended = values
    facts.trail = Trail()
    return facts
  }

  func value(of reference: Reference) throws(FigureProblem) -> PrintedInterval {
    try value(of: try index.source(of: reference), reference)
  }

  func parts(of reference: Reference) throws(FigureProblem) -> [Reference] {
    try index.parts(of: reference)
  }

  private func value(
    of source: FactSource, _ reference: Reference
  ) throws(FigureProblem) -> PrintedInterval {
    switch source {
    case .printed(let quantity): return interval(of: quantity)
    case .derived(let name, let expression): return try derived(name, expression)
    case .sum(let sources):
      var total = PrintedInterval(exactly: .zero)
      for source in sources {
        let part = try value(of: source, reference)
        do {
          total = try total + part
        } catch {
          throw .overflow(expression: "\(reference)")
        }
      }
      return total
    }
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

  // MARK: Intervals

  /// The interval of a number that is printed: half its last digit on both sides.
  func interval(of quantity: Quantity) -> PrintedInterval {
    if let mended = mended[quantity] { return mended }
    switch quantity {
    case .cell(let key, let stage, let year):
      return interval(dataset.accounts.amount(key, stage, year)!)
    case .memo(let memo, let stage):
      let memo = dataset.memos[memo]
      return memo.measure == .money
        ? interval(memo.values[stage]!)
        : PrintedInterval(exactly: Rational(memo.values[stage]!, in: .unit))
    case .balance(let balance): return interval(dataset.balances[balance].amount!)
    case .receipt(let receipt, let stage):
      return interval(dataset.receipts[receipt].values[stage]!)
    case .heads(let row): return PrintedInterval(exactly: dataset.headcount[row].inPost!)
    case .figure(let figure): return PrintedInterval(dataset.figures[figure].printed)
    }
  }

  private func interval(_ amount: Money) -> PrintedInterval {
    let exact = Rational(amount, in: dataset.amountUnit)
    let printed = dataset.printed(amount)
    guard dataset.precision == .printed, Rational(printed) == exact else {
      return PrintedInterval(exactly: exact)
    }
    return PrintedInterval(printed)
  }
}
