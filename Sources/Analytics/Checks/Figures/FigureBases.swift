/// Percentages that are right on another base than the one they are said to be of: of the revised
/// budget and not the initial one, of this year and not the last.
struct FigureBases {
  private let facts: DatasetFacts

  init(_ dataset: Dataset) { facts = DatasetFacts(dataset) }

  /// The expression with another base that gives what is printed, if one alone does.
  func base(explaining figure: Figure) -> String? {
    guard figure.measure == .percent, let expression = figure.expression else { return nil }
    let fitting = others(expression).filter { other in
      guard let value = try? evaluate(other, with: facts),
        let comparison = try? FigureComparison(printed: figure.printed, recomputed: value)
      else { return false }
      return comparison.verdict == .agrees
    }
    return fitting.count == 1 ? "\(fitting[0])" : nil
  }

  private func others(_ expression: FigureExpression) -> [FigureExpression] {
    switch expression {
    case .sharePct(let part, let whole):
      return [Stage.budget, .revised].compactMap { stage in
        let other = whole.restaged(stage)
        return other == whole ? nil : .sharePct(part, whole: other)
      }
    case .growthPct(let term):
      return [
        .binary(
          .multiply, .binary(.divide, .change(term), term),
          .number(PrintedNumber(mantissa: 100, decimals: 0)))
      ]
    case .binary(.multiply, let factor, let hundred):
      return others(factor, times: hundred)
    default: return []
    }
  }

  private func others(
    _ factor: FigureExpression, times hundred: FigureExpression
  ) -> [FigureExpression] {
    guard case .binary(.divide, let part, let whole) = factor else { return [] }
    return [Stage.budget, .revised].compactMap { stage in
      let other = whole.restaged(stage)
      return other == whole
        ? nil : .binary(.multiply, .binary(.divide, part, other), hundred)
    }
  }
}

extension FigureExpression {
  /// The expression with every budget or revised budget in it taken at another stage.
  fileprivate func restaged(_ stage: Stage) -> FigureExpression {
    switch self {
    case .number: self
    case .reference(let reference): .reference(reference.restaged(stage))
    case .binary(let sign, let a, let b): .binary(sign, a.restaged(stage), b.restaged(stage))
    case .negate(let term): .negate(term.restaged(stage))
    case .sum(let terms): .sum(terms.map { $0.restaged(stage) })
    case .change(let term): .change(term.restaged(stage))
    case .growthPct(let term): .growthPct(term.restaged(stage))
    case .sharePct(let a, let b): .sharePct(a.restaged(stage), whole: b.restaged(stage))
    case .previous(let term): .previous(term.restaged(stage))
    }
  }
}

extension Reference {
  fileprivate func restaged(_ stage: Stage) -> Reference {
    switch self {
    case .account(var account) where account.stage != .outturn:
      account.stage = stage
      return .account(account)
    case .memo(let item, let unit, let year, let old) where old != .outturn:
      return .memo(item: item, unit: unit, year: year, stage: stage)
    default: return self
    }
  }
}
