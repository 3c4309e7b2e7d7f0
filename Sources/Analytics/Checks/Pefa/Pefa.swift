/// The budget reliability indicators of PEFA: how far the outturn is from the original budget, in
/// all and in its composition.
///
/// Source: PEFA (2016), Framework for assessing public financial management, PI-1 and PI-2.
public struct Pefa: Sendable {
  public struct Row: Hashable, Sendable {
    /// `PI-1.1`, `PI-2.1 class`, `PI-2`, …
    public let indicator: String
    public let year: FiscalYear
    /// In per cent.
    public let value: PrintedNumber?
    /// Of this year and the two completed years before it; nil of fewer.
    public let score: String?
    public let inputs: String
  }

  /// One head of a composition, as assessors fill it in.
  public struct HeadRow: Hashable, Sendable {
    public let indicator: String
    public let year: FiscalYear
    public let head: String
    public let budget: Money
    public let outturn: Money
    /// The budget in proportion to the total outturn.
    public let adjusted: Money?
    public let deviation: Money?
    /// Of the adjusted budget.
    public let deviationPct: PrintedNumber?
  }

  public let rows: [Row]
  public let heads: [HeadRow]

  /// - Parameters:
  ///   - dataset: In the newest classification, with the roles of its subjects.
  ///   - nodes: Of its panel.
  public init(_ dataset: Dataset, _ nodes: NodeTable) {
    let years = PefaYears(dataset, nodes)
    var builder = PefaRows(dataset: dataset, years: years)
    builder.addOutturn()
    builder.addCompositions()
    builder.addContingency()
    builder.addCombined()
    rows = builder.rows.sorted { ($0.indicator, $0.year) < ($1.indicator, $1.year) }
    heads = builder.heads.sorted { $0.precedes($1) }
  }
}

extension Pefa.HeadRow {
  /// By indicator, year and head; codes by their bytes.
  fileprivate func precedes(_ other: Pefa.HeadRow) -> Bool {
    guard indicator == other.indicator, year == other.year else {
      return (indicator, year) < (other.indicator, other.year)
    }
    return head.utf8.lexicographicallyPrecedes(other.head.utf8)
  }
}
