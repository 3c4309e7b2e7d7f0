import Analytics

extension Table {
  /// `comparison/structure.csv`: what each unit, and the whole, is made of.
  public static func structure(
    _ nodes: NodeTable, _ breakdowns: [Breakdown], _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    let parts = StructureRows(nodes: nodes, breakdowns: breakdowns)
    return Table(
      name: "comparison/structure", title: Bilingual(zh: "结构", en: "Structure"),
      columns: structureColumns, key: ["level", "unit", "dimension", "member", "stage", "year"],
      entries: nodes.nodes.indices
    ) { place, body in
      try parts.forEachPart(of: place) { part in
        let units = nodes.panel.units
        let keys = [
          .text(part.level.rawValue), cell.code(units, part.unit), cell.name(units, part.unit),
          .text(part.dimension.name), .text(part.member),
          Cell(part.memberName.isEmpty ? nil : part.memberName),
        ]
        for row in part.rows {
          try body(
            Row(
              keys,
              [
                .text(row.stage.rawValue), .integer(row.year.number), cell(row.amount),
                Cell(row.share), cell(row.previous), cell(row.change), Cell(row.growth),
                cell(row.changeOnBudget),
              ]))
        }
      }
    }
  }
}

private let structureColumns: [Column] = [
  .level, .unit, .unitName,
  Column(
    "dimension", .text, "维度", "Dimension",
    "What the members are of: subject, unit, kind, economic, fund or project."),
  Column("member", .text, "成员", "Member", "The member's code."),
  Column("member_name", .text, "成员名称", "Member name", "The member's name."), .stage, .year,
  .amount,
  Column(
    "share_pct", .percent, "占比%", "Share %",
    "amount ÷ the unit's total × 100, of the grand total where the level is total."), .previous,
  Column("change", .amount, "增减额", "Change", "amount − previous, where both are published."),
  .growth,
  Column(
    "change_on_budget", .amount, "比年初预算增减", "Change on budget",
    "amount less the adopted budget of the same year."),
]
