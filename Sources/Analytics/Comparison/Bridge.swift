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
  }

  public struct Amount: Hashable, Sendable {
    public let year: FiscalYear
    public let amount: Money
    /// Nil for the first step that has an amount.
    public let change: Money?
  }

  public struct Row: Hashable, Sendable {
    public let node: Int
    public let steps: [Step: Amount]
  }

  /// A forecast of a node at a stage and year, or nil.
  public typealias Forecast = @Sendable (_ node: Int, Stage, FiscalYear) -> Money?

  public let nodes: NodeTable
  private let forecast: Forecast
  /// The current year: the last with a budget, failing that the last with anything.
  public let currentYear: FiscalYear?

  /// - Parameter forecast: Stands in for outturns and budgets that are not there yet.
  public init(_ nodes: NodeTable, forecast: @escaping Forecast = { _, _, _ in nil }) {
    self.nodes = nodes
    self.forecast = forecast
    let panel = nodes.panel
    let budgeted = panel.years.last { year in
      nodes.total.map { nodes.cell($0, .budget, year).money != nil } ?? false
    }
    currentYear = budgeted ?? panel.years.last
  }

  public func year(of step: Step) -> FiscalYear? {
    switch step {
    case .previousOutturn: currentYear?.previous
    case .budget, .revised, .estimate: currentYear
    case .draftBudget, .draftOutturn: currentYear?.next
    }
  }

  /// What is known, else what is forecast; last year's outturn and this year's budgets are never
  /// forecast.
  private func amount(_ node: Int, _ step: Step, _ year: FiscalYear) -> Money? {
    if let known = nodes.cell(node, step.stage, year).money { return known }
    switch step {
    case .estimate where !isClosed, .draftBudget, .draftOutturn:
      return forecast(node, step.stage, year)
    default: return nil
    }
  }

  /// Whether the current year has outturns.
  private var isClosed: Bool {
    guard let total = nodes.total, let currentYear else { return false }
    return nodes.cell(total, .outturn, currentYear).money != nil
  }

  public func row(_ node: Int) -> Row? {
    var steps: [Step: Amount] = [:]
    var last: Money?
    for step in Step.allCases {
      guard let year = year(of: step), let amount = amount(node, step, year) else { continue }
      steps[step] = Amount(year: year, amount: amount, change: last.map { amount - $0 })
      last = amount
    }
    return steps.isEmpty ? nil : Row(node: node, steps: steps)
  }
}
