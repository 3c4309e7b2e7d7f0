import Analytics

extension Table {
  /// A table of items beside the accounts: 三公, running cost, memos, receipts, balances,
  /// projects.
  public static func items(
    _ name: String, title: Bilingual, _ comparison: ItemComparison, _ dataset: Dataset,
    units: Classification
  ) -> Table {
    Table(
      name: "comparison/\(name)", title: title, columns: itemColumns,
      key: ["item", "unit", "year"],
      rows: comparison.rows.map { row in cells(row, dataset, units) })
  }
}

private func cells(
  _ row: ItemComparison.Row, _ dataset: Dataset, _ units: Classification
) -> [Cell] {
  let item = row.item
  func amount(_ money: Money?) -> Cell {
    let unit = item.measure == .money ? dataset.amountUnit : .unit
    return Cell(money?.printed(in: unit, decimals: item.decimals))
  }
  let unitName = units.codes.find(item.unit).map(units.name) ?? ""
  return [
    .text(item.code), Cell(item.name.isEmpty ? nil : item.name),
    item.unit.isEmpty ? .blank : .text(item.unit), Cell(unitName.isEmpty ? nil : unitName),
    .integer(item.year.number), .text(item.measure.rawValue), amount(item.values[.budget]),
    amount(item.values[.revised]), amount(item.values[.outturn]), amount(row.previous),
    amount(row.change), Cell(row.growth), Cell(row.share), Cell(row.execution),
    Cell(row.executionRevised), Cell(row.amountPerCount),
  ]
}

private let itemColumns: [Column] = [
  Column("item", .text, "事项", "Item", "The item's code."),
  Column("item_name", .text, "事项名称", "Item name", "The item's name, where it has one."),
  .unit, .unitName, .year,
  Column("measure", .text, "计量", "Measure", "money, count, area or score."), .budget, .revised,
  .outturn, .previous,
  Column("change", .amount, "增减额", "Change", "outturn − previous."),
  Column("growth_pct", .percent, "增长%", "Growth %", "change ÷ |previous| × 100."),
  Column(
    "share_pct", .percent, "占比%", "Share %",
    "outturn ÷ that of the item above it × 100: vehicles of the three public expenses, a project of all."
  ),
  .execution, .executionRevised,
  Column(
    "amount_per_count", .number, "单位金额(元)", "Amount per count",
    "For a count: the money of the item above it per one counted, in currency units."),
]
