import Analytics
import Testing

@testable import Forecast

@Suite("The way to a forecast")
struct ExplanationTests {
  private func explained(
    _ text: String, _ method: MethodName? = nil, prior: Prior = .none, horizon: Int = 1
  ) throws -> Projection {
    var options = ProjectionOptions(horizon: horizon, method: method, prior: prior)
    options.explains = true
    return try SampleDataset.project(text, options)
  }

  private func steps(_ projection: Projection, _ node: Int = 0) -> [String] {
    let prediction = projection.predictions.first { $0.node == node }!
    return projection.explanations.steps(prediction).map {
      "\($0.step.rawValue) \($0.amount.cents)"
    }
  }

  @Test("starts at the last figure and goes by the own trend: half of a mean change of 20")
  func ownTrend() throws {
    let text = "year,unit,subject,outturn\n2021,A,1,80\n2022,A,1,100\n2023,A,1,120\n"
    #expect(steps(try explained(text, .halfDrift)) == ["last_year 12000", "own_trend 1000"])
  }

  @Test("stops at 0 where amounts never were negative")
  func floor() throws {
    let text = "year,unit,subject,outturn\n2021,A,1,110\n2022,A,1,60\n2023,A,1,10\n"
    #expect(steps(try explained(text, .drift)) == ["last_year 1000", "own_trend -1000"])
  }

  @Test("leads over the adopted budget as a known change")
  func adoptedBudget() throws {
    let text = "year,unit,subject,budget,outturn\n2022,A,1,90,100\n2023,A,1,130,\n"
    let projection = try explained(text, .budget)
    let outturn = try #require(projection.predictions.of(0, .outturn, FiscalYear(2023)))
    let steps = projection.explanations.steps(outturn)
    #expect(steps.map(\.step) == [.lastYear, .known])
    #expect(steps.map(\.amount) == [Money(cents: 10_000), Money(cents: 3000)])
  }

  @Test("splits the regression: s = 200, level 1.5 × 0.125 is similar lines, slope 1 × 0.25 own")
  func regression() throws {
    let quantiles = Array(repeating: [-1.0, 0, 1], count: 3)
    let prior = Prior(
      sources: [],
      regressions: [
        Prior.Regression(
          task: "outturn", horizon: 1, coefficients: ["lev": 0.125, "tr": 0.25],
          quantiles: quantiles)
      ])
    let text = "year,unit,subject,outturn\n2022,A,1,100\n2023,A,1,300\n"
    let projection = try explained(text, prior: prior)
    #expect(
      steps(projection) == ["last_year 30000", "own_trend 5000", "similar_lines 3750"])
    #expect(projection.predictions.of(0)[0].mean == Money(cents: 38_750))
  }

  @Test("of a sum adds up those of its lines, and the rest is rounding")
  func sums() throws {
    let text = """
      year,unit,subject,outturn
      2022,A,1,1.00
      2023,A,1,1.01
      2022,A,2,2.00
      2023,A,2,2.01

      """
    let projection = try explained(text, .halfDrift)
    let total = try #require(SampleDataset.nodes(text).total)
    // Each line gains half a cent, printed as a whole one; together they gain one, which one has.
    #expect(
      steps(projection) == ["last_year 101", "own_trend 1"])
    #expect(steps(projection, 1) == ["last_year 201", "own_trend 1", "rounding -1"])
    #expect(steps(projection, total) == ["last_year 302", "own_trend 1"])
  }

  @Test("of an ended line is nothing at all")
  func ended() throws {
    let text = "year,unit,subject,outturn\n2021,A,1,5\n2021,A,2,7\n2022,A,2,7\n2023,A,2,7\n"
    let projection = try explained(text)
    #expect(projection.predictions.of(0)[0].status == .ended)
    #expect(steps(projection) == ["last_year 0"])
  }

  @Test("of a known forecast has its own steps, and the regression is kept as its reference")
  func knownForecast() throws {
    let text = "year,unit,subject,outturn\n2021,A,1,80\n2022,A,1,100\n2023,A,1,120\n"
    let year = FiscalYear(2024)
    let known = KnownForecasts([
      KnownForecast(
        line: 0, stage: .outturn, year: year, mean: 15_000, status: .staffing,
        steps: [
          StepAmount(.lastYear, 12_000), StepAmount(.headcount, 2500), StepAmount(.rate, 500),
        ])
    ])
    let projection = try Projection(
      try SampleDataset.nodes(text), ProjectionOptions(method: .halfDrift, explains: true),
      lastDigit: Money(cents: 1), known: known)
    #expect(steps(projection) == ["last_year 12000", "headcount 2500", "rate 500"])
    let reference = try #require(projection.references.of(0, .outturn, year))
    #expect(reference.mean == 13_000)
    #expect(reference.limits.low80 <= 13_000 && 13_000 <= reference.limits.high80)
  }

  @Test("is not kept where nobody asks")
  func unasked() throws {
    let text = "year,unit,subject,outturn\n2022,A,1,100\n2023,A,1,120\n"
    let projection = try SampleDataset.project(text)
    #expect(projection.explanations.steps(projection.predictions.of(0)[0]).isEmpty)
  }
}
