import Analytics
import Testing

@testable import Synthetic

@Suite("A synthetic dataset")
struct SyntheticPackageTests {
  let demo = Collected(.demoCity)

  static let plans: [SyntheticPlan] = [
    .demoCity, plan(units: 1, subjects: 3, years: 2), plan(units: 2, subjects: 17, years: 3),
    plan(units: 9, subjects: 43, years: 5), plan(units: 40, subjects: 300, years: 4),
    plan(units: 30, subjects: 120, years: 6, linesOnly: true),
  ]

  private static func plan(
    units: Int, subjects: Int, years: Int, seed: UInt64 = 7, linesOnly: Bool = false
  ) -> SyntheticPlan {
    try! SyntheticPlan(
      units: units, subjects: subjects, years: years, seed: seed, linesOnly: linesOnly)
  }

  @Test("has the same bytes for the same seed and others for another")
  func seeds() {
    #expect(demo.files == Collected(.demoCity).files)
    let other = Collected(SyntheticPackageTests.plan(units: 12, subjects: 60, years: 9, seed: 8))
    #expect(demo.files["accounts.csv"] != other.files["accounts.csv"])
    #expect(demo.files["subjects.csv"] == other.files["subjects.csv"])
  }

  @Test("has as many units, subjects and years as were asked for", arguments: plans)
  func sizes(plan: SyntheticPlan) throws {
    let collected = Collected(plan)
    #expect(collected.rows("units").count == plan.units)
    #expect(collected.rows("subjects").count == plan.subjects)
    #expect(Set(collected.files.keys) == Set(SyntheticPackage(plan).paths))
    let years = Set(collected.rows("accounts").compactMap { $0["year"].flatMap { Int($0) } })
    #expect(years == Set(2025 - plan.years...2025))
  }

  @Test("reads back without a note, and every total ties to the cent", arguments: plans)
  func ties(plan: SyntheticPlan) throws {
    let dataset = try Collected(plan).dataset()
    #expect(dataset.isSynthetic)
    #expect(dataset.precision == .exact)
    #expect(dataset.notes.isEmpty, "\(dataset.notes.map(\.message))")
    let findings = PartsAndTotals.findings(dataset)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test("has a ceiling for each of as many units as were asked for, and for each class")
  func ceilings() throws {
    let plan = try SyntheticPlan(
      units: 60, subjects: 120, years: 4, seed: 7, linesOnly: true, ceilings: 20)
    let collected = Collected(plan)
    let rows = collected.rows("ceilings")
    let units = rows.compactMap { $0["unit"] }.filter { !$0.isEmpty }
    #expect(units.count == 20 && Set(units).count == 20)
    #expect(Set(rows.compactMap { $0["rule"] }) == ["at_most", "at_least", "fixed"])
    let classes = collected.rows("subjects").count { $0["code"]!.count == 3 && $0["code"] != "227" }
    #expect(rows.count == 20 + classes + 1)
    let dataset = try collected.dataset()
    let nodes = NodeTable(Panel(dataset))
    var scope = CeilingScope(dataset, nodes)
    for ceiling in dataset.ceilings {
      #expect(throws: Never.self) { _ = try scope.members(ceiling) }
    }
  }

  @Test("has no rest: the lines make up the published total of every year")
  func lines() throws {
    let dataset = try demo.dataset()
    let panel = Panel(dataset)
    #expect(panel.lines.indices.allSatisfy { !panel.isRest($0) })
    for year in panel.years {
      guard let plane = panel.plane(.outturn, year),
        let total = dataset.accounts.amount(CellKey(), .outturn, year)
      else { continue }
      let sum = panel.lines.indices.reduce(Money.zero) { $0 + (panel[$1, plane].money ?? .zero) }
      #expect(sum == total, "\(year)")
    }
  }

  @Test("divides every replaced code by weights that add up to one")
  func crosswalk() {
    let rows = demo.rows("crosswalk")
    let groups = Dictionary(grouping: rows) { $0["from_subject"] ?? $0["from_unit"] ?? "" }
    #expect(groups.count == 3)
    for (code, rows) in groups {
      let tenths = rows.reduce(0.0) { $0 + Double($1["weight"]!)! * 10 }
      #expect(tenths == 10, "\(code)")
    }
  }

  @Test("uses a replaced code before the change and its successors after")
  func reorganisation() {
    let rows = demo.rows("accounts")
    func years(_ column: String, _ code: String) -> Set<Int> {
      Set(rows.filter { $0[column] == code }.map { Int($0["year"]!)! })
    }
    #expect(years("subject", "2070199") == Set(2016...2019))
    #expect(years("subject", "2070108") == Set(2020...2025))
    #expect(years("subject", "2110104") == Set(2016...2020))
    #expect(years("unit", "109") == Set(2016...2018))
    #expect(years("unit", "106") == Set(2019...2025))
  }

  @Test("has the oddities that a reader has to live with")
  func oddities() {
    let rows = demo.rows("accounts")
    let lines = rows.filter {
      $0["subject"]?.count == 7 && $0["kind"] == nil && $0["economic"] == nil
    }
    #expect(lines.contains { $0["outturn"]?.hasPrefix("-") ?? false }, "a negative line")
    #expect(lines.contains { $0["outturn"] == "0.00" }, "a zero")
    #expect(lines.contains { $0["budget"] == nil && $0["outturn"] != nil }, "no budget")
    #expect(!rows.contains { $0["unit"] == "108" && Int($0["year"]!)! >= 2024 }, "a late unit")
    #expect(rows.contains { $0["year"] == "2025" && $0["budget"] != nil }, "a coming budget")
    #expect(!rows.contains { $0["year"] == "2025" && $0["outturn"] != nil }, "not closed")
    #expect(demo.rows("movements").contains { $0["status"] == "approved" }, "planned movements")
    #expect(demo.rows("projects").contains { $0["to_year"] != nil }, "projects that end")
  }

  @Test("closes every headcount with the one before and what moved")
  func headcount() {
    let movements = demo.rows("movements")
    let closings = Dictionary(
      uniqueKeysWithValues: demo.rows("headcount").map {
        ([$0["unit"]!, $0["category"]!, $0["year"]!], Int($0["in_post"]!)!)
      })
    for (key, heads) in closings {
      let before = [key[0], key[1], "\(Int(key[2])! - 1)"]
      guard let opening = closings[before] else { continue }
      let moved = movements.filter { $0["unit"] == key[0] && $0["date"]!.hasPrefix(key[2]) }
      let own = moved.filter { $0["category"] == key[1] }.reduce(0) { $0 + Int($1["delta"]!)! }
      let retired = key[1] == "退休" ? moved.count { $0["reason"] == "retire" } : 0
      #expect(heads == opening + own + retired, "\(key)")
    }
  }

  @Test("refuses sizes out of bounds, and names the bounds")
  func bounds() {
    #expect(
      throws: SyntheticPlanError.outOfBounds(what: "years", value: 1, SyntheticPlan.yearBounds)
    ) {
      try SyntheticPlan(units: 12, subjects: 60, years: 1, seed: 1)
    }
    #expect(throws: SyntheticPlanError.self) {
      try SyntheticPlan(units: 100_000, subjects: 250_000, years: 9, seed: 1)
    }
  }

  @Test("keeps to lines beyond 200,000 of them")
  func large() throws {
    let plan = try SyntheticPlan(units: 3_000, subjects: 3_000, years: 9, seed: 1)
    #expect(plan.linesOnly)
    #expect(SyntheticPackage(plan).paths.count == 5)
  }
}
