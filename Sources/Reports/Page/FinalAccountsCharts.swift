import Analytics

/// 图1 to 图7 of a department's final account, drawn from whatever tables hold their figures. One
/// whose figures the dataset does not have is left out.
struct FinalAccountsCharts {
  private let data: PageData

  init(_ data: PageData) { self.data = data }

  var charts: [NamedChart] {
    let all: [(any Chart)?] = [
      totals, receipts, kinds, isAllAppropriation ? totals : nil,
      isAllAppropriation ? totals : nil, classes, publicExpenses,
    ]
    let titles = PageWording.finalAccountsFigures(
      hasReceiptsTotal: hasReceiptsTotal, isAllAppropriation: isAllAppropriation)
    return zip(titles, all).enumerated().compactMap { place, figure in
      figure.1.map { NamedChart(name: "figure-\(place + 1)", title: figure.0, chart: $0) }
    }
  }

  /// Last year's outturn and this year's.
  private var totals: (any Chart)? {
    guard let total = data.nodes.indices(.total).first,
      let row = data.yearOnYear[total].first, let amount = row.number("amount"),
      let previous = row.number("previous")
    else { return nil }
    let style = data.style([amount.doubleValue, previous.doubleValue])
    return BarChart(
      description: PageWording.totalsChart, series: [],
      groups: [(data.year - 1, previous), (data.year, amount)].map { year, number in
        BarChart.Group(
          name: PageWording.dated(PageWording.outturn, year), values: [style(number)])
      }, unit: style.unit)
  }

  private var receipts: (any Chart)? {
    items("comparison/receipts", PageWording.receiptsChart) { _ in true }
  }

  private var publicExpenses: (any Chart)? {
    let parts = Set(
      data.dataset.memos.filter { memo in
        memo.role.map { $0.hasPrefix("three_public.") && $0.split(separator: ".").count == 2 }
          ?? false
      }.map(\.item))
    return items("comparison/three_public", PageWording.publicExpensesChart) {
      parts.contains($0.text("item"))
    }
  }

  private var kinds: (any Chart)? {
    shares(data.structure.kinds, PageWording.kindsChart) { ($0.memberName, $0) }
  }

  private var classes: (any Chart)? {
    let rows = data.nodes.classes.compactMap { node in
      data.yearOnYear[node].first.map { (node, $0) }
    }
    return shares(rows, PageWording.classesChart, amount: "amount") {
      (data.nodes.nodes[$0].name, $1)
    }
  }

  /// Whether the general appropriation is all there is, so that its figures are the totals'.
  private var isAllAppropriation: Bool {
    let rows = newest("comparison/receipts")
    return rows.contains { row in
      row.text("item").hasPrefix("一般公共预算")
        && row.number("share_pct").map { $0.isHundred }
          ?? false
    } && Set(rows.map { $0.text("unit") }).count == 1
  }

  /// Whether the report prints one total for receipts and expenditure.
  private var hasReceiptsTotal: Bool {
    data.dataset.memos.contains { $0.role == "grand_total" && $0.year.number == data.year }
  }

  private func newest(_ name: String) -> [Record] {
    let shown = Cell.integer(data.year)
    return data.contents.table(name)?.first(.max) {
      $0["year"] == shown && $0["outturn"] != .blank
    } ?? []
  }

  /// The parts of one unit's items as shares; of several units, side by side.
  private func items(
    _ table: String, _ description: Bilingual, where isPart: (Record) -> Bool
  ) -> (any Chart)? {
    let rows = newest(table).filter(isPart)
    let units = rows.map { $0.text("unit") }.withoutRepeats
    guard units.count > 1 else { return shares(rows, description) { ($0.itemName, $0) } }
    return byUnit(rows, units, description)
  }

  private func byUnit(
    _ rows: [Record], _ units: [String], _ description: Bilingual
  ) -> (any Chart)? {
    let items = Array(rows.map { $0.text("item") }.withoutRepeats.prefix(4))
    let style = data.style(rows.compactMap { $0.number("outturn")?.doubleValue })
    let groups = units.prefix(20).map { unit in
      let own = rows.filter { $0.text("unit") == unit }
      let name = own.first?.text("unit_name") ?? ""
      return BarChart.Group(
        name: Bilingual(both: name.isEmpty ? unit : name),
        values: items.map { item in
          own.first { $0.text("item") == item }?.number("outturn").map { style($0) }
        })
    }
    return BarChart(
      description: description, series: items.map { Bilingual(both: $0) }, groups: groups,
      unit: style.unit)
  }

  /// Shares of a whole, or bars where a part is negative.
  private func shares<Row>(
    _ rows: [Row], _ description: Bilingual, amount column: String? = nil,
    _ read: (Row) -> (name: Bilingual, record: Record)
  ) -> (any Chart)? {
    let parts = rows.compactMap { row -> (name: Bilingual, amount: PrintedNumber, share: String)? in
      let (name, record) = read(row)
      let amount = (column.map { [$0] } ?? ["outturn", "amount"]).compactMap(record.number).first
      return amount.map { (name, $0, record.number("share_pct").map { "\($0.grouped)%" } ?? "") }
    }
    guard parts.contains(where: { $0.amount.mantissa != 0 }) else { return nil }
    let style = data.style(parts.map(\.amount.doubleValue))
    guard parts.allSatisfy({ $0.amount.mantissa >= 0 }), parts.count <= 24 else {
      let largest = parts.largest(24) { $0.amount }
      return BarChart(
        description: description, series: [],
        groups: largest.map { BarChart.Group(name: $0.name, values: [style($0.amount)]) },
        unit: style.unit)
    }
    return ShareChart(
      description: description,
      parts: parts.map { ShareChart.Part(name: $0.name, value: style($0.amount), share: $0.share) },
      unit: style.unit)
  }
}

extension Record {
  fileprivate var itemName: Bilingual {
    let name = text("item_name")
    return Bilingual(both: name.isEmpty ? text("item") : name)
  }
}

extension PrintedNumber {
  fileprivate var isHundred: Bool { description == "100.00" }
}
