/// From last year's outturn over this year's budget to next year's draft, step by step.
///
/// The drafted year is the first without a budget. The current year is the one before: its
/// outturn, closed or not, is the estimate. Each step's change is from the last step before it
/// that has an amount.
public struct Bridge: Sendable {
  public enum Step: String, CaseIterable, Sendable {
    case previousOutturn = "previous_outturn"
    case budget, revised, estimate
    case draftBudget = "draft_budget"
    case draftOutturn = "draft_outturn"

    var stage: Stage {
      switch self {
      case .previousOutturn, .estimate, .draftOutturn: .outturn
      case .budget, .draftBudget: .budget
      case .revised: .revised
      }
    }

    /// Whether the step is of the year to come.
    var isAhead: Bool { self == .draftBudget || self == .draftOutturn }
  }

  public struct Amount: Hashable, Sendable {
    public let year: FiscalYear
    public let amount: Money
    /// Nil for the first step that has an amount.
    public let change: Money?
    /// Whether the amount is forecast, and whether the change is from or to one that is.
    public let (isForecast, isForecastChange): (Bool, Bool)
  }

  public struct Row: Hashable, Sendable {
    public let node: Int
    /// In the order of the steps; nil where nothing is known or forecast.
    public let amounts: [Amount?]
  }

  /// A forecast of a node at a stage and year, or nil.
  public typealias Forecast = @Sendable (_ node: Int, Stage, FiscalYear) -> Money?

  /// Where a step's amounts stand.
  private struct Source: Sendable {
    let stage: Stage
    let year: FiscalYear
    let plane: Int?
    /// Last year's outturn and this year's budgets are never forecast, nor is a closed year.
    let mayBeForecast: Bool
  }

  public let nodes: NodeTable
  private let forecast: Forecast
  /// The current year: the last with a budget, failing that the last with anything.
  public let currentYear: FiscalYear?
  /// In the order of the steps; nil for a year that no calendar has.
  private let sources: [Source?]

  /// - Parameter forecast: Stands in for outturns and budgets that are not there yet.
  public init(_ nodes: NodeTable, forecast: @escaping Forecast = { _, _, _ in nil }) {
    self.nodes = nodes
    self.forecast = forecast
    let panel = nodes.panel
    let total = nodes.total
    func hasTotal(_ stage: Stage, _ year: FiscalYear) -> Bool {
      total.map { nodes.cell($0, stage, year).money != nil } ?? false
    }
    let current = panel.years.last { hasTotal(.budget, $0) } ?? panel.years.last
    currentYear = current
    let isClosed = current.map { hasTotal(.outturn, $0) } ?? false
    sources = Step.allCases.map { step in
      Bridge.year(of: step, current).map { year in
        Source(
          stage: step.stage, year: year, plane: panel.plane(step.stage, year),
          mayBeForecast: step.isAhead || (step == .estimate && !isClosed))
      }
    }
  }

  private static func year(of step: Step, _ current: FiscalYear?) -> FiscalYear? {
    switch step {
    case .previousOutturn: current?.previous
    case .budget, .revised, .estimate: current
    case .draftBudget, .draftOutturn: current?.next
    }
  }

  /// What is known, else what is forecast.
  private func amount(_ node: Int, _ source: Source) -> (money: Money, isForecast: Bool)? {
    if let known = source.plane.flatMap({ nodes[node, $0].money }) { return (known, false) }
    guard source.mayBeForecast else { return nil }
    return forecast(node, source.stage, source.year).map { ($0, true) }
  }

  public func row(_ node: Int) -> Row? {
    var last: (money: Money, isForecast: Bool)?
    let amounts = sources.map { source -> Amount? in
      guard let source, let amount = amount(node, source) else { return nil }
      defer { last = amount }
      return Amount(
        year: source.year, amount: amount.money, change: last.map { amount.money - $0.money },
        isForecast: amount.isForecast,
        isForecastChange: amount.isForecast || (last?.isForecast ?? false))
    }
    return last == nil ? nil : Row(node: node, amounts: amounts)
  }
}
