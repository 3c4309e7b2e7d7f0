import Analytics
import Testing

@testable import Forecast

@Suite("The cost of a person-year by category")
struct CategoryCostsTests {
  private func observation(
    _ year: Int, _ personYears: [Double], _ amount: Double
  ) -> CategoryCosts.Observation {
    CategoryCosts.Observation(year: FiscalYear(year), personYears: personYears, amount: amount)
  }

  @Test("is found from units that mix categories, one slip apart")
  func found() {
    var rows = (0..<40).map { unit -> CategoryCosts.Observation in
      let years = [Double(2 + unit % 7), Double(1 + unit % 4)]
      return observation(2023, years, 100 * years[0] + 150 * years[1])
    }
    rows.append(observation(2023, [5, 5], 90_000))
    let costs = CategoryCosts(rows, categories: 2).costs
    #expect(abs(costs[1] / costs[0] - 1.5) < 0.1)  // drawn a little to one cost for all
  }

  @Test("is that of all for a category without history, and grows by the drift of the years")
  func newCategory() {
    var rows: [CategoryCosts.Observation] = []
    for year in 2014...2023 {
      let cost = 100 * (1 - 0.02 * Double(2023 - year))
      for heads in [1.0, 2, 3, 4, 5, 6] {
        rows.append(observation(year, [heads, 0], heads * cost))
      }
    }
    let fit = CategoryCosts(rows, categories: 2)
    #expect(abs(fit.costs[0] - 100) < 1 && fit.costs[1] == 100)
    #expect(abs(fit.drift - 0.02) < 0.002)
  }

  @Test("is nothing where nobody is")
  func empty() {
    #expect(CategoryCosts([observation(2023, [0], 5)], categories: 1).costs == [0])
  }
}
