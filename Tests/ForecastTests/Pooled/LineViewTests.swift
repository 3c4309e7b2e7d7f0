import Analytics
import Testing

@testable import Forecast

@Suite("What is known of a line at an origin")
struct LineViewTests {
  private let text = """
    year,unit,subject,budget,outturn
    2018,A,1,90,80
    2019,A,1,100,100
    2020,A,1,,100
    2021,A,1,110,130
    2022,A,1,140,

    """

  private func view(_ stage: Stage, _ basis: Basis, at place: Int, adopted: Double? = nil) throws
    -> LineView
  {
    let panel = FiscalPanel(
      try SampleDataset.season(text), target: stage, FiscalTask(stage, basis))
    return try #require(
      LineView(StagePair(panel), line: 0, since: 0, at: place, adopted: adopted.map { $0 * 100 }))
  }

  @Test("is measured in the mean of four outturns and two budgets")
  func scale() throws {
    let view = try view(.outturn, .history, at: 3)
    #expect(view.scale == 100 * (80 + 100 + 100 + 130 + 100 + 110) / 6.0)
    #expect(view.current == 13_000)
    #expect(view.counterpart == 11_000)
    #expect(view.recent.meanOfThree == 11_000)
    #expect(view.recent.median == 10_000)
  }

  @Test("counts the adopted budget into the size where the task uses it")
  func adopted() throws {
    let view = try view(.outturn, .budget, at: 3, adopted: 140)
    #expect(view.scale == 100 * (80 + 100 + 100 + 130 + 100 + 110 + 140) / 7.0)
    #expect(view.level == 14_000 / view.scale)
    #expect(view.adoptedLess(view.current) == 1000 / view.scale)
  }

  @Test("has the least squares slope of its values: 80, 100, 100, 130 rise by 15 a value")
  func slope() throws { #expect(try view(.outturn, .history, at: 3).recent.slope == 1500) }

  @Test("is as volatile as its mean change, and as still as its unchanged years")
  func volatility() throws {
    let view = try view(.outturn, .history, at: 3)
    #expect(view.volatility == (20 + 0 + 30) * 100 / 3.0 / view.scale)
    #expect(view.recent.stillness == 1.0 / 4)
  }

  @Test("pairs spending with budgets of the same year only, newest first")
  func pairs() throws {
    let pairs = try view(.outturn, .history, at: 3).pairs
    #expect((0..<pairs.count).map(pairs.gap) == [2000, 0, -1000])
    #expect(pairs.meanGap(2) == 1000)
    #expect(pairs.meanSizeOfGap(5) == 1000)
    #expect(pairs.isKnownAtOrigin)
    #expect(pairs.executionOverFour == 310.0 / 300 - 1)
    #expect(pairs.medianExecution == 0)
    #expect(pairs.stillness == 1.0 / 4)
  }

  @Test("knows nothing from before the year from which lines are comparable")
  func start() throws {
    let panel = FiscalPanel(try SampleDataset.season(text), target: .outturn, .outturn)
    let view = try #require(LineView(StagePair(panel), line: 0, since: 2, at: 3, adopted: nil))
    #expect(view.recent.count == 2 && view.recent.slope == 3000)
    #expect(view.observations == 2)
  }

  @Test("is nothing for a line that has no value there, or only zeros")
  func absent() throws {
    let zeros = "year,unit,subject,outturn\n2020,A,1,0\n2021,A,1,0\n2021,A,2,5\n"
    let panel = FiscalPanel(try SampleDataset.season(zeros), target: .outturn, .outturn)
    #expect(LineView(StagePair(panel), line: 0, since: 0, at: 1, adopted: nil) == nil)
    #expect(LineView(StagePair(panel), line: 1, since: 0, at: 0, adopted: nil) == nil)
  }
}
