import Analytics
import Testing

@testable import Forecast

@Suite("Ceilings on kinds, funds and roles")
struct CeilingReachTests {
  /// A's subject 1 is personnel, its subject 2 operating; B's subject 1 is of both kinds. Repeating
  /// the last budgets gives 100, 200 and 300.
  private static let accounts = """
    year,unit,subject,kind,budget
    2022,A,1,,100
    2022,A,2,,200
    2022,B,1,,300
    2023,A,1,,100
    2023,A,1,personnel,100
    2023,A,2,,200
    2023,A,2,operating,200
    2023,B,1,,300
    2023,B,1,personnel,250
    2023,B,1,operating,50

    """

  /// The means of lines in whole units, and what is left aside.
  private func project(
    _ ceilings: String, accounts: String = Self.accounts, economics: String? = nil
  ) throws -> (means: [Int64], notices: [UnappliedCeiling.Obstacle]) {
    var tables = ["accounts": accounts, "ceilings": ceilings]
    tables["economics"] = economics
    let dataset = try SampleDataset.package(tables)
    let nodes = NodeTable(Panel(dataset))
    let projection = try Projection(
      nodes, ProjectionOptions(method: .naive), lastDigit: Money(cents: 1),
      ceilings: CeilingRules(dataset, nodes))
    let lines = projection.predictions.filter { nodes.nodes[$0.node].level == .line }
    return (lines.map { $0.mean.cents / 100 }, projection.notices.map(\.obstacle))
  }

  @Test("are kept where every line in reach is wholly of the kind, or not of it")
  func kind() throws {
    let found = try project("year,unit,kind,rule,of_last\n2024,A,operating,at_most,0.9\n")
    #expect(found.means == [100, 180, 300] && found.notices.isEmpty)
  }

  @Test("count personnel and operating among basic expenditure, so that A is wholly of it")
  func basic() throws {
    let found = try project("year,unit,kind,rule,amount\n2024,A,basic,at_most,150\n")
    #expect(found.means[0] + found.means[1] == 150 && found.means[2] == 300)
  }

  @Test("are left aside where a line is of two kinds, which is named")
  func part() throws {
    let found = try project("year,kind,rule,of_last\n2024,operating,at_most,0.9\n")
    #expect(found.means == [100, 200, 300])
    #expect(found.notices == [.partOfLine(.kind, "B × 1")])
  }

  @Test("are left aside where nothing in reach is of the kind, or no such fund is known")
  func nothing() throws {
    let found = try project(
      "year,unit,subject,kind,fund,rule,amount\n2024,A,1,operating,,at_most,1\n"
        + "2024,A,,project,,at_most,1\n2024,A,,,general,at_most,1\n")
    #expect(
      found.notices == [.noLine, .noLine, .notInAccounts(.fund)])
  }

  @Test("on a fund that all lines of a unit are of are about the unit")
  func fund() throws {
    let accounts = """
      year,unit,subject,fund,budget
      2022,A,1,,100
      2022,A,2,,200
      2023,A,1,,100
      2023,A,1,general,100
      2023,A,2,,200
      2023,A,2,general,200

      """
    let found = try project(
      "year,unit,fund,rule,amount\n2024,A,general,at_most,270\n", accounts: accounts)
    #expect(found.means.reduce(0, +) == 270 && found.notices.isEmpty)
  }

  @Test("on a role of economic classes are kept where lines are wholly of these")
  func role() throws {
    let accounts = """
      year,unit,subject,economic,budget
      2022,A,1,,100
      2022,A,2,,200
      2023,A,1,,100
      2023,A,1,30231,100
      2023,A,2,,200
      2023,A,2,30201,200

      """
    let found = try project(
      "year,role,rule,of_last\n2024,three_public,at_most,0.8\n", accounts: accounts,
      economics: "code,name,role\n30231,Vehicles,three_public.vehicles\n30201,Office,\n")
    #expect(found.means == [80, 200] && found.notices.isEmpty)
  }

  @Test("go by the newest year that tells kinds: what was of both kinds may be of one by now")
  func newest() throws {
    let old = "2022,A,2,personnel,60\n2022,A,2,operating,140\n"
    let found = try project(
      "year,unit,kind,rule,of_last\n2024,A,operating,at_most,0.9\n",
      accounts: Self.accounts + old)
    #expect(found.means == [100, 180, 300])
  }
}
