import Analytics
import Testing

@Suite("Volatility")
struct VolatilityTests {
  /// Of the outturns of three years.
  private func volatility(_ amounts: [String]) throws -> PrintedNumber? {
    let rows = zip(2021..., amounts).map { "\($0),A,1,\($1)\n" }.joined()
    let dataset = try TestDataset.package(["accounts": "year,unit,subject,outturn\n" + rows])
    let nodes = NodeTable(Panel(dataset))
    return try #require(Trend(0, .outturn, of: nodes, Normalisation(nodes, []))).volatility
  }

  @Test("is 1.4826 times the median distance of yearly growth from its median")
  func plain() throws {
    // Growth of 10 % and 20 %: 5 points from 15 %, times 1.4826.
    #expect(try volatility(["100", "110", "132"]) == PrintedNumber(mantissa: 741, decimals: 2))
  }

  @Test("on the half of a hundredth is rounded away from zero, as fractions say")
  func half() throws {
    // Growth of 0 and 1/14826: half of that, times 1.4826, is 0.00005 = 0.005 %.
    let tie = try volatility(["148.26", "148.26", "148.27"])
    #expect(tie == PrintedNumber(mantissa: 1, decimals: 2))
    let less = try volatility(["148.27", "148.27", "148.28"])
    #expect(less == PrintedNumber(mantissa: 0, decimals: 2))
  }
}
