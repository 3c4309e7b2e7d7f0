/// Recomputes the numbers that a report prints from the accounts and from each other.
public struct FigureChecks: Sendable {
  /// A printed figure beside what its expression gives.
  public struct Result: Sendable {
    public enum Verdict: String, Sendable {
      /// No expression: nothing to hold it against.
      case stated
      /// It is the source of a cell that the expression uses: it cannot confirm itself.
      case circular
      case agrees, rounding, differs
      /// It is what the expression gives in another amount unit: 元 for 万元.
      case otherUnit = "other_unit"
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
    /// Where the expression has a value.
    let comparison: FigureComparison?
    /// Whether the difference is inside the bound, and beyond what so many roundings usually make.
    let isUnlikely: Bool
    /// In which it agrees, if in its own it does not.
    let otherUnit: AmountUnit?
  }

  public let results: [Result]

  public init(_ dataset: Dataset) { self.init(dataset, DatasetFacts(dataset)) }

  init(_ dataset: Dataset, _ facts: DatasetFacts) {
    let sources = FigureSources(dataset)
    results = dataset.figures.map { FigureChecks.check($0, facts, sources) }
  }

  private static func check(
    _ figure: Figure, _ facts: DatasetFacts, _ sources: FigureSources
  ) -> Result {
    func result(_ verdict: Result.Verdict, problem: FigureProblem? = nil) -> Result {
      Result(
        figure: figure, verdict: verdict, recomputed: nil, difference: nil, bound: nil,
        problem: problem, comparison: nil, isUnlikely: false, otherUnit: nil)
    }
    guard let expression = figure.expression else { return result(.stated) }
    if sources.rests(expression, on: figure.name) { return result(.circular) }
    do {
      return try compare(figure, expression, facts)
    } catch let problem as FigureProblem {
      return result(.undefined, problem: problem)
    } catch {
      return result(.undefined, problem: .overflow(expression: "\(expression)"))
    }
  }

  private static func compare(
    _ figure: Figure, _ expression: FigureExpression, _ facts: DatasetFacts
  ) throws -> Result {
    let interval = try evaluate(expression, with: facts)
    let comparison = try FigureComparison(printed: figure.printed, recomputed: interval)
    let decimals = figure.printed.decimals
    let verdict: Result.Verdict
    var isUnlikely = false
    var otherUnit: AmountUnit?
    switch comparison.verdict {
    case .agrees: verdict = .agrees
    case .differs:
      otherUnit = try self.otherUnit(figure, interval, facts)
      verdict = otherUnit == nil ? .differs : .otherUnit
    case .rounding:
      verdict = .rounding
      isUnlikely = try comparison.isUnlikely(widths: widths(expression, figure, facts))
    }
    return Result(
      figure: figure, verdict: verdict, recomputed: try interval.value.rounded(decimals: decimals),
      difference: try comparison.difference.printed(atLeast: decimals),
      bound: try comparison.bound.printed(atLeast: decimals), problem: nil,
      comparison: comparison, isUnlikely: isUnlikely, otherUnit: otherUnit)
  }

  private static func otherUnit(
    _ figure: Figure, _ interval: PrintedInterval, _ facts: DatasetFacts
  ) throws(ArithmeticProblem) -> AmountUnit? {
    guard figure.measure == .amount || figure.measure == .yuan else { return nil }
    let unit = figure.measure.amountUnit(in: facts.index.dataset)
    return try figure.printed.otherUnit(than: unit, showing: interval)
  }

  /// How wide the interval of each number of a long sum is, the figure's own among them; none for
  /// what is no long sum.
  private static func widths(
    _ expression: FigureExpression, _ figure: Figure, _ facts: DatasetFacts
  ) throws(ArithmeticProblem) -> [Rational] {
    guard let form = Linearisation(index: facts.index).form(expression),
      form.terms.count + 1 >= Identity.longSum
    else { return [] }
    let own = try Rational.halfLastDigit(decimals: figure.printed.decimals) * Rational(2)
    return try form.terms.map { term throws(ArithmeticProblem) in
      let interval = facts.interval(of: term.quantity)
      return try term.coefficient * (interval.upper - interval.lower)
    } + [own]
  }
}
