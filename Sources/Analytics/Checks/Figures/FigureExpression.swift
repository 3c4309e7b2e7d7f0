/// How a report's figure follows from other numbers.
///
/// Written in the language of `figures.expression`: `growth_pct(outturn(all, all, 2023))`.
public indirect enum FigureExpression: Hashable, Sendable {
  public enum Operator: String, CaseIterable, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  /// An exact constant. The parser makes none below zero: it negates.
  case number(PrintedNumber)
  case reference(Reference)
  case binary(Operator, FigureExpression, FigureExpression)
  case negate(FigureExpression)
  /// The sum of several; of one account alone, the sum over the parts that are published of it.
  case sum([FigureExpression])
  /// The expression less the same a year earlier.
  case change(FigureExpression)
  /// The change in per cent of the absolute amount a year earlier.
  case growthPct(FigureExpression)
  case sharePct(FigureExpression, whole: FigureExpression)
  /// The expression with the year of every reference one less.
  case previous(FigureExpression)
}

extension FigureExpression: CustomStringConvertible {
  /// The expression as it is written; parsing it gives the same expression.
  public var description: String {
    switch self {
    case .number(let number): number.mantissa < 0 ? "(\(number))" : "\(number)"
    case .reference(let reference): "\(reference)"
    case .binary(let sign, let left, let right):
      "\(left.text(inside: sign)) \(sign.rawValue) \(right.text(inside: sign, isRight: true))"
    case .negate(let term): "-" + (term.isBinary ? "(\(term))" : "\(term)")
    case .sum(let terms): "sum(\(terms.map(\.description).joined(separator: ", ")))"
    case .change(let term): "change(\(term))"
    case .growthPct(let term): "growth_pct(\(term))"
    case .sharePct(let term, let whole): "share_pct(\(term), \(whole))"
    case .previous(let term): "previous(\(term))"
    }
  }

  /// Brackets where the operand would otherwise belong to the left neighbour or bind less.
  private func text(inside sign: Operator, isRight: Bool = false) -> String {
    guard case .binary(let own, _, _) = self else { return description }
    let isLoose = sign.bindsTightly && !own.bindsTightly
    let isSame = sign.bindsTightly == own.bindsTightly
    return isLoose || (isSame && isRight) ? "(\(description))" : description
  }

  private var isBinary: Bool {
    if case .binary = self { true } else { false }
  }
}

extension FigureExpression.Operator {
  fileprivate var bindsTightly: Bool { self == .multiply || self == .divide }
}
