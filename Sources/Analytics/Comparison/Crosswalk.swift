/// Restates earlier years into the newest classification.
///
/// Each amount of a code before the year in which it was replaced goes to its successors by their
/// weights, exactly: every part but the last is rounded down to the cent and the last takes the
/// rest, so that the parts of a split add up to what was split. A successor that was itself
/// replaced later passes its amounts on.
public struct Crosswalk: Sendable {
  private struct Step: Sendable {
    let dimension: Dimension
    let from: Int32
    let fromYear: FiscalYear
    let successors: [(member: Int32, weight: PrintedNumber)]
  }

  private let steps: [Step]

  /// The steps in the order of their years, so that chains of changes pass amounts on.
  init(_ rules: [CrosswalkRule], _ accounts: inout Accounts) {
    let groups = Dictionary(grouping: rules) { "\($0.dimension) \($0.fromYear) \($0.from)" }
    steps = groups.values.map { group in
      let dimension = group[0].dimension
      return Step(
        dimension: dimension, from: accounts[dimension].codes.intern(group[0].from),
        fromYear: group[0].fromYear,
        successors: group.sorted { $0.to < $1.to }.map {
          (accounts[dimension].codes.intern($0.to), $0.weight)
        })
    }.sorted { ($0.fromYear, $0.dimension, $0.from) < ($1.fromYear, $1.dimension, $1.from) }
  }

  /// The dataset in its newest classification; itself where it has no crosswalk.
  public static func restated(_ dataset: Dataset) -> Dataset {
    guard !dataset.crosswalk.isEmpty else { return dataset }
    var restated = dataset
    let crosswalk = Crosswalk(dataset.crosswalk, &restated.accounts)
    for step in crosswalk.steps { crosswalk.apply(step, &restated.accounts) }
    return restated
  }

  private func apply(_ step: Step, _ accounts: inout Accounts) {
    let cells = (0..<accounts.cellCount).filter {
      accounts.key($0)[step.dimension] == step.from
    }
    for year in accounts.years where year < step.fromYear {
      for cell in cells {
        for stage in Stage.allCases {
          guard let amount = accounts.amount(cell, stage, year) else { continue }
          move(amount, from: accounts.key(cell), stage, year, step, &accounts)
        }
      }
    }
  }

  private func move(
    _ amount: Money, from key: CellKey, _ stage: Stage, _ year: FiscalYear, _ step: Step,
    _ accounts: inout Accounts
  ) {
    dropTotals(above: key, stage, year, step, &accounts)
    accounts.clear(key, stage, year)
    for (part, successor) in zip(parts(of: amount, step), step.successors) {
      let target = key.with(step.dimension, successor.member)
      let there = accounts.amount(target, stage, year) ?? .zero
      accounts.fill(target, stage, year, there + part)
    }
  }

  private func parts(of amount: Money, _ step: Step) -> [Money] {
    var rest = amount
    var parts = step.successors.dropLast().map { successor -> Money in
      let scaled = Int128(amount.cents) * Int128(successor.weight.mantissa)
      let cents = scaled / .powerOfTen(successor.weight.decimals)
      let part = Money(cents: Int64(cents))
      rest = rest - part
      return part
    }
    parts.append(rest)
    return parts
  }

  /// A published total of the old classification that does not hold the successors too is no
  /// total of the new one.
  private func dropTotals(
    above key: CellKey, _ stage: Stage, _ year: FiscalYear, _ step: Step,
    _ accounts: inout Accounts
  ) {
    let tree = accounts[step.dimension].tree
    let unchanged = step.successors.map { Set(tree.ancestors(of: $0.member)) }
    for above in tree.ancestors(of: step.from)
    where !unchanged.allSatisfy({ $0.contains(above) }) {
      accounts.clear(key.with(step.dimension, above), stage, year)
    }
    for successor in step.successors {
      for above in tree.ancestors(of: successor.member)
      where !tree.ancestors(of: step.from).contains(above) {
        accounts.clear(key.with(step.dimension, above), stage, year)
      }
    }
  }
}
