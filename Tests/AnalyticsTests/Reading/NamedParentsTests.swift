import Testing

@testable import Analytics

@Suite("Parents in a lone file")
struct NamedParentsTests {
  private static let town = """
    year,unit,unit_parent,outturn
    2023,town,,30.00
    2023,police,town,10.00
    2023,parks,town,20.00

    """

  private func errors(_ text: String, _ options: ReadingOptions = ReadingOptions()) -> [String] {
    do {
      _ = try LoneFile(text, options)
      return []
    } catch let error as SourceErrors {
      return error.errors.map { "\($0.position.line):\($0.position.column) \($0.message)" }
    } catch { return ["\(error)"] }
  }

  private func total(_ file: LoneFile) -> Int64? {
    NodeTable(Panel(file.dataset)).cents(.total, .outturn, 2023)
  }

  @Test("make published totals of their rows, which are not added to the parts")
  func published() throws {
    let file = try LoneFile(Self.town)
    #expect(total(file) == 3000)
    #expect(file.notes.isEmpty)
    #expect(CheckedDataset(file.dataset, NodeTable(Panel(file.dataset))).findings().isEmpty)
  }

  @Test("hold the rows of a parent against the sum of its parts")
  func checked() throws {
    let file = try LoneFile(Self.town.replacing("30.00", with: "31.00"))
    let found = PartsAndTotals.findings(file.dataset)
    #expect(found.map(\.difference) == [printed("1.00")] && found[0].unit == "town")
    #expect(total(file) == 3000)
  }

  @Test("give the same panel as a table of units does")
  func sameAsTable() throws {
    let table = try TestDataset.package([
      "accounts":
        "year,unit,subject,outturn\n2023,town,1,30.00\n2023,police,1,10.00\n2023,parks,1,15.00\n",
      "units": "unit,parent\ntown,\npolice,town\nparks,town\nschools,town\n",
    ])
    let rows = try TestDataset.package([
      "accounts": """
      year,unit,unit_parent,subject,outturn
      2023,town,,1,30.00
      2023,police,town,1,10.00
      2023,parks,town,1,15.00
      2023,schools,town,1,
      """
    ])
    for dataset in [table, rows] {
      let nodes = NodeTable(Panel(dataset))
      #expect(nodes.cents(.line, unit: "town:other", subject: "1", .outturn, 2023) == 500)
      #expect(nodes.cents(.unit, unit: "town", .outturn, 2023) == 3000)
    }
  }

  @Test(
    "are known by their Chinese headings, and by --map", arguments: ["上级单位", "上级单位编码", "above"])
  func headings(heading: String) throws {
    let options = ReadingOptions(map: heading == "above" ? [.unitParent: heading] : [:])
    #expect(total(try LoneFile(Self.town.replacing("unit_parent", with: heading), options)) == 3000)
  }

  @Test("are read for subjects too")
  func subjects() throws {
    let file = try LoneFile(
      "年度,单位,科目,上级科目,决算数\n2023,甲,201,,3.00\n2023,甲,20101,201,1.00\n2023,甲,20102,201,2.00\n")
    #expect(total(file) == 300)
  }

  @Test("may stand in one row of a code and be blank in the others")
  func once() throws {
    let file = try LoneFile(
      Self.town + "2022,town,,3.00\n2022,police,,1.00\n2022,parks,town,2.00\n")
    #expect(NodeTable(Panel(file.dataset)).cents(.total, .outturn, 2022) == 300)
  }

  @Test("are refused where two rows of a code disagree, with both lines")
  func disagreement() {
    #expect(
      errors(Self.town + "2024,parks,city,5\n") == [
        "5:12 unit 'parks' stands under 'city' here and under 'town' in line 4; a code has one "
          + "parent in all rows: give it another code where it moved, or rename the heading to keep "
          + "the column aside"
      ])
  }

  @Test("are refused where they close a circle")
  func circle() {
    let wrong = Self.town.replacing("2023,town,,", with: "2023,town,police,")
    #expect(
      errors(wrong) == [
        "3:13 'police' under 'town' closes a circle; a code cannot stand below itself"
      ])
    #expect(errors("year,unit,unit_parent,outturn\n2023,A,A,1\n").count == 1)
  }

  @Test("need no rows of their own, with a note")
  func withoutRows() throws {
    let file = try LoneFile("year,unit,unit_parent,outturn\n2023,A,town,1.00\n2023,B,town,2.00\n")
    #expect(NodeTable(Panel(file.dataset)).cents(.unit, unit: "town", .outturn, 2023) == 300)
    #expect(
      file.notes == [
        "parent_without_rows: parents of units that no row is of: 'town'; they are the sum of "
          + "their parts"
      ])
  }

  @Test("are refused where a table says something else")
  func besideTable() throws {
    let tables = [
      "accounts": "year,unit,unit_parent,outturn\n2023,A,P,1\n2023,P,,1\n",
      "units": "unit,parent\nP,\nQ,\nA,Q\n",
    ]
    #expect {
      try TestDataset.package(tables)
    } throws: { error in
      (error as? SourceErrors)?.errors.map(\.message) == [
        "'A' stands under 'Q' here and under 'P' in the accounts; a code has one parent in all "
          + "tables"
      ]
    }
  }

  @Test("leave subjects without one to the lengths of the levels")
  func besideLevels() throws {
    let file = try LoneFile(
      """
      year,unit,subject,subject_parent,outturn
      2023,A,201,,3
      2023,A,20101,,1
      2023,A,X,201,2

      """, ReadingOptions(subjectLevels: [3, 5]))
    #expect(total(file) == 300)
  }
}

@Suite("A column kept aside")
struct AsideColumnTests {
  private func note(_ rows: String) throws -> String? {
    try LoneFile("year,unit,above,outturn\n" + rows).notes.first {
      $0.hasPrefix("unknown_column")
    }
  }

  private static let nested =
    "2023,P,,3\n2023,A,P,1\n2023,B,P,2\n2024,P,,5\n2024,A,P,2\n2024,B,P,3\n"

  @Test("that names parents is told from others, with the option that takes it in")
  func parents() throws {
    #expect(
      try note(Self.nested)
        == "unknown_column: columns that mean nothing here are kept aside: 'above'; 'above' looks "
        + "like the parents of units: --map unit_parent=above")
  }

  @Test(
    "does not where a value is no code, differs by year, closes a circle or is nowhere repeated",
    arguments: [
      nested + "2023,C,Q,1\n", nested + "2025,A,B,1\n", nested.replacing("P,,", with: "P,A,"),
      "2023,P,,3\n2023,A,P,1\n",
    ])
  func others(rows: String) throws {
    #expect(try note(rows)?.contains("parents") == false)
  }
}
