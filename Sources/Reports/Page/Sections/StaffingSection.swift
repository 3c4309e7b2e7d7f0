extension Section {
  /// People, what they cost, and what part-year changes come to in a whole year.
  static func staffing(_ data: PageData) -> Section? {
    let tables = data.contents.tables.filter { $0.name.hasPrefix("staffing/") }
    var blocks: [Block] = []
    if let people = tables.first(where: { $0.name == "staffing/person_years" }),
      let chart = peopleChart(people)
    {
      blocks.append(.chart(chart))
    }
    blocks += tables.map { .table(TableView($0).withoutCodes) }
    if let perHead = data.contents.table("comparison/per_head") {
      let view = data.newestYear(of: perHead).withoutCodes
      blocks.append(blocks.isEmpty ? .table(view) : .details(perHead.title, [.table(view)]))
    }
    guard !blocks.isEmpty else { return nil }
    return Section(id: "staffing", title: PageWording.staffingTitle, blocks: blocks)
  }

  /// Person-years beside the establishment, by unit and category, in the newest year.
  private static func peopleChart(_ table: Table) -> NamedChart? {
    var rows: [Record] = []
    var newest = 0
    table.forEachRecord { record in
      guard let year = record.integer("year"), year >= newest else { return }
      if year > newest { rows = [] }
      newest = year
      rows.append(record)
    }
    let shown = rows.largest(20) { $0.number("person_years") }
    guard !shown.isEmpty else { return nil }
    return NamedChart(
      name: "people", title: PageWording.dated(PageWording.peopleTitle, newest),
      chart: BarChart(
        description: PageWording.peopleChart,
        series: [PageWording.personYears, PageWording.establishment],
        groups: shown.map { row in
          BarChart.Group(
            name: Bilingual(both: row.unitAndCategory),
            values: ["person_years", "establishment"].map {
              row.number($0).map { AmountStyle.plain($0) }
            })
        }, unit: PageWording.personYears))
  }
}

extension Record {
  fileprivate var unitAndCategory: String {
    let name = text("unit_name")
    return "\(name.isEmpty ? text("unit") : name) · \(text("category"))"
  }
}
