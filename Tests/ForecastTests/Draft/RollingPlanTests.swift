import Analytics
import Testing

@testable import Forecast

@Suite("A rolling plan")
struct RollingPlanTests {
  private static let last = """
    level,unit,unit_name,subject,subject_name,stage,year,step,step_name,amount
    line,A,,1,,budget,2024,last_year,,100.00
    line,A,,1,,budget,2025,last_year,,100.00
    line,A,,1,,budget,2025,headcount,,8.00
    line,A,,1,,budget,2025,full_year,,2.00
    line,A,,1,,budget,2025,rate,,5.00
    line,A,,1,,budget,2025,own_trend,,1.50
    line,A,,1,,outturn,2025,last_year,,1.00

    """

  private func rows(_ plan: String = last) throws -> [RollingPlan.Row] {
    let accounts = "year,unit,subject,budget\n2023,A,1,90\n2024,A,1,104\n"
    let dataset = try SampleDataset.package([
      "accounts": accounts, "assumptions": "year,growth_pct\n2025,10\n",
    ])
    let nodes = NodeTable(Panel(dataset))
    let projection = try Projection(
      nodes, ProjectionOptions(method: .naive, explains: true), lastDigit: Money(cents: 1),
      changes: KnownChanges(dataset, nodes.panel))
    let last = try LastPlan(MemorySource(name: "e.csv", text: plan), in: .unit)
    var rows: [RollingPlan.Row] = []
    let rolling = RollingPlan(last, projection, nodes)
    for node in nodes.nodes.indices { rolling.forEachRow(of: node) { rows.append($0) } }
    return rows
  }

  private func cents(_ row: RollingPlan.Row) -> [Int64?] {
    let parts = row.parts
    return [
      row.lastPlan, row.thisPlan, row.change, parts.policy, parts.headcount, parts.standard,
      parts.oneOff, parts.reference,
    ].map { $0?.cents }
  }

  @Test("holds forecast against forecast, step by step")
  func forecasts() throws {
    let row = try #require(try rows().first { $0.node == 0 && $0.year == FiscalYear(2025) })
    // 116.50 before; now 104 and 10 % of it. People and rates have gone, growth has come.
    #expect(cents(row) == [11_650, 11_440, -210, 1040, -1000, -500, 0, 250])
  }

  @Test("holds an adopted budget against its plan as a whole")
  func adopted() throws {
    let row = try #require(try rows().first { $0.node == 0 && $0.year == FiscalYear(2024) })
    #expect(cents(row) == [10_000, 10_400, 400, 0, 0, 0, 0, 400])
  }

  @Test("counts a line that the last plan did not have from 0")
  func new() throws {
    let row = try #require(try rows().first { $0.node != 0 && $0.year == FiscalYear(2025) })
    #expect(row.lastPlan == nil)
    #expect(row.change == Money(cents: 11_440))
  }

  @Test("has a split that adds up in every row")
  func addsUp() throws {
    let rows = try rows()
    #expect(rows.count > 4)
    for row in rows {
      #expect(row.parts.total == row.change)
      #expect((row.thisPlan ?? .zero) - (row.lastPlan ?? .zero) == row.change)
    }
  }

  @Test("names what is wrong with a file that is no plan, and where")
  func errors() throws {
    let broken = Self.last.replacing("headcount", with: "heads")
    let error = #expect(throws: SourceErrors.self) { try rows(broken) }
    #expect(error?.errors.first?.position.line == 4)
    let other = #expect(throws: SourceErrors.self) { try rows("year,unit\n2024,A\n") }
    #expect(other?.errors.first?.message.contains("'stage'") == true)
  }
}
