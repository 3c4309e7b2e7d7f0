import Testing

@testable import Analytics

@Suite("The lines of a unit and of subjects")
struct LinesByMemberTests {
  /// Two bureaus with two parts each, six subjects in two classes; two lines in three are there.
  private let panel: Panel

  init() throws {
    var accounts = "year,unit,subject,outturn\n"
    for unit in ["P1", "P2", "Q1", "Q2", "R"] {
      for subject in 0..<6 where (unit.utf8.reduce(0) { $0 + Int($1) } + subject) % 3 > 0 {
        accounts += "2023,\(unit),20\(subject % 2)0\(subject),1\n"
      }
    }
    panel = Panel(
      try TestDataset.package([
        "accounts": accounts,
        "units": "unit,name,parent\nP,,\nP1,,P\nP2,,P\nQ,,\nQ1,,Q\nQ2,,Q\nR,,\n",
        "subjects": "code,name,parent\n200,,\n201,,\n"
          + (0..<6).map { "20\($0 % 2)0\($0),,20\($0 % 2)\n" }.joined(),
      ]))
  }

  /// The codes of what a member is part of, itself and `all` among them.
  private func path(_ member: Int32, _ classification: Classification) -> Set<Int32> {
    Set([member, CellKey.all] + classification.tree.ancestors(of: member))
  }

  @Test("are all lines that are part of both, whichever are looked through")
  func all() {
    let index = LinesByMember(panel)
    let units = [CellKey.all] + (0..<Int32(panel.units.codes.count))
    let subjects = [CellKey.all] + (0..<Int32(panel.subjects.codes.count))
    for unit in units {
      for subject in subjects {
        let plain = panel.lines.indices.filter {
          path(panel.lines[$0].leafUnit, panel.units).contains(unit)
            && path(panel.lines[$0].subject, panel.subjects).contains(subject)
        }
        #expect(index.lines(unit, [subject]) == plain)
      }
    }
  }

  @Test("are each once where several subjects are asked for, one above another")
  func several() throws {
    let index = LinesByMember(panel)
    let above = try #require(panel.subjects.codes.find("200"))
    let below = try #require(panel.subjects.codes.find("20000"))
    #expect(index.lines(CellKey.all, [above, below]) == index.lines(CellKey.all, [above]))
  }
}
