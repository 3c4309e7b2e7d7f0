import Analytics
import Testing

@testable import Forecast

/// Unit A has budgets to 2024 and outturns to 2023; unit B fell silent before.
@Suite("A unit that is late")
struct LateUnitForecastTests {
  private static let punctual = """
    year,unit,subject,budget,outturn
    2020,A,1,10,10
    2021,A,1,10,11
    2022,A,1,12,12
    2023,A,1,12,13
    2024,A,1,13,

    """

  private func forecasts(_ rows: String) throws -> [Prediction] {
    let nodes = try SampleDataset.nodes(Self.punctual + rows)
    let projection = try Projection(
      nodes, ProjectionOptions(method: .naive), lastDigit: Money(cents: 1))
    let line = try #require(
      nodes.panel.lines.indices.first {
        nodes.panel.units.code(nodes.panel.lines[$0].unit) == "B"
      })
    return projection.predictions.filter { $0.node == line }
  }

  private func of(_ stage: Stage, _ all: [Prediction]) throws -> Prediction {
    try #require(all.last { $0.stage == stage })
  }

  @Test("at its outturns is late at its budgets, though two of these are missing")
  func sameAtAllStages() throws {
    let found = try forecasts("2021,B,1,5,4\n2022,B,1,7,6\n")
    let (budget, outturn) = (try of(.budget, found), try of(.outturn, found))
    #expect(budget.status == .late && outturn.status == .late)
    #expect(budget.year == FiscalYear(2025) && budget.mean == Money(cents: 700))
    #expect(outturn.mean == Money(cents: 600))
  }

  @Test("is gone at all stages when it had nothing in the year before the newest outturns either")
  func gone() throws {
    for it in try forecasts("2020,B,1,5,4\n2021,B,1,7,6\n") {
      #expect(it.status == .ended && it.mean == .zero)
    }
  }

  @Test("is not gone while it has budgets: its outturns are late")
  func adopted() throws {
    let found = try forecasts("2020,B,1,5,4\n2021,B,1,7,6\n2022,B,1,7,\n2023,B,1,7,\n2024,B,1,8,\n")
    let outturn = try #require(found.first { $0.stage == .outturn })
    #expect(outturn.status == .late && outturn.basis == .budget)
    #expect(outturn.mean == Money(cents: 600))
  }

  @Test("is what was known then at a past origin: a later year tells nothing")
  func pastOrigin() throws {
    let season = try SampleDataset.season(Self.punctual + "2020,B,1,7,6\n2024,B,1,8,\n")
    let line = try #require(
      season.nodes.panel.lines.indices.first {
        season.nodes.panel.units.code(season.nodes.panel.lines[$0].unit) == "B"
      })
    // Places count from 2020. In 2022 the newest outturns are of 2021, and the year before has B.
    #expect(!season.unitIsGone(line, .budget, at: 2))
    #expect(season.unitIsGone(line, .budget, at: 3))
    #expect(!season.unitIsGone(line, .budget, at: 4))
    #expect(season.unitIsGone(line, .outturn, at: 2))
    #expect(!season.unitIsGone(line, .outturn, at: 3))  // the budget of 2024 is adopted then
  }
}
