import Forecast
import Testing

/// Unit v ends in 2020 and unit u in 2023; each is forecast from its own last year.
@Suite("People of lines that end in different years")
struct SeriesOriginTests {
  private static let tables = [
    "accounts": "year,unit,subject,outturn\n"
      + (2017...2020).map { "\($0),v,pay,5200\n" }.joined()
      + (2017...2023).map { "\($0),u,pay,7200\n" }.joined(),
    "subjects": "code,staffing\npay,*\n",
    "headcount": "year,unit,category,in_post\n2017,v,clerk,5\n2017,u,clerk,6\n2023,u,clerk,6\n",
    "movements": "date,unit,category,delta,reason,status\n2021-07,v,clerk,-2,transfer_out,actual\n",
  ]

  @Test("cost what moves after each line's own last year: two of five fewer from July")
  func ownOrigin() throws {
    let projected = try StaffedProjection(
      Self.tables, ProjectionOptions(origin: .series, method: .naive, explains: true))
    // 5 heads cost 5,200, one 1,040; two fewer for half a year are one person-year.
    #expect(projected.forecastSteps("v", "pay", 2021) == ["last_year 520000", "headcount -104000"])
    #expect(
      projected.staffingSteps("v", "pay", 2021) == [
        "last_year 520000", "headcount -104000", "underlying 0",
      ])
  }

  @Test("say nothing of a line whose people stay, in the year after its own last")
  func still() throws {
    let projected = try StaffedProjection(
      Self.tables, ProjectionOptions(origin: .series, method: .naive, explains: true))
    #expect(projected.forecastSteps("u", "pay", 2024) == ["last_year 720000"])
  }
}
