/// The tables beside the accounts that have rows of one unit.
struct UnitTexts {
  private let plan: SyntheticPlan
  private let book: UnitBook
  /// What the unit spends in each year.
  private let total: [StageAmounts]
  private let codes: [String]

  init(_ plan: SyntheticPlan, _ book: UnitBook, total: [StageAmounts]) {
    self.plan = plan
    self.book = book
    self.total = total
    codes = book.unit.codes(plan)
  }

  static let tables: [SyntheticTable] = [
    .headcount, .movements, .projects, .adjustments, .receipts, .balances, .memos,
  ]

  func add(_ table: SyntheticTable, to text: inout CSVText) {
    switch table {
    case .headcount: addHeadcount(&text)
    case .movements: addMovements(&text)
    case .projects: addProjects(&text)
    case .adjustments: addAdjustments(&text)
    case .receipts: addReceipts(&text)
    case .balances: addBalances(&text)
    case .memos: addMemos(&text)
    default: preconditionFailure("\(table) has no rows of units")
    }
  }

  private var closedYears: [Int] {
    book.unit.published(plan).filter { $0 < plan.years }
  }

  private func year(_ index: Int) -> String { "\(plan.firstYear + index)" }

  // MARK: Staff

  private func addHeadcount(_ text: inout CSVText) {
    for year in closedYears {
      for staff in book.roster.staff {
        let heads = staff.closing(year)
        let established = staff.establishment.map { min(heads, $0) }
        text.row(
          self.year(year), codes[year], staff.category.code,
          staff.establishment.map(String.init) ?? "", "\(heads)",
          established.map(String.init) ?? "")
      }
    }
  }

  private func addMovements(_ text: inout CSVText) {
    let years = book.unit.published(plan)
    let moved = book.roster.movements.filter { years.contains($0.year) }
    for movement in moved.sorted(by: { ($0.year, $0.month) < ($1.year, $1.month) }) {
      let month = movement.month < 10 ? "0\(movement.month)" : "\(movement.month)"
      text.row(
        "\(year(movement.year))-\(month)", codes[movement.year], movement.category.code,
        "\(movement.delta)", movement.reason, movement.status)
    }
  }

  // MARK: Projects and reasons

  private func addProjects(_ text: inout CSVText) {
    for project in book.projects {
      text.row(
        project.code, project.name, book.unit.code, project.subject,
        project.isRecurrent ? "recurrent" : "one-time", "\(project.fromYear)",
        project.toYear.map(String.init) ?? "", project.total.map(printed) ?? "")
    }
  }

  private func addAdjustments(_ text: inout CSVText) {
    for one in book.adjustments.sorted(by: { ($0.year, $0.subject) < ($1.year, $1.subject) }) {
      text.row(
        "\(one.year)", codes[one.year - plan.firstYear], one.subject, one.stage,
        printed(one.amount), one.kind, one.against, one.part.rawValue, one.project ?? "",
        one.recurs, one.reason, "合成")
    }
  }

  // MARK: Receipts and balances

  /// Appropriations are what is spent, less 2 % of own income, and 0.5 % that is carried forward.
  private static let ownIncome = 20
  private static let carried = 5

  private func addReceipts(_ text: inout CSVText) {
    for year in book.unit.published(plan) where !total[year].isBlank {
      let own = total[year].map { thousandths(UnitTexts.ownIncome, of: $0) }
      var appropriation = total[year] - own
      appropriation.outturn = appropriation.outturn.map {
        $0 + thousandths(UnitTexts.carried, of: total[year].outturn!)
      }
      for (source, amounts) in [("一般公共预算财政拨款", appropriation), ("其他收入", own)] {
        text.field(self.year(year))
        text.field(codes[year])
        text.field(source)
        text.amounts(amounts)
        text.endRow()
      }
    }
  }

  private func addBalances(_ text: inout CSVText) {
    var cash: Int64 = 50_000_000
    var fixed: Int64 = 800_000_000
    for year in closedYears {
      let spent = total[year].outturn ?? 0
      cash += thousandths(UnitTexts.carried, of: spent)
      fixed += thousandths(-60, of: fixed) + thousandths(20, of: abs(spent))
      let liabilities = thousandths(300, of: cash)
      let items = [
        ("资产总额", cash + fixed, "assets"), ("货币资金", cash, "assets.cash"),
        ("固定资产净值", fixed, "assets.fixed"), ("负债总额", liabilities, "liabilities"),
        ("净资产", cash + fixed - liabilities, "net_assets"),
      ]
      for (item, amount, role) in items {
        text.row(self.year(year), codes[year], item, printed(amount), role)
      }
    }
  }

  // MARK: 三公 and running cost

  private func running(_ economic: String?, _ year: Int) -> StageAmounts {
    var sum = StageAmounts()
    for flow in book.flows
    where flow.kind == .operating && (economic == nil || flow.economic == economic) {
      sum += flow.amounts[year]
    }
    return sum
  }

  private func addMemos(_ text: inout CSVText) {
    func add(
      _ year: Int, _ item: String, _ amounts: StageAmounts, measure: String = "money",
      _ role: String
    ) {
      text.field(self.year(year))
      text.field(codes[year])
      text.field(item)
      if measure == "money" {
        text.amounts(amounts)
      } else {
        for count in [amounts.budget, amounts.revised, amounts.outturn] {
          text.field(count.map { Int($0) })
        }
      }
      text.field(measure)
      text.field(role)
      text.endRow()
    }
    func count(_ number: Int64) -> StageAmounts { StageAmounts(outturn: number) }
    for year in book.unit.published(plan) {
      let reception = running("30217", year)
      let vehicles = running(StaffRates.vehicles, year)
      var all = reception
      all += vehicles
      guard !all.isBlank else { continue }
      let none = all.map { _ in 0 }
      add(year, "三公经费", all, "three_public")
      add(year, "因公出国（境）费", none, "three_public.abroad")
      add(year, "公务用车购置及运行维护费", vehicles, "three_public.vehicles")
      add(year, "公务用车购置费", none, "three_public.vehicles.purchase")
      add(year, "公务用车运行维护费", vehicles, "three_public.vehicles.running")
      add(year, "公务接待费", reception, "three_public.reception")
      if book.unit.form == .administrative {
        add(year, "机关运行经费", running(nil, year), "running_cost")
      }
      guard let spent = reception.outturn, let driven = vehicles.outturn else { continue }
      let visitors = spent / 12_000  // 120 元 a visitor
      add(
        year, "国内公务接待批次", count(visitors / 6), measure: "count", "three_public.reception.batches")
      add(
        year, "国内公务接待人次", count(visitors), measure: "count", "three_public.reception.visitors")
      add(
        year, "公务用车保有量", count(1 + driven / 4_000_000), measure: "count",
        "three_public.vehicles.count")
    }
  }
}
