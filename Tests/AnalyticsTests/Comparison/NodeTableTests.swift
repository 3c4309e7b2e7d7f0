import Testing

@testable import Analytics

@Suite("A table of nodes")
struct NodeTableTests {
  /// A bureau with the parts A and B, a unit C, and two classes of subjects.
  private static let tables = [
    "accounts": """
    year,unit,subject,outturn
    2022,A,20101,10
    2022,A,20102,20
    2022,B,20101,30
    2022,C,20101,40
    2022,C,20502,50
    2023,A,20101,11
    2023,A,20102,22
    2023,C,20101,44
    2023,C,20502,

    """,
    "units": "unit,name,parent\nBureau,,\nA,,Bureau\nB,,Bureau\nC,,\n",
    "subjects":
      "code,name,parent\n201,,\n205,,\n20101,,201\n20102,,201\n20502,,205\n",
  ]

  private let nodes: NodeTable

  init() throws { nodes = NodeTable(Panel(try TestDataset.package(Self.tables))) }

  private func name(_ place: Int) -> String {
    let (it, panel) = (nodes.nodes[place], nodes.panel)
    return "\(it.level.rawValue) \(panel.units.code(it.unit))/\(panel.subjects.code(it.subject))"
  }

  @Test("has lines first, then classes, units, subjects and the total, each in the order of codes")
  func order() {
    #expect(
      nodes.nodes.indices.map(name) == [
        "line A/20101", "line A/20102", "line B/20101", "line C/20101", "line C/20502",
        "class A/201", "class B/201", "class C/201", "class C/205",
        "unit A/", "unit B/", "unit Bureau/", "unit C/",
        "subject /201", "subject /20101", "subject /20102", "subject /205", "subject /20502",
        "total /",
      ])
  }

  @Test("says what a line adds up to: its class, its unit and the bureau, its subjects, the total")
  func above() {
    #expect(
      Set(nodes.above(0).map(name)) == [
        "class A/201", "unit A/", "unit Bureau/", "subject /20101", "subject /201", "total /",
      ])
  }

  @Test("adds lines up: 10 + 20 + 30 for the bureau, 10 + 30 + 40 for the subject")
  func sums() {
    #expect(nodes.cents(.unit, unit: "Bureau", .outturn, 2022) == 6000)
    #expect(nodes.cents(.class, unit: "A", subject: "201", .outturn, 2022) == 3000)
    #expect(nodes.cents(.subject, subject: "20101", .outturn, 2022) == 8000)
    #expect(nodes.cents(.total, .outturn, 2022) == 15_000)
  }

  @Test("counts a blank of a unit that publishes as nothing, and a unit that does not as unknown")
  func blanks() {
    #expect(nodes.cents(.unit, unit: "C", .outturn, 2023) == 4400)
    #expect(nodes.cents(.class, unit: "C", subject: "205", .outturn, 2023) == nil)
    #expect(nodes.cents(.unit, unit: "B", .outturn, 2023) == nil)
    #expect(nodes.cents(.unit, unit: "Bureau", .outturn, 2023) == 3300)
  }

  @Test("finds the node of a unit and a subject, and of neither")
  func places() throws {
    let panel = nodes.panel
    let a = try #require(panel.units.codes.find("A"))
    let item = try #require(panel.subjects.codes.find("20101"))
    let general = try #require(panel.subjects.codes.find("201"))
    #expect(nodes.place(unit: CellKey.all, subject: CellKey.all).map(name) == "total /")
    #expect(nodes.place(unit: a, subject: CellKey.all).map(name) == "unit A/")
    #expect(nodes.place(unit: CellKey.all, subject: item).map(name) == "subject /20101")
    #expect(nodes.place(unit: a, subject: general).map(name) == "class A/201")
  }

  @Test("has sums of their own: of two lines or more, and one of those that are of the same lines")
  func properSums() {
    #expect(
      nodes.properSums.map(name) == [
        "unit A/", "unit Bureau/", "unit C/", "subject /201", "subject /20101", "total /",
      ])
  }

  @Test("makes sums the lines of another table, with their amounts, under nothing")
  func linesOfNodes() {
    let sums = nodes.properSums
    let table = nodes.lines(ofNodes: sums)
    #expect(table.panel.lines.count == sums.count)
    for (line, place) in sums.enumerated() {
      for year in [2022, 2023] {
        #expect(
          table.cell(line, .outturn, FiscalYear(year)).money
            == nodes.cell(place, .outturn, FiscalYear(year)).money)
      }
    }
  }

  @Test("takes shares of a unit's total for lines and classes, of the whole for the others")
  func whole() throws {
    #expect(nodes.whole(of: 0).map(name) == "unit A/")
    #expect(nodes.whole(of: 5).map(name) == "unit A/")
    #expect(nodes.whole(of: 9).map(name) == "total /")
    #expect(nodes.total.map(name) == "total /")
  }
}
