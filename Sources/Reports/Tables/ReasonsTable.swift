import Analytics

extension Table {
  /// `comparison/reasons.csv`: how much of each change the registered reasons explain.
  public static func reasons(_ reasons: Reasons, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "comparison/reasons", title: Bilingual(zh: "变动原因", en: "Reasons"),
      columns: reasonColumns, key: ["year", "against", "item", "unit", "subject"],
      rows: reasons.rows.map { row in
        [
          Cell(row.year), .text(row.against), Cell(row.item), Cell(row.unit), Cell(row.subject),
          cell(row.change), cell(row.explained), cell(row.unexplained), Cell(row.sharePct),
        ]
      })
  }
}

private let reasonColumns: [Column] = [
  .year,
  Column("against", .text, "对比", "Against", "budget or previous: what the change is from."),
  Column("item", .text, "事项", "Item", "The memo, where the reasons are about one."), .unit,
  .subject,
  Column("change", .amount, "变动额", "Change", "outturn − what it is against."),
  Column(
    "explained", .amount, "有原因金额", "Explained", "The sum of the reasons that have an amount."),
  Column("unexplained", .amount, "未说明金额", "Unexplained", "change − explained."),
  Column("share_pct", .percent, "说明%", "Share %", "explained ÷ change × 100."),
]
