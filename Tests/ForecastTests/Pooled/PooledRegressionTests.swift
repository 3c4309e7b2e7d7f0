import Analytics
import LinearAlgebra
import Testing

@testable import Forecast

@Suite("A pooled regression")
struct PooledRegressionTests {
  /// 60 lines over ten years whose outturn is the mean of its last three and a surprise.
  private static func reverting(shiftFrom year: Int = 3000) -> String {
    var generator = SmallGenerator(seed: 5)
    var history: [Int: [Int]] = [:]
    return SampleDataset.table(lines: 60, years: 2014...2023) { line, now in
      var past = history[line] ?? []
      let start = 20_000 + 400 * line
      let mean = past.suffix(3).reduce(0, +) / max(1, past.suffix(3).count)
      let value =
        past.count < 3
        ? start + generator.wobble(3000) : mean + generator.wobble(3000)
      past.append(value)
      history[line] = past
      return (nil, value + (now >= year ? 50_000 : 0))
    }
  }

  private func forecaster(_ text: String, prior: Prior = .none) throws -> PooledForecaster {
    PooledForecaster(
      try SampleDataset.season(text), .outturn, .outturn, prior: prior, workers: .one)
  }

  @Test("learns across lines what no line shows alone: the way back to the mean")
  func learns() throws {
    let target = try forecaster(Self.reverting()).target(1)
    let coefficients = target.coefficients(target.leaveOut(nil), nil)
    let names = FiscalTask.outturn.features.map(\.name)
    let back = coefficients[names.firstIndex(of: "m3")!]
    let above = coefficients[names.firstIndex(of: "m3+")!]
    #expect((0.4...1.2).contains(back + above / 2))
  }

  @Test("beats the last value at every origin of such a panel")
  func beatsNaive() throws {
    let projection = try SampleDataset.project(Self.reverting())
    let rows = projection.accuracy.filter { $0.level == .line && $0.stage == .outturn }
    let pooled = try #require(rows.first { $0.method == .pooled })
    #expect(try #require(pooled.relativeError) < 0.95)
    let mixture = try #require(rows.first { $0.method == .mixture })
    #expect((0.7...0.95).contains(try #require(mixture.coverage80)))
    #expect((0.88...1).contains(try #require(mixture.coverage95)))
  }

  @Test("takes the prior's coefficients where it has too few rows of its own")
  func priorAlone() throws {
    let text = "year,unit,subject,outturn\n2022,A,1,100\n2023,A,1,120\n"
    let regression = Prior.Regression(
      task: "outturn", horizon: 1, coefficients: ["m3": 0.5],
      quantiles: Array(repeating: [-1, 0, 1], count: 3))
    let prior = Prior(sources: [], regressions: [regression])
    let projection = try SampleDataset.project(text, ProjectionOptions(prior: prior))
    // Half the way from 120 to the mean of 100 and 120; two moves in one, none of them still.
    #expect(projection.predictions.of(0)[0].mean == Money(cents: 11_500))
    #expect(projection.predictions.of(0)[0].status == .pooledPrior)
  }

  @Test("does not look past an origin: what comes later changes no forecast made there")
  func noLeakage() throws {
    func forecasts(_ text: String, back: Int) throws -> LineValues {
      try forecaster(text).target(1).pastForecasts(5)[back]
    }
    // Back 3 is the origin 2019: it must not see the shift of 2020 and later.
    let plain = try forecasts(Self.reverting(), back: 3)
    #expect(plain.count == 60)
    #expect(plain == (try forecasts(Self.reverting(shiftFrom: 2020), back: 3)))
    #expect(plain != (try forecasts(Self.reverting(shiftFrom: 2019), back: 3)))
  }

  @Test("leaves a line that never moves where it is")
  func still() throws {
    let text = Self.reverting() + (2014...2023).map { "\($0),U1,still,,7000\n" }.joined()
    let projection = try SampleDataset.project(text)
    let line = try #require(projection.predictions.first { $0.status == .constant })
    #expect(abs(line.mean.cents - 700_000) < 14_000)
    #expect(line.limits.high80 > line.limits.low80)
  }

  @Test("is the same for any number of workers")
  func workers() throws {
    let text = Self.reverting()
    let one = try SampleDataset.project(text)
    let many = try SampleDataset.project(text, ProjectionOptions(workers: Workers(3)))
    #expect(one.predictions == many.predictions)
    #expect(one.accuracy == many.accuracy)
  }
}

@Suite("Regressions that leave origins out")
struct LeaveOriginsOutTests {
  @Test("hold the odd year against the others, and their median hardly moves with it")
  func oddYear() throws {
    var generator = SmallGenerator(seed: 9)
    let text = SampleDataset.table(lines: 50, years: 2015...2023) { line, year in
      (nil, 10_000 + 100 * line + generator.wobble(200) + (year >= 2020 ? 4000 : 0))
    }
    let season = try SampleDataset.season(text)
    let target = PooledForecaster(
      season, .outturn, .outturn, prior: .none, workers: .one
    ).target(1)
    let fits = try #require(target.leaveOut(nil))
    let jump = fits.residuals.filter { $0.origin == 4 }.map(\.change)
    let said = fits.residuals.filter { $0.origin == 4 }.map(\.predicted)
    #expect(jump.allSatisfy { $0 > 0.2 })
    #expect(said.allSatisfy { $0 < 0.1 })
    #expect(target.sample.origins.count == 7)
    #expect(fits.coefficients.count == 6)
  }

  @Test("leave each of few origins out alone, and consecutive ones of many")
  func folds() {
    #expect(LeaveOriginsOut.folds([]) == [])
    #expect(LeaveOriginsOut.folds([3, 4, 7]) == [[3], [4], [7]])
    let many = LeaveOriginsOut.folds(Array(1...30))
    #expect(many.joined().elementsEqual(1...30))
    #expect(many.count == LeaveOriginsOut.folds(Array(1...31)).count)
    #expect(many.allSatisfy { $0.last! - $0.first! + 1 == $0.count })
  }
}
