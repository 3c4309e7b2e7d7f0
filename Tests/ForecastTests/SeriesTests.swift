import Analytics
import Forecast
import Testing

@Suite("Series")
struct SeriesTests {
  @Test("leaves out the years without a value")
  func gaps() throws {
    let text = """
      year,unit,subject,outturn
      2020,A,1,10
      2021,A,1,
      2021,A,2,7
      2022,A,1,-3.5
      """
    let dataset = try DatasetReader.read(
      .loneFile(named: "gaps.csv"), file: "gaps.csv", options: ReadingOptions(isLoneFile: true)
    ) { MemorySource(name: $0, text: text) }
    let nodes = NodeTable(Panel(dataset))
    let series = Series(0, .outturn, of: nodes)
    #expect(series.years == [FiscalYear(2020), FiscalYear(2022)])
    #expect(series.amounts == [1000, -350])
  }
}
