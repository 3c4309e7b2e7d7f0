/// Restates earlier years into the newest classification.
///
/// Each amount of a code before the year in which it was replaced goes to its successors by their
/// weights, exactly: every part but the last is rounded down to the cent and the last takes the
/// rest, so that the parts of a split add up to what was split. A successor that was itself
/// replaced later passes its amounts on. Changes of one year are all of the codes of the year before:
/// what a code then takes it does not pass on. Of changes in one year units go first. The total of
/// every stage and year stays what it was.
public struct Crosswalk: Sendable {
  struct Step: Sendable {
    let dimension: Dimension
    let from: String
    let fromYear: FiscalYear
    let successors: [(code: String, weight: PrintedNumber)]
  }

  /// In the order of their years; of one year, each code passes on before it takes.
  let steps: [Step]
  let index: StepIndex

  public init(_ rules: [CrosswalkRule]) {
    let groups = Dictionary(grouping: rules) { "\($0.dimension) \($0.fromYear) \($0.from)" }
    let steps = groups.values.map { group in
      Step(
        dimension: group[0].dimension, from: group[0].from, fromYear: group[0].fromYear,
        successors: group.sorted { $0.to < $1.to }.map { ($0.to, $0.weight) })
    }
    self.steps = Step.inOrder(steps)
    index = StepIndex(self.steps)
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
    isEmpty ? dataset : restated(dataset, accounts: dataset.accounts.restated(by: self))
  }

  /// A dataset with all but its accounts restated, and these as they were restated before: of a
  /// scenario, which has those of the dataset that it is of.
  public func restated(_ dataset: Dataset, accounts: Accounts) -> Dataset {
    guard !isEmpty else { return dataset }
    var restated = dataset
    restated.accounts = accounts
    restated.adjustments = dataset.adjustments.flatMap(self.restated)
    restated.receipts = self.restated(dataset.receipts)
    return restatedPeople(restated)
  }

  private func restated(_ adjustment: Adjustment) -> [Adjustment] {
    restated(adjustment, codes: \.codes) { adjustment, place in
      let step = steps[place]
      guard adjustment.year < step.fromYear else { return [adjustment] }
      return step.successors.indices.map { place in
        var part = adjustment
        if step.dimension == .unit {
          part.unit = step.successors[place].code
        } else {
          part.subject = step.successors[place].code
        }
        part.amount = adjustment.amount.map { Crosswalk.parts(of: $0, step)[place] }
        part.low = adjustment.low.map { Crosswalk.parts(of: $0, step)[place] }
        part.high = adjustment.high.map { Crosswalk.parts(of: $0, step)[place] }
        return part
      }
    }
  }
}

extension Adjustment {
  fileprivate var codes: [Crosswalk.Code] {
    [unit.map { .init(.unit, $0) }, subject.map { .init(.subject, $0) }].compactMap(\.self)
  }
}
