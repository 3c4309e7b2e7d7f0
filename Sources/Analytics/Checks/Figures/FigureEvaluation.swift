/// Where expressions take their numbers from.
public protocol FigureFacts {
  /// The number with the bounds that its printed digits, or those it was derived from, leave.
  func value(of reference: Reference) throws(FigureProblem) -> PrintedInterval

  /// The parts that are published of an account, for `sum` of that account alone; at least one.
  func parts(of reference: Reference) throws(FigureProblem) -> [Reference]
}

/// Computes an expression exactly, with the worst-case bounds of the printed digits it rests on.
public func evaluate(
  _ expression: FigureExpression, with facts: some FigureFacts
) throws(FigureProblem) -> PrintedInterval {
  try FigureEvaluation(facts: facts).value(of: expression, yearsBack: 0)
}

/// Every reference of an expression once, in reading order, with its year as it is taken: `change`
/// and `growth_pct` need two years. Of `sum` of one account it is the account, not its parts.
///
/// Whoever follows the figures among them from expression to expression finds circular ones.
///
/// - Throws: `previousOfFigure` and `noEarlierYear`.
public func references(
  in expression: FigureExpression
) throws(FigureProblem) -> [Reference] {
  var found: [Reference] = []
  var seen: Set<Reference> = []
  try expression.visitReferences(yearsBack: 0) { reference in
    if seen.insert(reference).inserted { found.append(reference) }
  }
  return found
}

private struct FigureEvaluation<Facts: FigureFacts> {
  let facts: Facts

  /// - Parameter yearsBack: How many `previous` the expression stands in.
  func value(
    of expression: FigureExpression, yearsBack: Int
  ) throws(FigureProblem) -> PrintedInterval {
    switch expression {
    case .number(let number):
      return PrintedInterval(exactly: number)
    case .reference(let reference):
      return try facts.value(of: try reference.earlier(by: yearsBack))
    case .negate(let term):
      return -(try value(of: term, yearsBack: yearsBack))
    case .previous(let term):
      return try value(of: term, yearsBack: yearsBack + 1)
    case .sum(let terms):
      return try sum(terms, yearsBack: yearsBack)
    case .binary(let sign, let left, let right):
      return try combine(.sign(sign), (left, yearsBack), (right, yearsBack), in: expression)
    case .change(let term):
      return try combine(
        .sign(.subtract), (term, yearsBack), (term, yearsBack + 1), in: expression)
    case .growthPct(let term):
      return try combine(.growthPct, (term, yearsBack), (term, yearsBack + 1), in: expression)
    case .sharePct(let term, let whole):
      return try combine(.sharePct, (term, yearsBack), (whole, yearsBack), in: expression)
    }
  }

  private func combine(
    _ step: Step, _ left: Dated, _ right: Dated, in expression: FigureExpression
  ) throws(FigureProblem) -> PrintedInterval {
    let a = try value(of: left.term, yearsBack: left.yearsBack)
    let b = try value(of: right.term, yearsBack: right.yearsBack)
    do {
      return try step.apply(a, b)
    } catch {
      let divisor = (0..<right.yearsBack).reduce(right.term) { term, _ in .previous(term) }
      throw FigureProblem(error, at: expression, divisor: divisor)
    }
  }

  private func sum(
    _ terms: [FigureExpression], yearsBack: Int
  ) throws(FigureProblem) -> PrintedInterval {
    var values: [PrintedInterval] = []
    if terms.count == 1, let account = try terms[0].loneAccount(yearsBack: yearsBack) {
      for part in try facts.parts(of: account) { values.append(try facts.value(of: part)) }
    } else {
      for term in terms { values.append(try value(of: term, yearsBack: yearsBack)) }
    }
    do {
      var total = PrintedInterval(exactly: .zero)
      for value in values { total = try total + value }
      return total
    } catch {
      throw FigureProblem(error, at: .sum(terms), divisor: .sum(terms))
    }
  }
}

/// An expression, and how many `previous` it stands in.
private typealias Dated = (term: FigureExpression, yearsBack: Int)

/// What is done with two numbers.
private enum Step {
  case sign(FigureExpression.Operator)
  case growthPct, sharePct

  func apply(
    _ a: PrintedInterval, _ b: PrintedInterval
  ) throws(ArithmeticProblem) -> PrintedInterval {
    switch self {
    case .sign(.add): try a + b
    case .sign(.subtract): try a - b
    case .sign(.multiply): try a * b
    case .sign(.divide): try a / b
    case .growthPct: try a.growthPct(on: b)
    case .sharePct: try a.sharePct(of: b)
    }
  }
}

extension FigureProblem {
  fileprivate init(
    _ problem: ArithmeticProblem, at expression: FigureExpression, divisor: FigureExpression
  ) {
    self =
      switch problem {
      case .overflow: .overflow(expression: "\(expression)")
      case .divisionByZero, .divisionAcrossZero: .undefined(divisor: "\(divisor)")
      }
  }
}

extension FigureExpression {
  /// The account that stands alone here, through any `previous`.
  func loneAccount(yearsBack: Int) throws(FigureProblem) -> Reference? {
    switch self {
    case .reference(let reference):
      guard case .account = reference else { return nil }
      return try reference.earlier(by: yearsBack)
    case .previous(let term):
      return try term.loneAccount(yearsBack: yearsBack + 1)
    default:
      return nil
    }
  }

  fileprivate func visitReferences(
    yearsBack: Int, _ visit: (Reference) -> Void
  ) throws(FigureProblem) {
    switch self {
    case .number: break
    case .reference(let reference):
      visit(try reference.earlier(by: yearsBack))
    case .negate(let term):
      try term.visitReferences(yearsBack: yearsBack, visit)
    case .binary(_, let left, let right), .sharePct(let left, let right):
      try left.visitReferences(yearsBack: yearsBack, visit)
      try right.visitReferences(yearsBack: yearsBack, visit)
    case .sum(let terms):
      for term in terms { try term.visitReferences(yearsBack: yearsBack, visit) }
    case .change(let term), .growthPct(let term):
      try term.visitReferences(yearsBack: yearsBack, visit)
      try term.visitReferences(yearsBack: yearsBack + 1, visit)
    case .previous(let term):
      try term.visitReferences(yearsBack: yearsBack + 1, visit)
    }
  }
}
