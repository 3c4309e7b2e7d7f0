import Analytics
import Testing

@testable import Forecast

@Suite("Years that teach nothing")
struct PanelBreaksTests {
  private func breaks(
    _ amounts: (Int, Int) -> (budget: Int?, outturn: Int?)
  ) throws -> PanelBreaks {
    let text = SampleDataset.table(lines: 40, years: 2018...2023, amounts)
    return PanelBreaks(try SampleDataset.season(text), [.outturn, .budget])
  }

  @Test("are none in a panel that grows, with a line in ten that is new each year")
  func ordinary() throws {
    let found = try breaks { line, year in
      line % 10 == year % 10 && year < 2021 ? (nil, nil) : (1000 + line + year, 1005 + line + year)
    }
    #expect(found.reorganisations == [])
    for place in 0..<6 { #expect(found.kind(.budget, at: place) == nil) }
  }

  @Test("are those in which the codes that stay mean other things")
  func reorganised() throws {
    let found = try breaks { line, year in
      let meaning = year < 2021 ? line : (line * 17 + 5) % 40
      return (100 << (meaning % 8), 100 << (meaning % 8))
    }
    #expect(found.reorganisations == [3])
    #expect(found.start(of: 2) == 0)
    #expect(found.start(of: 4) == 3)
    #expect(!found.isComparable(from: 2, to: 3, .outturn))
    #expect(found.isComparable(from: 3, to: 5, .outturn))
  }

  @Test("are those whose budgets are last year's")
  func rolledOver() throws {
    let found = try breaks { line, year in
      (1000 + line * 7 + min(year, 2021) * 3, 900 + year % 5 * (line + 9))
    }
    #expect(found.kind(.budget, at: 4) == .rolledOver)
    #expect(found.kind(.budget, at: 3) == nil)
    #expect(!found.isComparable(from: 3, to: 4, .budget))
    #expect(found.isComparable(from: 3, to: 4, .outturn))
  }

  @Test("are those that are not complete, unless budgets fall as well")
  func partYear() throws {
    let found = try breaks { line, year in (1000 + line + year, year == 2023 ? 500 : 1000 + line) }
    #expect(found.kind(.outturn, at: 5) == .partYear)
    let cut = try breaks { line, year in
      year == 2023 ? (500, 500) : (1000 + line + year, 1000 + line)
    }
    #expect(cut.kind(.outturn, at: 5) == nil)
  }
}
