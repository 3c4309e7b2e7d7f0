/// What is to be said of the numbers that a report prints.
struct FigureFindings {
  static let rule = "figures"
  static let zeroBase = "zero_base"

  private let dataset: Dataset
  private let tieOut: TieOut
  private let bases: FigureBases
  private var isChinese: Bool { dataset.language == .chinese }

  init(_ dataset: Dataset, _ tieOut: TieOut) {
    self.dataset = dataset
    self.tieOut = tieOut
    bases = FigureBases(dataset)
  }

  /// Figures that differ from what their expression gives, or have no value.
  func figures() -> [Finding] {
    let faults = FaultFindings(dataset, tieOut)
    return faults.repairs(rule: FigureFindings.rule)
      + tieOut.figures.results.enumerated().compactMap { place, result in
        switch result.verdict {
        case .stated, .circular, .agrees, .otherUnit: return nil
        case .rounding: return finding(result, result.isUnlikely ? .warning : .note)
        case .undefined: return isZeroBase(result) ? nil : finding(result, .note)
        case .differs: return faults.completed(finding(result, .error), .figure(place))
        }
      }
  }

  /// Percentages and ratios of nothing: a note where the report prints 0 or 100, a warning where
  /// it prints another number.
  func zeroBases() -> [Finding] {
    tieOut.figures.results.filter(isZeroBase).map { result in
      let printed = result.figure.printed
      let usual = [0, 100].contains { Rational(printed) == Rational($0) }
      var finding = finding(result, usual ? .note : .warning)
      finding.rule = FigureFindings.zeroBase
      return finding
    }
  }

  private func isZeroBase(_ result: FigureChecks.Result) -> Bool {
    if case .undefined = result.problem { true } else { false }
  }

  private func finding(_ result: FigureChecks.Result, _ severity: Finding.Severity) -> Finding {
    let figure = result.figure
    let cell = figure.expression.flatMap(soleAccount)
    return Finding(
      rule: FigureFindings.rule, severity: severity, year: cell?.year, unit: cell?.unit,
      subject: cell?.subject, stage: cell?.stage, expected: result.recomputed,
      found: figure.printed, difference: result.difference, bound: result.bound,
      message: message(result), source: figure.source ?? figure.section ?? figure.place)
  }

  /// The one cell of the accounts that an expression speaks of, if it is one.
  private func soleAccount(_ expression: FigureExpression) -> AccountReference? {
    let accounts = ((try? references(in: expression)) ?? []).compactMap { reference in
      if case .account(let account) = reference { account } else { nil }
    }
    return Set(accounts).count == 1 ? accounts[0] : nil
  }

  // MARK: Words

  private func message(_ result: FigureChecks.Result) -> String {
    switch result.verdict {
    case .differs: differs(result) + otherBase(result)
    case .rounding: rounding(result)
    default: undefined(result) + otherBase(result)
    }
  }

  private func differs(_ result: FigureChecks.Result) -> String {
    let (name, printed, formula, value) = words(result)
    return isChinese
      ? "“\(name)”印为 \(printed)，按 \(formula) 计算为 \(value)，超出四舍五入的范围"
      : "'\(name)' is printed as \(printed); \(formula) gives \(value), "
        + "further than rounding can make"
  }

  private func rounding(_ result: FigureChecks.Result) -> String {
    let (name, printed, formula, value) = words(result)
    guard !result.isUnlikely else {
      return isChinese
        ? "“\(name)”印为 \(printed)，按 \(formula) 计算为 \(value)，四舍五入极少造成这样的差额"
        : "'\(name)' is printed as \(printed); \(formula) gives \(value), "
          + "which so many roundings hardly ever make"
    }
    return isChinese
      ? "“\(name)”印为 \(printed)，按 \(formula) 计算为 \(value)，属四舍五入尾差"
      : "'\(name)' is printed as \(printed); \(formula) gives \(value), which rounding makes"
  }

  private func undefined(_ result: FigureChecks.Result) -> String {
    let (name, printed, formula, _) = words(result)
    let problem = result.problem.map { isChinese ? chinese($0) : "\($0)" } ?? ""
    return isChinese
      ? "“\(name)”印为 \(printed)，无法按 \(formula) 计算：\(problem)"
      : "'\(name)' is printed as \(printed); \(formula) has no value: \(problem)"
  }

  /// A base on which a percentage would be right.
  private func otherBase(_ result: FigureChecks.Result) -> String {
    guard let base = bases.base(explaining: result.figure) else { return "" }
    return isChinese ? "；按 \(base) 计算则相符" : "; with \(base) it agrees"
  }

  private func words(
    _ result: FigureChecks.Result
  ) -> (name: String, printed: PrintedNumber, formula: String, value: String) {
    let figure = result.figure
    return (
      figure.name, figure.printed, figure.expression.map { "\($0)" } ?? "",
      result.recomputed.map { "\($0)" } ?? ""
    )
  }
}

private func chinese(_ problem: FigureProblem) -> String {
  switch problem {
  case .unknown(let reference, _): "\(reference) 不存在"
  case .notPublished(let reference): "\(reference) 未公布"
  case .undefined(let divisor): "除数 \(divisor) 为 0 或四舍五入后可能为 0，不适用"
  case .overflow(let expression): "\(expression) 超出可计算的范围"
  case .circular(let names): "循环引用：" + names.map { "\($0)" }.joined(separator: " → ")
  case .tooManySteps(let reference, let limit): "\(reference) 距已公布数超过 \(limit) 级推算"
  case .previousOfFigure(let name): "@\(name) 没有年度，不能取上年"
  case .noEarlierYear(let reference): "\(reference) 没有更早的年度"
  }
}
