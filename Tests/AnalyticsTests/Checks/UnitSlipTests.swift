import Testing

@testable import Analytics

/// The tables print 万元 (ten thousand yuan); the text of a report now and then says 元.
@Suite("A number in another amount unit")
struct UnitSlipTests {
  private func findings(
    memos: String = "", figures: String = "", unit: AmountUnit = .tenThousandYuan,
    amounts: [String] = ["293.27", "163.30", "25.00"]
  ) throws -> [Finding] {
    let rows = zip([201, 204, 205], amounts).map { "2024,A,\($0),\($1)\n" }
    var tables = ["accounts": "year,unit,subject,budget\n" + rows.joined()]
    if !memos.isEmpty { tables["memos"] = "year,unit,item,budget,measure\n" + memos }
    if !figures.isEmpty { tables["figures"] = "figure,printed,measure,expression\n" + figures }
    var options = ReadingOptions()
    options.amountUnit = unit
    let dataset = try TestDataset.package(tables, options)
    return CheckedDataset(dataset, NodeTable(Panel(dataset))).findings(
      ["scale_slip", "figures"].compactMap(Check.named))
  }

  @Test("of a memo is told, with the amount of the tables as its repair")
  func memo() throws {
    let found = try findings(memos: "2024,A,general services,2932700,money\n")
    #expect(found.map(\.rule) == ["scale_slip"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.repairValue) == [printed("293.27")])
    #expect(found[0].message.contains("以元为单位"))
  }

  @Test("of a memo that rounds what the tables print in full is told too")
  func rounded() throws {
    let found = try findings(
      memos: "2024,A,general services,293.27,money\n", unit: .yuan,
      amounts: ["2932689", "1633000", "250000"])
    #expect(found.map(\.repairValue) == [printed("2932689")])
  }

  @Test("of a figure is no error of the figure and no fault of the tables")
  func figure() throws {
    let found = try findings(figures: "general,2932700,amount,\"budget(A, 201, 2024)\"\n")
    #expect(found.map(\.rule) == ["scale_slip"])
    #expect(found.map(\.repairValue) == [printed("293.27")])
  }

  @Test("is not seen in a number of the tables' own unit, a count, or a short number")
  func none() throws {
    let found = try findings(
      memos: "2024,A,general services,293.27,money\n2024,A,visitors,2932700,count\n"
        + "2024,A,schools,250000,money\n2024,A,other,2932800,money\n",
      figures: "general,293.27,amount,\"budget(A, 201, 2024)\"\n")
    #expect(found == [])
  }

  @Test("a figure that is far from its expression in every unit stays an error")
  func differs() throws {
    let found = try findings(figures: "general,2931700,amount,\"budget(A, 201, 2024)\"\n")
    #expect(found.map(\.rule) == ["figures"] && found.map(\.severity) == [.error])
  }
}
