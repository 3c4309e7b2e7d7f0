import Analytics
import Testing

@testable import Forecast

@Suite("Next year's draft")
struct DraftTests {
  /// Unit A with wages of two kinds, and a subject of projects; budgets to 2024, outturns to 2023.
  private static let tables = [
    "accounts": """
    year,unit,subject,kind,project,budget,outturn
    2022,A,1,,,100,100
    2023,A,1,,,110,110
    2024,A,1,,,120,
    2024,A,1,personnel,,70,
    2024,A,1,operating,,50,
    2022,A,2,,,50,40
    2023,A,2,,,50,40
    2024,A,2,,,60,
    2022,A,2,project,P,30,30
    2023,A,2,project,P,30,20
    2024,A,2,project,P,30,
    2024,A,2,project,Q,30,

    """,
    "projects": """
    project,name,unit,subject,from_year,to_year,total
    P,Roof,A,2,2022,2026,140
    Q,Fair,A,2,2024,2024,
    R,Bridge,A,2,2025,2026,90

    """,
  ]

  private func draft(
    _ tables: [String: String] = Self.tables, known: KnownForecasts = .none
  ) throws -> [String: DraftRow] {
    let dataset = try SampleDataset.package(tables)
    let nodes = NodeTable(Panel(dataset))
    let changes = KnownChanges(dataset, nodes.panel)
    let projection = try Projection(
      nodes, ProjectionOptions(method: .naive, explains: true),
      lastDigit: dataset.lastForecastDigit, known: known, changes: changes)
    let draft = try #require(
      Draft(
        DraftSources(
          dataset: dataset, nodes: nodes, base: Normalisation(nodes, dataset.adjustments),
          projection: projection, changes: changes)))
    var rows: [String: DraftRow] = [:]
    draft.forEach { row in
      let parts = [row.key.subject, row.key.kind?.rawValue, row.key.project]
      rows[parts.compactMap(\.self).joined(separator: " ")] = row
    }
    return rows
  }

  private func whole(_ amount: Int64) -> Money { Money(cents: amount * 100) }

  @Test("has a row for each line, and for its kinds and projects")
  func rows() throws {
    #expect(
      try draft().keys.sorted() == [
        "1", "1 operating", "1 personnel", "2", "2 project", "2 project P", "2 project Q",
        "2 project R",
      ])
  }

  @Test("starts from what is known of last year and this; the estimate is a forecast")
  func knownAmounts() throws {
    let line = try #require(try draft()["1"])
    #expect(line.previousOutturn == whole(110))
    #expect(line.budget == whole(120))
    #expect(line.revised == nil)
    #expect(line.estimate == whole(110))
  }

  @Test("gives kinds their share of the reference: 70 and 50 of 120")
  func shares() throws {
    let rows = try draft()
    #expect(rows["1"]?.reference == whole(120))
    #expect(rows["1 personnel"]?.reference == whole(70))
    #expect(rows["1 operating"]?.reference == whole(50))
    #expect(rows["1 operating"]?.basis == .share)
  }

  @Test("costs a project by the rest of its total: 140 less 30, 20 and 30, over two years")
  func restOfTotal() throws {
    let row = try #require(try draft()["2 project P"])
    #expect(row.costing == whole(30))
    #expect(row.notes == [.restOfTotal(years: 2)])
  }

  @Test("costs a project that is over at nothing, and one that begins by its total")
  func endsAndBegins() throws {
    let rows = try draft()
    #expect(rows["2 project Q"]?.costing == .zero)
    #expect(rows["2 project Q"]?.parts.projectChange == whole(-30))
    #expect(rows["2 project R"]?.costing == whole(45))
    #expect(rows["2 project R"]?.notes.contains(.projectBegins("Bridge")) == true)
  }

  @Test("costs a line by its projects where these are all of its budget: 30 + 0 + 45")
  func lineOfProjects() throws {
    let line = try #require(try draft()["2"])
    #expect(line.costing == whole(75))
    #expect(line.parts.projectChange == whole(45 - 30))
    #expect(line.parts.policy == nil)
    #expect(line.basis == .costing)
    #expect(line.changeOnBudget == whole(15))
    #expect(line.changePercent?.description == "25.00")
    // The reference knows that half of this year's budget ends, and nothing of costs.
    #expect(line.reference == whole(30))
  }

  @Test("sets the costing of people and rates beside the reference, and neither moves the other")
  func costing() throws {
    let known = KnownForecasts([
      KnownForecast(
        line: 0, stage: .budget, year: FiscalYear(2025), mean: 13_500, status: .staffing,
        steps: [
          StepAmount(.lastYear, 12_000), StepAmount(.oneOff, -500), StepAmount(.fullYear, 600),
          StepAmount(.headcount, 900), StepAmount(.rate, 300), StepAmount(.progression, 200),
        ])
    ])
    let line = try #require(try draft(known: known)["1"])
    #expect(line.costing == whole(135))
    #expect(line.reference == whole(120))
    #expect(line.figure == whole(135))
    #expect(line.parts.lessOneOff == whole(-5))
    #expect(line.parts.fullYear == whole(6))
    #expect(line.parts.headcount == whole(9))
    #expect(line.parts.standard == whole(5))
  }

  @Test("holds the figure against the control, which moves nothing")
  func control() throws {
    var tables = Self.tables
    tables["ceilings"] = """
      year,unit,subject,kind,rule,amount,reason
      2025,A,1,,at_most,115,zero growth
      2025,A,1,operating,at_most,48,
      2025,A,1,,at_least,10,

      """
    let rows = try draft(tables)
    let line = try #require(rows["1"])
    #expect(rows["1 operating"]?.control == whole(48))
    #expect(line.control == whole(115))
    #expect(line.reference == whole(120))
    #expect(line.overControl == whole(5))
    #expect(line.notes.contains(.reason("zero growth")))
  }

  @Test("says by how much known growth moves the reference, and why")
  func policy() throws {
    var tables = Self.tables
    tables["assumptions"] = "year,subject,growth_pct,reason\n2025,1,10,new pay scale\n"
    let line = try #require(try draft(tables)["1"])
    #expect(line.reference == whole(132))
    #expect(line.parts.policy == whole(12))
    #expect(line.notes.contains(.reason("new pay scale")))
  }

  @Test("gives no reason that is for another kind than the line has")
  func otherKind() throws {
    var tables = Self.tables
    tables["assumptions"] = "year,kind,growth_pct,reason\n2025,personnel,10,new pay scale\n"
    let rows = try draft(tables)
    #expect(rows["1"]?.notes.contains(.reason("new pay scale")) == true)
    #expect(rows["2"]?.notes.contains(.reason("new pay scale")) == false)
  }
}
