import Analytics
import Forecast

/// What the page, the workbook and the narrative are made of: a run's tables, and the values that
/// stand behind them.
public struct RunContents: Sendable {
  public let dataset: Dataset
  public let nodes: NodeTable
  public let projection: Projection?
  /// Of the last year with an outturn of the whole; nil where there is none.
  public let finalAccounts: FinalAccounts?
  /// In the order in which they are written.
  public let tables: [Table]

  public init(
    dataset: Dataset, nodes: NodeTable, projection: Projection?,
    finalAccounts: FinalAccounts? = nil, tables: [Table]
  ) {
    self.dataset = dataset
    self.nodes = nodes
    self.projection = projection
    self.finalAccounts = finalAccounts
    self.tables = tables
  }

  /// A table by its name, `comparison/year_on_year`; nil where the run has none.
  public func table(_ name: String) -> Table? { tables.first { $0.name == name } }
}
