import Forecast
import Testing

/// Ten clerks with 1,000.00 of pay each; their pension is 10 % of pay and 100.00 a head: 2,000.00.
@Suite("A percentage beside a rate per head")
struct PercentageBesideRateTests {
  private static let years = 2022...2023

  /// - Parameter rates: Rows beside those of the two rates, which end with the last year then.
  private static func tables(_ rates: String = "", ends: Bool = false) -> [String: String] {
    let end = ends ? "2023-12" : ""
    return [
      "accounts": "year,unit,subject,outturn\n"
        + years.map { "\($0),A,pay,10000\n\($0),A,pension,2000\n" }.joined(),
      "subjects": "code,staffing\npay,*\npension,*\n",
      "rates": "subject,category,from,to,basis,value\n"
        + "pension,,2020-01,\(end),percent_of:pay,10\n"
        + "pension,clerk,2020-01,\(end),per_head_year,100\n" + rates,
      "headcount": "year,unit,category,in_post\n"
        + years.map { "\($0),A,clerk,10\n" }.joined(),
    ]
  }

  @Test("counts a joiner once: 100 by the rate, and a tenth of what the percentage gives")
  func joiner() throws {
    var tables = Self.tables()
    tables["movements"] = "date,unit,category,delta,reason\n2024-01,A,clerk,1,recruit\n"
    let steps = try StaffedProjection(tables).staffingSteps("A", "pension", 2024)
    #expect(steps == ["last_year 200000", "headcount 20000", "underlying 0"])
  }

  @Test(
    "moves with each rate the part that it gives: half of 2,000 by a fifth",
    arguments: [
      "pension,,2024-01,,percent_of:pay,12\npension,clerk,2024-01,,per_head_year,100\n",
      "pension,,2024-01,,percent_of:pay,10\npension,clerk,2024-01,,per_head_year,120\n",
    ])
  func rates(_ rows: String) throws {
    let steps = try StaffedProjection(Self.tables(rows, ends: true))
      .staffingSteps("A", "pension", 2024)
    #expect(steps == ["last_year 200000", "rate 20000", "underlying 0"])
  }
}
