import Analytics

/// What a page shows of a run: the rows of its tables, by node where they are of nodes.
struct PageData {
  let contents: RunContents
  let nodes: PageNodes
  let execution: NodeRows
  /// Of the newest year of each stage.
  let yearOnYear: NodeRows
  let bridge: NodeRows
  let trend: NodeRows
  let forecasts: NodeRows
  let explanations: NodeRows
  let structure: StructureParts
  let findings: [Record]
  /// The newest year that has an outturn, or else any amount.
  let year: Int

  init(_ contents: RunContents) {
    self.contents = contents
    let nodes = PageNodes(contents.nodes)
    self.nodes = nodes
    let execution = NodeRows(contents.table("comparison/execution"), nodes)
    self.execution = execution
    let total = nodes.indices(.total).flatMap { execution[$0] }
    let closed = total.last { $0["outturn"] != .blank } ?? total.last
    year = closed?.integer("year") ?? 0
    let shown = Cell.integer(year)
    yearOnYear = NodeRows(contents.table("comparison/year_on_year"), nodes) {
      $0["year"] == shown && $0["stage"] == .text(Stage.outturn.rawValue)
    }
    bridge = NodeRows(contents.table("comparison/bridge"), nodes)
    trend = NodeRows(contents.table("trends/trend"), nodes)
    forecasts = NodeRows(contents.table("forecast/forecasts"), nodes)
    explanations = NodeRows(contents.table("forecast/explanations"), nodes)
    structure = StructureParts(contents, year: year)
    findings = contents.table("findings").map(PageData.records) ?? []
  }

  var dataset: Dataset { contents.dataset }

  /// Every row of a table that is known to be short.
  static func records(_ table: Table) -> [Record] {
    var records: [Record] = []
    table.forEachRecord { records.append($0) }
    return records
  }

  /// A node's row of the year that the page is about.
  func thisYear(_ node: Int) -> Record? {
    execution.first(node) { $0.integer("year") == year }
  }

  /// How charts print these amounts.
  func style(_ values: [Double]) -> AmountStyle {
    AmountStyle(
      dataset.amountUnit, currency: dataset.currency, largest: values.map(abs).max() ?? 0)
  }
}

extension Record {
  func number(_ column: String) -> PrintedNumber? {
    switch self[column] {
    case .number(let number): number
    case .integer(let integer): PrintedNumber(integer)
    case .blank, .text: nil
    }
  }

  func integer(_ column: String) -> Int? {
    if case .integer(let integer) = self[column] { integer } else { nil }
  }
}
