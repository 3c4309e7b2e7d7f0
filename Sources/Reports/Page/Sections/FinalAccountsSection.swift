import Analytics

extension Section {
  /// The seven figures of a published final account, as far as the dataset goes, and the tables
  /// of what stands beside the accounts.
  static func finalAccounts(_ data: PageData) -> Section? {
    let charts = FinalAccountsCharts(data).charts
    let tables = ["three_public", "running_cost", "projects", "balances", "receipts"]
      .compactMap { data.contents.table("comparison/\($0)") }
    guard !charts.isEmpty || !tables.isEmpty else { return nil }
    return Section(
      id: "final-accounts", title: PageWording.finalAccountsTitle,
      blocks: charts.map(Block.chart)
        + tables.map { .details($0.title, [.table(data.newestYear(of: $0, names: itemColumns))]) })
  }

  private static let itemColumns = [
    "item", "unit_name", "budget", "revised", "outturn", "previous", "change", "growth_pct",
    "share_pct", "execution_pct",
  ]
}

extension PageData {
  /// A table's rows of the year of the page, as far as there is room.
  func newestYear(of table: Table, names: [String]? = nil) -> TableView {
    let shown = Cell.integer(year)
    let records = table.first(TableView.rowLimit) { $0["year"] == shown }
    return TableView(
      records, table.columns, caption: PageWording.dated(table.title, year), names: names,
      rest: PageWording.rest(in: "\(table.name).csv"))
  }
}
