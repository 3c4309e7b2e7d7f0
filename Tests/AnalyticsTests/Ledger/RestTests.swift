import Testing

@testable import Analytics

@Suite("What a published total leaves")
struct RestTests {
  private func dataset(_ rows: String) throws -> Dataset {
    try TestDataset.package(
      ["accounts": "year,unit,subject,outturn\n" + rows], ReadingOptions(subjectLevels: [3, 5]))
  }

  private func lines(_ dataset: Dataset, _ year: Int) -> [String] {
    let panel = Panel(dataset)
    return panel.lines.indices.compactMap { line in
      panel.plane(.outturn, FiscalYear(year)).flatMap { panel[line, $0].money }.map {
        let it = panel.lines[line]
        return "\(panel.units.code(it.unit)) \(panel.subjects.code(it.subject)) "
          + "\(dataset.printed($0))"
      }
    }
  }

  private static let before = "2022,A,201,28.00\n2022,A,20101,9.00\n2022,A,20102,19.00\n"

  @Test("has another code where a row has its own")
  func collision() throws {
    let units = "unit,parent\nP,\nA,P\nB,P\nP:other,P\n"
    let rows = "year,unit,subject,outturn\n2023,P,1,100\n2023,A,1,60\n2023,P:other,1,15\n"
    let dataset = try TestDataset.package(["accounts": rows, "units": units])
    #expect(lines(dataset, 2023) == ["A 1 60", "P:other 1 15", "P:other:other 1 25"])
    let nodes = NodeTable(Panel(dataset))
    #expect(nodes.cents(.unit, unit: "P", .outturn, 2023) == 10000)
    #expect(nodes.cents(.unit, unit: "P:other", .outturn, 2023) == 1500)
  }

  @Test("keeps its code where only a table names it")
  func named() throws {
    let units = "unit,name,parent\nP,,\nA,,P\nB,,P\n"
    let rows = "year,unit,subject,outturn\n2023,P,1,100\n2023,A,1,60\n"
    let memos = "year,unit,item,outturn\n2023,P:other,vehicles,3\n"
    let dataset = try TestDataset.package(["accounts": rows, "units": units, "memos": memos])
    #expect(lines(dataset, 2023) == ["A 1 60", "P:other 1 40"])
  }

  @Test("is read again from the tables of a run as it was written")
  func roundTrip() throws {
    let first = try dataset(Self.before + "2023,A,201,30.00\n2023,A,20101,10.00\n")
    let again = try TestDataset.accounts(
      "year,unit,subject,outturn\n"
        + lines(first, 2023).map { "2023,\($0.replacing(" ", with: ","))\n" }.joined())
    #expect(lines(again, 2023) == lines(first, 2023))
    #expect(lines(first, 2023) == ["A 20101 10.00", "A 201:other 20.00"])
  }

  @Test("is nothing where the known parts are more than the total, which is an error")
  func overshoot() throws {
    let dataset = try dataset(
      Self.before.replacing("28.00", with: "29.00") + "2022,A,20103,1.00\n"
        + "2023,A,201,100.00\n2023,A,20101,60.00\n2023,A,20102,50.00\n")
    #expect(lines(dataset, 2023) == ["A 20101 60.00", "A 20102 50.00"])
    let found = PartsAndTotals.findings(dataset)
    #expect(found.map(\.severity) == [.error] && found[0].difference == printed("-10.00"))
  }

  @Test("is an error also where the unit has refunds in what is known")
  func overshootBesideRefunds() throws {
    let dataset = try dataset(
      "2022,A,201,24.00\n2022,A,20101,9.00\n2022,A,20102,-5.00\n2022,A,20103,20.00\n"
        + "2023,A,201,100.00\n2023,A,20101,115.00\n2023,A,20102,-5.00\n")
    #expect(lines(dataset, 2023) == ["A 20101 115.00", "A 20102 -5.00"])
    #expect(PartsAndTotals.findings(dataset).map(\.severity) == [.error])
  }

  @Test("is less than nothing where what is missing was so in another year, with a note")
  func refunds() throws {
    let dataset = try dataset(
      Self.before.replacing("28.00", with: "23.00") + "2022,A,20103,-5.00\n"
        + "2023,A,201,100.00\n2023,A,20101,60.00\n2023,A,20102,50.00\n")
    #expect(lines(dataset, 2023) == ["A 20101 60.00", "A 20102 50.00", "A 201:other -10.00"])
    #expect(PartsAndTotals.findings(dataset).isEmpty)
    #expect(
      Rests.findings(dataset, Panel(dataset)).map(\.message) == [
        "2023 outturn: -10.00 of a published total is not broken down and stands as A × 201:other; "
          + "it is negative in 2023 outturn: the parts that are known are more than the total, so "
          + "that refunds are in the rest"
      ])
  }

  @Test("is less than nothing under a total that is")
  func negativeTotal() throws {
    let dataset = try dataset(
      Self.before + "2023,A,201,-20.00\n2023,A,20101,10.00\n")
    #expect(lines(dataset, 2023) == ["A 20101 10.00", "A 201:other -30.00"])
    #expect(PartsAndTotals.findings(dataset).isEmpty)
  }

  @Test("is nothing where roundings make it, above or below")
  func rounding() throws {
    for total in ["109.99", "110.01"] {
      let dataset = try dataset(
        Self.before + "2022,A,20103,0.00\n2023,A,201,\(total)\n2023,A,20101,60.00\n"
          + "2023,A,20102,50.00\n")
      #expect(lines(dataset, 2023) == ["A 20101 60.00", "A 20102 50.00"])
      #expect(PartsAndTotals.findings(dataset).filter { $0.severity == .error }.isEmpty)
    }
  }

  @Test("along units is held to the same rule")
  func units() throws {
    func found(_ refund: String) throws -> (lines: [String], errors: Int) {
      let dataset = try TestDataset.package([
        "accounts": "year,unit,subject,outturn\n2022,C,1,\(refund)\n2023,P,1,100\n2023,A,1,60\n"
          + "2023,B,1,50\n", "units": "unit,parent\nP,\nA,P\nB,P\nC,P\n",
      ])
      return (lines(dataset, 2023), PartsAndTotals.findings(dataset).count)
    }
    #expect(try found("10") == (["A 1 60", "B 1 50"], 1))
    #expect(try found("-10") == (["A 1 60", "B 1 50", "P:other 1 -10"], 0))
  }
}
