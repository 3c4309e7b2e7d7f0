import Analytics

/// How each forecast comes about, step by step from last year's figure; the printed steps add up
/// to the printed mean.
///
/// A sum's steps are those of its lines added up, and rounded anew.
public struct Explanations: Sendable {
  private let tables: [Target: StepTable]
  private let lastDigit: Money

  static let none = Explanations(tables: [:], lastDigit: Money(cents: 1))

  private init(tables: [Target: StepTable], lastDigit: Money) {
    self.tables = tables
    self.lastDigit = lastDigit
  }

  /// - Parameters:
  ///   - tables: The steps of lines up to their forecasts before reconciliation.
  ///   - predictions: Of all nodes.
  init(
    _ tables: consuming [Target: StepTable], _ predictions: Predictions, _ nodes: NodeTable,
    lastDigit: Money
  ) {
    let lines = nodes.panel.lines.count
    for predictions in predictions.byTarget {
      guard let first = predictions.first else { continue }
      let target = Target(stage: first.stage, horizon: first.horizon)
      for it in predictions where it.node < lines {
        tables[target]?.add(Self.reconciled(it), to: it.node)
      }
    }
    // A list of its own: the dictionary's would share, and so copy, every table that is changed.
    for target in Array(tables.keys) { tables[target]!.addUp(lines: lines, above: nodes.above) }
    self.tables = tables
    self.lastDigit = lastDigit
  }

  /// What reconciliation has added to a line's own forecast.
  private static func reconciled(_ line: Prediction) -> [StepAmount] {
    [
      StepAmount(.reconciliation, line.reconciled - line.base),
      StepAmount(.ceiling, line.constrained - line.reconciled),
    ]
  }

  /// One step as it is printed.
  public struct Printed: Hashable, Sendable {
    public let step: Step
    /// On the last printed digit.
    public let amount: Money
  }

  /// The steps of a forecast, in order: the last year's and all that are not 0. They add up to its
  /// mean. None where forecasts were not asked to be explained.
  public func steps(_ prediction: Prediction) -> [Printed] {
    let target = Target(stage: prediction.stage, horizon: prediction.horizon)
    guard let table = tables[target] else { return [] }
    var printed: [Printed] = []
    var rest = prediction.mean
    for (place, step) in Step.order.enumerated() where step != .rounding {
      let amount = table.amount(prediction.node, stepAt: place).rounded(to: lastDigit)
      guard step == .lastYear || amount != .zero else { continue }
      printed.append(Printed(step: step, amount: amount))
      rest = rest - amount
    }
    if rest != .zero { printed.append(Printed(step: .rounding, amount: rest)) }
    return printed
  }
}
