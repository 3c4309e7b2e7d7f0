/// Recomputes the numbers that a report prints from the accounts and from each other.
public struct FigureChecks {
  static let rule = "figures"

  /// A printed figure beside what its expression gives.
  public struct Result: Sendable {
    public enum Verdict: String, Sendable {
      /// No expression: nothing to hold it against.
      case stated
      /// It is the source of a cell that the expression uses: it cannot confirm itself.
      case circular
      case agrees, rounding, differs
      /// The expression has no value: a cell is not published, or something is divided by zero.
      case undefined
    }

    public let figure: Figure
    public let verdict: Verdict
    /// With the decimals of the printed number.
    public let recomputed: PrintedNumber?
    public let difference: PrintedNumber?
    public let bound: PrintedNumber?
    public let problem: FigureProblem?
  }

  public let results: [Result]
  private let language: Language

  public init(_ dataset: Dataset) {
    let facts = DatasetFacts(dataset)
    let sources = FigureSources(dataset)
    language = dataset.language
    results = dataset.figures.map { FigureChecks.check($0, facts, sources) }
  }

  private static func check(
    _ figure: Figure, _ facts: DatasetFacts, _ sources: FigureSources
  ) -> Result {
    func result(_ verdict: Result.Verdict, problem: FigureProblem? = nil) -> Result {
      Result(
        figure: figure, verdict: verdict, recomputed: nil, difference: nil, bound: nil,
        problem: problem)
    }
    guard let expression = figure.expression else { return result(.stated) }
    if sources.rests(expression, on: figure.name) { return result(.circular) }
    do {
      return try compare(figure, evaluate(expression, with: facts))
    } catch let problem as FigureProblem {
      return result(.undefined, problem: problem)
    } catch {
      return result(.undefined, problem: .overflow(expression: "\(expression)"))
    }
  }

  private static func compare(
    _ figure: Figure, _ interval: PrintedInterval
  ) throws(ArithmeticProblem) -> Result {
    let comparison = try FigureComparison(printed: figure.printed, recomputed: interval)
    let decimals = figure.printed.decimals
    let verdict: Result.Verdict =
      switch comparison.verdict {
      case .agrees: .agrees
      case .rounding: .rounding
      case .differs: .differs
      }
    return Result(
      figure: figure, verdict: verdict, recomputed: try interval.value.rounded(decimals: decimals),
      difference: try comparison.difference.printed(atLeast: decimals),
      bound: try comparison.bound.printed(atLeast: decimals), problem: nil)
  }

  public var findings: [Finding] {
    results.compactMap { result in
      switch result.verdict {
      case .stated, .circular, .agrees: nil
      case .rounding: finding(result, .note)
      case .differs: finding(result, .error)
      case .undefined: finding(result, .note)
      }
    }
  }

  private func finding(_ result: Result, _ severity: Finding.Severity) -> Finding {
    let figure = result.figure
    let cell = figure.expression.flatMap(soleAccount)
    return Finding(
      rule: FigureChecks.rule, severity: severity, year: cell?.year, unit: cell?.unit,
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

  private func message(_ result: Result) -> String {
    let figure = result.figure
    let formula = figure.expression.map { "\($0)" } ?? ""
    let recomputed = result.recomputed.map { "\($0)" } ?? ""
    let isChinese = language == .chinese
    switch result.verdict {
    case .differs:
      return isChinese
        ? "“\(figure.name)”印为 \(figure.printed)，按 \(formula) 计算为 \(recomputed)，超出四舍五入的范围"
        : "'\(figure.name)' is printed as \(figure.printed); \(formula) gives \(recomputed), "
          + "further than rounding can make"
    case .rounding:
      return isChinese
        ? "“\(figure.name)”印为 \(figure.printed)，按 \(formula) 计算为 \(recomputed)，属四舍五入尾差"
        : "'\(figure.name)' is printed as \(figure.printed); \(formula) gives \(recomputed), "
          + "which rounding makes"
    default:
      let problem = result.problem.map { isChinese ? chinese($0) : "\($0)" } ?? ""
      return isChinese
        ? "“\(figure.name)”印为 \(figure.printed)，无法按 \(formula) 计算：\(problem)"
        : "'\(figure.name)' is printed as \(figure.printed); \(formula) has no value: \(problem)"
    }
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

/// Which printed figures an expression rests on, through derived cells too.
private struct FigureSources {
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
