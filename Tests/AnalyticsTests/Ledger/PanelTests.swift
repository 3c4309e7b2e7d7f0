import Analytics
import Testing

@Suite("The panel")
struct PanelTests {
  private static let units = "unit,name,parent\nP,Parent,\nA,First,P\nB,Second,P\n"

  private func nodes(_ accounts: String, units: String? = PanelTests.units) throws -> NodeTable {
    var tables = ["accounts": accounts]
    if let units { tables["units"] = units }
    return NodeTable(Panel(try TestDataset.package(tables)))
  }

  @Test("counts the parts where every part has a value")
  func allParts() throws {
    let nodes = try nodes(
      "year,unit,subject,outturn\n2023,P,1,100\n2023,A,1,60\n2023,B,1,41\n")
    #expect(nodes.cents(.total, .outturn, 2023) == 10100)
    #expect(nodes.cents(.unit, unit: "P", .outturn, 2023) == 10100)
  }

  @Test("has the total as the line where no part has a value")
  func noParts() throws {
    let nodes = try nodes("year,unit,subject,outturn\n2023,P,1,100\n2023,A,2,5\n2023,B,2,6\n")
    #expect(nodes.cents(.line, unit: "P", subject: "1", .outturn, 2023) == 10000)
    #expect(nodes.cents(.unit, unit: "P:other", .outturn, 2023) == 10000)
    #expect(nodes.cents(.unit, unit: "P", .outturn, 2023) == 11100)
  }

  @Test("has the rest as a line where some parts have values")
  func someParts() throws {
    let nodes = try nodes("year,unit,subject,outturn\n2023,P,1,100\n2023,A,1,60\n")
    #expect(nodes.cents(.line, unit: "P:other", subject: "1", .outturn, 2023) == 4000)
    #expect(nodes.cents(.total, .outturn, 2023) == 10000)
  }

  @Test("takes no rest that rounding makes for a line")
  func rounding() throws {
    let nodes = try nodes("year,unit,subject,outturn\n2023,P,1,100.01\n2023,A,1,100.00\n")
    #expect(nodes.cents(.line, unit: "P:other", subject: "1", .outturn, 2023) == nil)
    #expect(nodes.cents(.total, .outturn, 2023) == 10000)
  }

  @Test("tells nothing appropriated from not published from zero")
  func blanks() throws {
    let dataset = try TestDataset.accounts(
      """
      year,unit,subject,budget,outturn
      2022,A,1,5,4
      2022,A,2,,0
      2023,A,1,6,
      2023,A,2,7,
      2023,B,1,,3
      """)
    let panel = Panel(dataset)
    let (budget, outturn) = (
      panel.plane(.budget, FiscalYear(2022))!, panel.plane(.outturn, FiscalYear(2022))!
    )
    #expect(panel[1, budget] == .noAppropriation)
    #expect(panel[1, outturn] == .amount(.zero))
    #expect(panel[0, panel.plane(.outturn, FiscalYear(2023))!] == .notPublished)
  }

  @Test("sums a finer cut where unit × subject is not given, and never adds it elsewhere")
  func cuts() throws {
    let nodes = try nodes(
      """
      year,unit,subject,kind,economic,outturn
      2023,A,1,personnel,,30
      2023,A,1,operating,,12
      2023,A,1,,301,29
      2023,A,2,,,50
      2023,A,2,personnel,,20
      2023,A,2,operating,,30
      """, units: nil)
    #expect(nodes.cents(.line, unit: "A", subject: "1", .outturn, 2023) == 4200)
    #expect(nodes.cents(.line, unit: "A", subject: "2", .outturn, 2023) == 5000)
  }

  @Test("does not show a sum from which a part inside a rest is missing")
  func hidden() throws {
    let text = """
      year,unit,subject,outturn
      2022,A,,100
      2022,A,201,30
      2023,A,201,30
      2023,A,20101,10
      2023,A,20102,20
      2023,A,208,70
      """
    let dataset = try TestDataset.package(
      ["accounts": text], ReadingOptions(subjectLevels: [3, 5]))
    let nodes = NodeTable(Panel(dataset))
    #expect(nodes.cents(.total, .outturn, 2022) == 10000)
    #expect(nodes.cents(.line, unit: "A", subject: "all:other", .outturn, 2022) == 7000)
    #expect(nodes.cents(.subject, subject: "208", .outturn, 2022) == nil)
    #expect(nodes.cents(.subject, subject: "201", .outturn, 2022) == 3000)
  }
}
