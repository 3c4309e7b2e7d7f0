import Testing

@testable import Analytics

@Suite("Where accounts do not tie out")
struct FaultLocationTests {
  private func findings(_ rows: String) throws -> [Finding] {
    let dataset = try TestDataset.accounts(
      "year,unit,subject,kind,outturn\n" + rows, ReadingOptions(subjectLevels: [3, 5]))
    return PartsAndTotals.findings(dataset).filter { $0.severity == .error }
  }

  @Test("the one number that two identities share is the repair")
  func one() throws {
    let found = try findings(
      "2023,A,201,,29.00\n2023,A,201,personnel,20.00\n2023,A,201,operating,10.00\n"
        + "2023,A,208,,5.00\n2023,A,208,personnel,5.00\n2023,A,all,personnel,24.00\n"
        + "2023,A,all,operating,10.00\n2023,A,all,,34.00\n")
    #expect(found.map(\.repairCell) == ["outturn(A, 201, 2023, kind=personnel)"])
    #expect(found.map(\.repairValue) == [printed("19.00")])
  }

  @Test("numbers that would do equally well are alternatives, and there is no repair")
  func alternatives() throws {
    let found = try findings("2023,A,201,,31.00\n2023,A,20101,,11.00\n2023,A,20102,,19.00\n")
    #expect(found.count == 1 && found[0].repairCell == nil)
    for value in ["30.00", "12.00", "20.00"] { #expect(found[0].message.contains(value)) }
  }

  @Test("one of few that is a typing slip is taken for the wrong one")
  func slip() throws {
    // 31.20 for 13.20 among numbers of which none else is a slip of what it would have to be.
    let found = try findings("2023,A,201,,30.20\n2023,A,20101,,31.20\n2023,A,20102,,17.00\n")
    #expect(found.map(\.repairCell) == ["outturn(A, 20101, 2023)"])
    #expect(found.map(\.repairValue) == [printed("13.20")])
    #expect(found[0].message.contains("two digits swapped"))
  }

  @Test("two totals that have changed places are named together, and neither is the repair")
  func exchanged() throws {
    let found = try findings(
      "2023,A,201,,40.00\n2023,A,20101,,10.00\n2023,A,20102,,20.50\n"
        + "2023,A,208,,30.50\n2023,A,20801,,15.25\n2023,A,20802,,24.75\n2023,A,all,,70.50\n")
    #expect(found.map(\.subject) == ["201", "208"])
    #expect(found.allSatisfy { $0.repairCell == nil })
    #expect(found[0].message.contains("2023 A 201 outturn should be 30.50"))
    #expect(found[0].message.contains("2023 A 208 outturn should be 40.00"))
  }

  @Test("rows that have slipped by one are one finding")
  func shifted() throws {
    // 208, 210 and 221 show each other's numbers, one row down.
    let found = try findings(
      "2023,A,all,,100.00\n2023,A,201,,10.00\n2023,A,20101,,4.00\n2023,A,20102,,6.00\n"
        + "2023,A,208,,40.00\n2023,A,210,,20.00\n2023,A,221,,30.00\n"
        + "2023,A,20801,,13.00\n2023,A,20802,,7.00\n2023,A,21001,,11.00\n2023,A,21002,,19.00\n"
        + "2023,A,22101,,17.00\n2023,A,22102,,23.00\n")
    #expect(found.map(\.subject) == ["208"])  // one finding for one slip
    #expect(found[0].message.contains("rows shifted"))
    #expect(found[0].message.contains("2023 A 221 outturn should be 40.00"))
  }

  @Test("a figure that only repeats the wrong number is mended with it")
  func alias() throws {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,kind,outturn\n2023,A,201,,29.00\n"
        + "2023,A,201,personnel,20.00\n2023,A,201,operating,10.00\n2023,A,208,,5.00\n"
        + "2023,A,208,personnel,5.00\n2023,A,,personnel,24.00\n2023,A,,operating,10.00\n"
        + "2023,A,,,34.00\n",
      "figures": "figure,printed,measure,expression\n"
        + "pay,20.00,amount,\"outturn(A, 201, 2023, kind=personnel)\"\n"
        + "share,79.17,percent,\"share_pct(@pay, outturn(A, all, 2023, kind=personnel))\"\n",
    ])
    let tieOut = TieOut(dataset)
    #expect(tieOut.located.faults.count == 1)
    // The share of 19.00 in 24.00 is 79.17: it agrees again, and is no finding of its own.
    #expect(FigureFindings(dataset, tieOut).figures().isEmpty)
    #expect(PartsAndTotals.findings(dataset, tieOut).map(\.repairValue) == [printed("19.00")])
  }
}
