import Analytics
import Testing

@testable import Forecast

/// Ten clerks at 100.00 a year, with increments of 2 %; one more from July of the last year.
@Suite("The steps of a line with people")
struct StaffingExplanationTests {
  private static func tables(years: ClosedRange<Int>, budget: Bool) -> [String: String] {
    let last = years.upperBound
    var accounts = "year,unit,subject,budget,outturn\n"
    for year in years { accounts += "\(year),A,pay,1050,1050\n" }
    if budget { accounts += "\(last + 1),A,pay,1200,\n" }
    return [
      "accounts": accounts, "subjects": "code,staffing\npay,*\n",
      "categories": "category,progression_pct\nclerk,2\n",
      "headcount": "year,unit,category,in_post\n\(last),A,clerk,11\n",
      "movements": "date,unit,category,delta,reason\n\(last)-07,A,clerk,1,recruit\n",
    ]
  }

  @Test("are full years of heads, and progression beside a short history: 50 and 2 % of 1050")
  func short() throws {
    let projected = try StaffedProjection(Self.tables(years: 2022...2023, budget: false))
    #expect(
      projected.staffingSteps("A", "pay", 2024) == [
        "last_year 105000", "full_year 5000", "progression 2100", "underlying 0",
      ])
    #expect(
      projected.forecastSteps("A", "pay", 2024) == [
        "last_year 105000", "full_year 5000", "progression 2100",
      ])
  }

  @Test("tell progression out of a history that has it: nothing is added")
  func long() throws {
    let projected = try StaffedProjection(Self.tables(years: 2021...2023, budget: false))
    #expect(
      projected.staffingSteps("A", "pay", 2024) == [
        "last_year 105000", "full_year 5000", "progression 2100", "underlying -2100",
      ])
    #expect(
      projected.forecastSteps("A", "pay", 2024) == [
        "last_year 105000", "full_year 5000", "progression 2100", "own_trend -2100",
      ])
  }

  @Test("are none on an adopted budget, which knows of both")
  func adopted() throws {
    let projected = try StaffedProjection(Self.tables(years: 2022...2023, budget: true))
    let words = projected.staffingSteps("A", "pay", 2024).map { $0.prefix { $0 != " " } }
    #expect(words == ["last_year", "underlying"])
    let forecast = projected.forecastSteps("A", "pay", 2024)
    #expect(forecast.first == "last_year 105000")
    #expect(!forecast.contains { $0.hasPrefix("full_year") || $0.hasPrefix("progression") })
  }
}
