/// Restates earlier years into the newest classification.
///
/// Each amount of a code before the year in which it was replaced goes to its successors by their
/// weights, exactly: every part but the last is rounded down to the cent and the last takes the
/// rest, so that the parts of a split add up to what was split. A successor that was itself
/// replaced later passes its amounts on; of changes in one year units go first. The total of every
/// stage and year stays what it was.
public struct Crosswalk: Sendable {
  struct Step: Sendable {
    let dimension: Dimension
    let from: String
    let fromYear: FiscalYear
    let successors: [(code: String, weight: PrintedNumber)]
  }

  /// In the order of their years.
  let steps: [Step]

  public init(_ rules: [CrosswalkRule]) {
    let groups = Dictionary(grouping: rules) { "\($0.dimension) \($0.fromYear) \($0.from)" }
    steps = groups.values.map { group in
      Step(
        dimension: group[0].dimension, from: group[0].from, fromYear: group[0].fromYear,
        successors: group.sorted { $0.to < $1.to }.map { ($0.to, $0.weight) })
    }.sorted { ($0.fromYear, $0.dimension, $0.from) < ($1.fromYear, $1.dimension, $1.from) }
  }

  public var isEmpty: Bool { steps.isEmpty }

  /// The parts of an amount, in the order of the successors.
  static func parts(of amount: Money, _ step: Step) -> [Money] {
    var rest = amount
    var parts = step.successors.dropLast().map { successor -> Money in
      let scaled = Int128(amount.cents) * Int128(successor.weight.mantissa)
      let part = Money(
        cents: Int64(scaled.dividedRoundingDown(by: .powerOfTen(successor.weight.decimals))))
      rest = rest - part
      return part
    }
    parts.append(rest)
    return parts
  }

  // MARK: Datasets

  /// The dataset with its cells, for breakdowns by kind and project, its adjustments, receipts,
  /// people and rates under the codes of the newest classification; itself where it has no
  /// crosswalk.
  public func restated(_ dataset: Dataset) -> Dataset {
    guard !isEmpty else { return dataset }
    var accounts = dataset.accounts
    for step in steps { apply(step, &accounts) }
    return restated(dataset, accounts: accounts)
  }

  /// A dataset with all but its accounts restated, and these as they were restated before: of a
  /// scenario, which has those of the dataset that it is of.
  public func restated(_ dataset: Dataset, accounts: Accounts) -> Dataset {
    guard !isEmpty else { return dataset }
    var restated = dataset
    restated.accounts = accounts
    for step in steps {
      restated.adjustments = restated.adjustments.flatMap { Crosswalk.restated($0, step) }
      restated.receipts = Crosswalk.restated(restated.receipts, step)
    }
    return restatedPeople(restated)
  }

  private static func restated(_ adjustment: Adjustment, _ step: Step) -> [Adjustment] {
    let code = step.dimension == .unit ? adjustment.unit : adjustment.subject
    guard code == step.from, adjustment.year < step.fromYear else { return [adjustment] }
    return step.successors.indices.map { place in
      var part = adjustment
      if step.dimension == .unit {
        part.unit = step.successors[place].code
      } else {
        part.subject = step.successors[place].code
      }
      part.amount = adjustment.amount.map { parts(of: $0, step)[place] }
      part.low = adjustment.low.map { parts(of: $0, step)[place] }
      part.high = adjustment.high.map { parts(of: $0, step)[place] }
      return part
    }
  }

  private func apply(_ step: Step, _ accounts: inout Accounts) {
    guard let from = accounts[step.dimension].codes.find(step.from) else { return }
    let successors = step.successors.map { accounts[step.dimension].codes.intern($0.code) }
    let cells = (0..<accounts.cellCount).filter { accounts.key($0)[step.dimension] == from }
    for year in accounts.years where year < step.fromYear {
      for cell in cells {
        for stage in Stage.allCases {
          guard let amount = accounts.amount(cell, stage, year) else { continue }
          let key = accounts.key(cell)
          accounts.clear(key, stage, year)
          for (part, successor) in zip(Crosswalk.parts(of: amount, step), successors) {
            let target = key.with(step.dimension, successor)
            let there = accounts.amount(target, stage, year) ?? .zero
            accounts.fill(target, stage, year, there + part)
          }
        }
      }
    }
  }
}
