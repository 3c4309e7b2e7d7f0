import Analytics
import Testing

@testable import Forecast

@Suite("What is known beforehand")
struct KnownChangesTests {
  /// 80, 100, 120: by half of its drift the line goes to 130 and 140.
  private static let accounts = """
    year,unit,subject,outturn
    2021,A,1,80
    2022,A,1,100
    2023,A,1,120

    """

  private func project(_ tables: [String: String], horizon: Int = 1) throws -> Projection {
    try project(try SampleDataset.package(tables), horizon: horizon)
  }

  private func project(_ dataset: Dataset, horizon: Int) throws -> Projection {
    let panel = Panel(dataset)
    return try Projection(
      NodeTable(panel), ProjectionOptions(horizon: horizon, method: .halfDrift, explains: true),
      lastDigit: Money(cents: 1), changes: KnownChanges(dataset, panel))
  }

  private func steps(_ projection: Projection, _ year: Int) throws -> [String] {
    let stage = try #require(projection.predictions.of(0).first?.stage)
    let prediction = try #require(projection.predictions.of(0, stage, FiscalYear(year)))
    return projection.explanations.steps(prediction).map {
      "\($0.step.rawValue) \($0.amount.cents)"
    }
  }

  // MARK: Growth

  @Test("is growth in place of the line's own drift: 5 % of 120")
  func growth() throws {
    let projection = try project([
      "accounts": Self.accounts, "assumptions": "year,growth_pct,reason\n2024,5,prices\n",
    ])
    #expect(projection.predictions.of(0)[0].mean == Money(cents: 12_600))
    #expect(try steps(projection, 2024) == ["last_year 12000", "known 600"])
  }

  @Test("is growth of the year alone: the year after goes on from it as the line's own drift says")
  func yearAfter() throws {
    let projection = try project(
      ["accounts": Self.accounts, "assumptions": "year,growth_pct\n2024,5\n"], horizon: 2)
    #expect(try steps(projection, 2025) == ["last_year 12000", "known 600", "own_trend 1000"])
  }

  @Test("is growth on growth where both years are known")
  func bothYears() throws {
    let projection = try project(
      ["accounts": Self.accounts, "assumptions": "year,growth_pct\n2024,5\n2025,10\n"],
      horizon: 2)
    // 120 × 1.05 × 1.1 = 138.60
    #expect(try steps(projection, 2025) == ["last_year 12000", "known 1860"])
  }

  @Test("is growth of a kind's share, and the rest drifts: 5 % of 60 %, and 40 % of 10")
  func kinds() throws {
    let kinds = "2023,A,1,personnel,72\n2023,A,1,operating,48\n"
    let accounts = """
      year,unit,subject,kind,outturn
      2021,A,1,,80
      2022,A,1,,100
      2023,A,1,,120

      """
    let projection = try project([
      "accounts": accounts + kinds,
      "assumptions": "year,subject,kind,growth_pct\n2024,,人员经费,5\n",
    ])
    #expect(
      try steps(projection, 2024) == ["last_year 12000", "known 360", "own_trend 400"])
  }

  @Test("is not what is said of kinds that the accounts do not have")
  func unknownKinds() throws {
    let projection = try project([
      "accounts": Self.accounts,
      "assumptions": "year,subject,kind,growth_pct\n2024,,personnel,5\n",
    ])
    #expect(try steps(projection, 2024) == ["last_year 12000", "own_trend 1000"])
  }

  @Test(
    "is what the nearest row says: the own subject before the one above, any subject last",
    arguments: [
      ("2024,,1\n2024,201,2\n2024,20101,3\n", 12_360), ("2024,,1\n2024,201,2\n", 12_240),
      ("2024,,1\n2024,202,9\n", 12_120), ("2024,202,9\n", 13_000),
    ])
  func nearest(rows: String, cents: Int64) throws {
    let projection = try project([
      "accounts": Self.accounts.replacing(",1,", with: ",20101,"),
      "subjects": "code,parent\n201,\n20101,201\n202,\n",
      "assumptions": "year,subject,growth_pct\n" + rows,
    ])
    #expect(projection.predictions.of(0)[0].mean == Money(cents: cents))
  }

  @Test("is what a scenario says where the dataset says something of the same subject and year")
  func scenario() throws {
    let dataset = try SampleDataset.package([
      "accounts": Self.accounts, "assumptions": "year,subject,growth_pct\n2024,1,2\n2024,,9\n",
    ])
    let rows = MemorySource(name: "a.csv", text: "year,subject,growth_pct\n2024,1,20\n")
    let scenario = try ScenarioReader.read([("assumptions", rows)], onto: dataset)
    func mean(_ dataset: Dataset) throws -> Money {
      try project(dataset, horizon: 1).predictions.of(0)[0].mean
    }
    #expect(try mean(dataset) == Money(cents: 12_240))  // 120 and 2 %
    #expect(try mean(scenario) == Money(cents: 14_400))  // 120 and 20 %
  }

  @Test("is not added to an adopted budget, which knows it already")
  func adopted() throws {
    let accounts = "year,unit,subject,budget,outturn\n2022,A,1,90,100\n2023,A,1,110,\n"
    let tables = ["accounts": accounts, "assumptions": "year,growth_pct\n2023,50\n"]
    let projection = try project(tables)
    let without = try project(["accounts": accounts])
    let year = FiscalYear(2023)
    #expect(projection.mean(0, .outturn, year) == without.mean(0, .outturn, year))
  }

  @Test("names a kind that is none where it stands")
  func errors() {
    let tables = [
      "accounts": Self.accounts,
      "assumptions": "year,kind,growth_pct\n2024,wages,5\n",
    ]
    let error = #expect(throws: SourceErrors.self) { try SampleDataset.package(tables) }
    let found = error?.errors.map { "\($0.position): \($0.message.prefix(27))" }
    #expect(found == ["assumptions.csv:2:6: 'wages' is no kind of expen"])
  }

  // MARK: Projects that end

  private func project(ending year: Int, of amount: Int, horizon: Int = 1) throws -> Projection {
    try project(
      [
        "accounts": Self.accounts.replacing("subject,", with: "subject,project,")
          .replacing(",1,", with: ",1,,") + "2023,A,1,P,\(amount)\n",
        "projects": "project,unit,subject,to_year\nP,A,1,\(year)\n",
      ], horizon: horizon)
  }

  @Test("is that money stops after a project's last year: 30 of 120, so three quarters go on")
  func ends() throws {
    let projection = try project(ending: 2023, of: 30)
    #expect(projection.predictions.of(0)[0].mean == Money(cents: 9750))
    #expect(
      try steps(projection, 2024) == ["last_year 12000", "known -3000", "own_trend 750"])
  }

  @Test("is that a line of ended projects alone is over")
  func allEnds() throws {
    let projection = try project(ending: 2023, of: 120)
    let prediction = projection.predictions.of(0)[0]
    #expect(prediction.mean == .zero)
    #expect(prediction.status == .projectEnded)
    #expect(try steps(projection, 2024) == ["last_year 12000", "known -12000"])
  }

  @Test("is that money goes on up to the last year")
  func goesOn() throws {
    let projection = try project(ending: 2024, of: 30, horizon: 2)
    #expect(try steps(projection, 2024) == ["last_year 12000", "own_trend 1000"])
    #expect(
      try steps(projection, 2025) == ["last_year 12000", "known -3000", "own_trend 1500"])
  }
}
