import Analytics
import Testing

@Suite("The base of a series")
struct NormalisationTests {
  private static let accounts = """
    year,unit,subject,outturn
    2022,A,1,100
    2022,A,2,50
    2023,A,1,130
    2023,A,2,60
    """

  private func base(_ adjustments: String, level: Level, subject: String) throws -> [Int64?] {
    let dataset = try TestDataset.package([
      "accounts": Self.accounts,
      "adjustments":
        "year,unit,subject,stage,amount,amount_lo,amount_hi,kind,against,for_year,recurs\n"
        + adjustments,
    ])
    let nodes = NodeTable(Panel(dataset))
    let base = Normalisation(nodes, dataset.adjustments)
    let place = nodes.nodes.indices.first { place in
      nodes.nodes[place].level == level
        && nodes.panel.subjects.code(nodes.nodes[place].subject) == subject
    }!
    return [2022, 2023].map { base.change(place, .outturn, FiscalYear($0))?.amount.cents }
  }

  @Test("takes all for every unit or subject, as a blank", arguments: ["", "all", "*"])
  func all(_ word: String) throws {
    let row = "2023,\(word),2,outturn,10,,,one_off,level,,no\n"
    #expect(try base(row, level: .line, subject: "2") == [nil, -1_000])
  }

  @Test("takes a one-off out of its line and of the total")
  func oneOff() throws {
    let row = "2023,A,1,outturn,20,,,one_off,level,,no\n"
    #expect(try base(row, level: .line, subject: "1") == [nil, -2000])
    #expect(try base(row, level: .total, subject: "") == [nil, -2000])
    #expect(try base(row, level: .line, subject: "2") == [nil, nil])
  }

  @Test("moves a timing item to the year it belongs to")
  func timing() throws {
    let row = "2023,A,1,outturn,20,,,timing,level,2022,no\n"
    #expect(try base(row, level: .line, subject: "1") == [2000, -2000])
  }

  @Test("takes an interval at its middle")
  func interval() throws {
    let row = "2023,A,1,outturn,,0,15,one_off,level,,no\n"
    #expect(try base(row, level: .line, subject: "1") == [nil, -750])
  }

  @Test("leaves what recurs, and what only explains a difference")
  func stays() throws {
    let rows = """
      2023,A,1,outturn,20,,,policy,level,,yes
      2023,A,1,outturn,20,,,one_off,budget,,no
      2023,A,1,outturn,20,,,irregular,previous,,no

      """
    #expect(try base(rows, level: .line, subject: "1") == [nil, nil])
  }

  @Test("takes a part's one-off out of the unit above, where that alone carries the subject")
  func above() throws {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,P,1,100\n2023,A,2,5\n",
      "units": "unit,parent\nP,\nA,P\n",
      "adjustments":
        "year,unit,subject,stage,amount,kind,against,recurs\n"
        + "2023,A,1,outturn,30,irregular,level,no\n",
    ])
    let nodes = NodeTable(Panel(dataset))
    let base = Normalisation(nodes, dataset.adjustments)
    let changed = nodes.nodes.indices.filter { base.change($0, .outturn, FiscalYear(2023)) != nil }
    let levels = changed.map { nodes.nodes[$0].level }
    #expect(levels == [.line, .unit, .unit, .subject, .total])
  }
}
