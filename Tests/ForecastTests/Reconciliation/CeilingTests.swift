import Analytics
import Testing

@testable import Forecast

@Suite("Ceilings")
struct CeilingTests {
  private static let naive = ProjectionOptions(method: .naive)

  /// Two units × two subjects; repeating the last value gives 100, 200, 300 and 400.
  private static let city = """
    year,unit,subject,budget
    2021,A,1,90
    2021,A,2,230
    2021,B,1,260
    2021,B,2,460
    2022,A,1,110
    2022,A,2,170
    2022,B,1,340
    2022,B,2,340
    2023,A,1,100
    2023,A,2,200
    2023,B,1,300
    2023,B,2,400
    """

  private func rule(
    _ rule: Ceiling.Rule, _ limit: Ceiling.Limit, unit: String? = nil, subject: String? = nil,
    role: String? = nil
  ) -> Ceiling {
    Ceiling(
      year: FiscalYear(2024), unit: unit, subject: subject, role: role, rule: rule, limit: limit)
  }

  private func amount(_ units: Int64) -> Ceiling.Limit { .amount(Money(cents: units * 100)) }

  /// Means in cents by level and codes, and the statuses of what is not as usual.
  private func means(
    _ found: (projection: Projection, nodes: NodeTable)
  ) -> [String: Int64] {
    let panel = found.nodes.panel
    let pairs = found.projection.predictions.map { it in
      let node = found.nodes.nodes[it.node]
      let codes = [panel.units.code(node.unit), panel.subjects.code(node.subject)]
      return (codes.joined(separator: "/"), it.mean.cents)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private func city(
    _ ceilings: [Ceiling], roles: [String: String] = [:]
  ) throws -> (projection: Projection, nodes: NodeTable) {
    try SampleDataset.project(Self.city, ceilings: ceilings, roles: roles, Self.naive)
  }

  @Test("of a unit is kept to the last digit, and leaves the other unit as it was")
  func unit() throws {
    let found = try city([rule(.atMost, amount(270), unit: "A")])
    let means = means(found)
    #expect(means["A/"] == 27_000)
    #expect(means["A/1"]! + means["A/2"]! == 27_000)
    #expect(means["A/1"]! < 10_000 && means["A/2"]! < 20_000)
    #expect(means["B/1"] == 30_000 && means["B/2"] == 40_000)
    #expect(means["/"] == 97_000)
    let held = found.projection.predictions.filter { $0.status == .ceiling }
    #expect(held.count == 1 && held[0].limits.high95 == 27_000)
  }

  @Test("fix a line, and floors raise a subject of all units")
  func lineAndSubject() throws {
    let found = try city([
      rule(.fixed, amount(90), unit: "B", subject: "1"), rule(.atLeast, amount(300), subject: "1"),
    ])
    let means = means(found)
    #expect(means["B/1"] == 9000 && means["A/1"] == 21_000 && means["/1"] == 30_000)
    let fixed = found.projection.predictions.filter { $0.status == .fixed }
    #expect(fixed.count == 1 && fixed[0].limits.low95 == 9000 && fixed[0].limits.high95 == 9000)
  }

  @Test("go by last year's amount where they say so, rounded inward")
  func ofLast() throws {
    let ratio = PrintedNumber(mantissa: 333_333, decimals: 6)
    let found = try city([rule(.atMost, .ofLast(ratio), unit: "A")])
    #expect(means(found)["A/"] == 9999)  // 300 × 0.333333 = 99.9999
  }

  @Test("of a role are about the subjects that have it")
  func role() throws {
    let roles = ["1": "three_public.vehicles", "2": "three_public.travel"]
    let found = try city([rule(.atMost, amount(900), role: "three_public")], roles: roles)
    #expect(means(found)["/"] == 90_000)
    let one = try city([rule(.atMost, amount(350), role: "three_public.vehicles")], roles: roles)
    #expect(means(one)["/1"] == 35_000)
  }

  @Test("that are loose change nothing")
  func loose() throws {
    let found = try city([rule(.atMost, amount(5000)), rule(.atLeast, amount(1), unit: "A")])
    #expect(means(found)["/"] == 100_000)
    #expect(!found.projection.predictions.contains { $0.status == .ceiling })
  }

  @Test("that contradict each other are named, a smallest set of them, with what they miss by")
  func contradiction() throws {
    let rules = [
      rule(.atMost, amount(5000)), rule(.atLeast, amount(280), unit: "A"),
      rule(.atMost, amount(500)), rule(.fixed, amount(250), unit: "B"),
      rule(.atMost, amount(900), subject: "2"),
    ]
    let error = try #require(throws: CeilingContradiction.self) { try city(rules) }
    #expect(error.rules.map(\.ceiling) == [rules[1], rules[2], rules[3]])
    #expect(error.miss == Money(cents: 3000))
    #expect(error.year == FiscalYear(2024) && error.stage == .budget)
  }

  @Test("cannot take more than there is from lines that are never negative")
  func negative() throws {
    let error = try #require(throws: CeilingContradiction.self) {
      try city([rule(.atMost, amount(-1), unit: "A")])
    }
    #expect(error.rules.count == 1 && error.miss == Money(cents: 100))
  }

  @Test("that are about nothing that is forecast are left aside and reported")
  func notices() throws {
    let kind = Ceiling(
      year: FiscalYear(2024), kind: .operating, rule: .atMost, limit: .ofLast(PrintedNumber(1)))
    let found = try city([
      kind, rule(.atMost, amount(1), unit: "C"), rule(.atMost, amount(1), role: "x"),
    ])
    #expect(
      found.projection.notices.map(\.obstacle) == [
        .nothingOfLine(.kind, "A × 1"), .unknownCode("C"), .noSubjectOfRole("x"),
      ])
    #expect(means(found)["/"] == 100_000)
  }
}
