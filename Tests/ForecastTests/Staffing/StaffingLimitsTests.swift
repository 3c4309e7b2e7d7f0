import Analytics
import Testing

@testable import Forecast

/// Forty units whose pay is ten for each head, give or take one per cent, and whose heads change
/// every January by up to a quarter.
@Suite("Limits of lines with people")
struct StaffingLimitsTests {
  private static let units = 40
  private static let years = 2014...2023

  private struct Panel {
    var tables: [String: String]
    /// By unit, what the year after the last comes to.
    let next: [Double]
  }

  /// - Parameter isKnown: Whether next year's heads are.
  private static func panel(isKnown: Bool) -> Panel {
    var generator = SmallGenerator(seed: 3)
    var accounts = "year,unit,subject,outturn\n"
    var headcount = "year,unit,category,in_post\n"
    var next: [Double] = []
    for unit in 0..<units {
      var heads = 200 + generator.wobble(100)
      for year in years.lowerBound...years.upperBound + 1 {
        heads += heads * generator.wobble(25) / 100
        let pay = 10 * Double(heads) * (1 + Double(generator.wobble(100)) / 10_000)
        if years.contains(year) {
          accounts += "\(year),U\(100 + unit),pay,\(pay)\n"
        } else {
          next.append(pay)
        }
        if isKnown || years.contains(year) {
          headcount += "\(year),U\(100 + unit),clerk,\(heads)\n"
        }
      }
    }
    let tables = [
      "accounts": accounts, "headcount": headcount, "subjects": "code,staffing\npay,*\n",
    ]
    return Panel(tables: tables, next: next)
  }

  /// The lines' forecasts, with people and without.
  private static func forecasts(
    _ panel: Panel
  ) throws -> (with: [Prediction], without: [Prediction]) {
    let dataset = try SampleDataset.package(panel.tables)
    let nodes = NodeTable(Analytics.Panel(dataset))
    let model = StaffingModel(
      dataset, nodes, Roster(dataset, through: FiscalYear(years.upperBound + 1)),
      Normalisation(nodes, dataset.adjustments))
    func lines(_ staffing: StaffingModel?) throws -> [Prediction] {
      try Projection(
        nodes, ProjectionOptions(), lastDigit: Money(cents: 1), staffing: staffing
      ).predictions.filter { $0.node < nodes.panel.lines.count }
    }
    return (try lines(model), try lines(nil))
  }

  private static func width(_ predictions: [Prediction]) -> Double {
    predictions.reduce(0) { $0 + $1.limits.high80 - $1.limits.low80 }
  }

  @Test("are narrower where next year's heads are known, and hold what comes")
  func known() throws {
    let panel = Self.panel(isKnown: true)
    let (with, without) = try Self.forecasts(panel)
    // All but those whose heads stay as they are, of whom history says all.
    #expect(with.count { $0.status == .staffing } > Self.units * 9 / 10)
    #expect(Self.width(with) < 0.6 * Self.width(without))
    let inside = zip(with, panel.next).count { prediction, amount in
      (prediction.limits.low80...prediction.limits.high80).contains(amount * 100)
    }
    #expect(inside >= Self.units * 8 / 10)
  }

  @Test("are those of history where next year's heads must be projected")
  func projected() throws {
    let (with, without) = try Self.forecasts(Self.panel(isKnown: false))
    let ratio = Self.width(with) / Self.width(without)
    #expect((0.8...1.2).contains(ratio))
  }
}
