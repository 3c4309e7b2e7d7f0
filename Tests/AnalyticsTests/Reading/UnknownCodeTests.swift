import Testing

@testable import Analytics

@Suite("A code that only a table beside the accounts has")
struct UnknownCodeTests {
  private func findings(_ rule: String, _ tables: [String: String]) throws -> [String] {
    var all = tables
    all["accounts"] =
      "year,unit,subject,outturn\n2022,101,pay,1\n2023,101,pay,1\n2023,102,fuel,2\n"
    return try TestDataset.package(all).notes.filter { $0.rule == rule }
      .map { "\($0.source ?? "") \($0.message)" }
  }

  @Test("is named with its column, its rows and a code that may be meant")
  func movement() throws {
    let found = try findings(
      "unknown_code",
      ["movements": "date,unit,category,delta\n2023-03,101,c,1\n2023-04,110,c,1\n2023-05,110,c,1\n"]
    )
    #expect(
      found == [
        "movements.csv:3 movements.unit has '110', which is not in accounts, units (rows: 2); did "
          + "you mean '101'?"
      ])
  }

  @Test(
    "is found in every table",
    arguments: [
      ("memos", "year,unit,item,outturn\n2023,X,cars,1\n"),
      ("receipts", "year,unit,source_of_funds,outturn\n2023,X,tax,1\n"),
      ("balances", "year,unit,item,amount\n2023,X,cash,1\n"),
      ("projects", "project,unit\nP,X\n"), ("projects", "project,subject\nP,X\n"),
      ("headcount", "year,unit,category,in_post\n2023,X,c,1\n"),
      ("rates", "subject,from,basis,value\nX,2023-01,per_head_year,1\n"),
      ("rates", "subject,unit,from,basis,value\npay,X,2023-01,per_head_year,1\n"),
      (
        "adjustments",
        "year,unit,subject,stage,kind,against\n2023,101,X,outturn,one_off,level\n"
      ),
      ("assumptions", "year,subject,growth_pct\n2024,X,1\n"),
      ("crosswalk", "from_subject,to_subject,from_year\npay,X,2023\n"),
      ("crosswalk", "from_unit,to_unit,from_year\nX,102,2023\n"),
    ])
  func everywhere(table: String, text: String) throws {
    let found = try findings("unknown_code", [table: text])
    #expect(found.count == 1)
    #expect(found.first?.contains("'X'") == true)
  }

  @Test("is none that a table lists, no word for all, and no level of a code")
  func known() throws {
    let tables = [
      "units": "unit\n101\n102\nX\n", "movements": "date,unit,category,delta\n2023-03,X,c,1\n",
      "rates": "subject,unit,category,from,basis,value\npay,*,all,2023-01,per_head_year,1\n",
    ]
    #expect(try findings("unknown_code", tables).isEmpty)
    let levels = try TestDataset.package(
      [
        "accounts": "year,unit,subject,outturn\n2023,A,20101,1\n",
        "assumptions": "year,subject,growth_pct\n2024,201,1\n",
      ], ReadingOptions(subjectLevels: [3, 5]))
    #expect(levels.notes.isEmpty)
  }

  @Test("may be a category, where categories are listed; rates name groups too")
  func categories() throws {
    let tables = [
      "categories": "category,group\nclerk,staff\n",
      "headcount": "year,unit,category,in_post\n2023,101,clerk,1\n2023,101,clrek,1\n",
      "rates": "subject,category,from,basis,value\npay,staff,2023-01,per_head_year,1\n",
      "subjects": "code,staffing\npay,stuff\nfuel,*\n",
    ]
    let found = try findings("unknown_code", tables)
    #expect(
      found == [
        "headcount.csv:3 headcount.category has 'clrek', which is not in categories (rows: 1); did "
          + "you mean 'clerk'?",
        "subjects.csv:2 subjects.staffing has 'stuff', which is not in categories (rows: 1); did you "
          + "mean 'staff'?",
      ])
  }
}

@Suite("A movement that cannot be meant")
struct MovementNoteTests {
  private func notes(_ rows: String) throws -> [Finding] {
    try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n2023,B,pay,1\n",
      "movements": "date,unit,category,delta,reason,to_unit\n" + rows,
    ]).notes
  }

  @Test("goes against its reason, unless it says where heads go or counts retirees")
  func signs() throws {
    let found = try notes(
      """
      2023-01,A,c,1,recruit,
      2023-01,A,c,-1,recruit,
      2023-02,A,c,1,resign,
      2023-03,A,c,-1,transfer_in,B
      2023-04,A,retired,1,retire,
      2023-05,A,c,2,regrade,

      """)
    #expect(found.map(\.rule) == ["movement_reason"])
    #expect(
      found.map(\.message) == [
        "movements whose reason goes against the sign, as in recruit -1: 2, in lines 3, 4; heads go "
          + "by the sign"
      ])
    #expect(found.map(\.source) == ["movements.csv:3"])
  }

  @Test("stands there ten times, or a file twice", arguments: [(9, false), (10, true)])
  func repeated(times: Int, isFound: Bool) throws {
    let others = (1...12).map { "2022-\($0 < 10 ? "0" : "")\($0),A,c,1,recruit,\n" }.joined()
    let rows = others + String(repeating: "2023-03,B,c,1,recruit,\n", count: times)
    #expect(try notes(rows).map(\.rule) == (isFound ? ["repeated_movement"] : []))
    #expect(try notes(others + others).map(\.rule) == ["repeated_movement"])
    #expect(try notes(others).isEmpty)
  }

  @Test("is found in a scenario too, beside the codes of the dataset")
  func scenario() throws {
    let base = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2022,101,pay,1\n2023,101,pay,1\n",
      "units": "unit\n101\n102\n", "categories": "category,group\nclerk,staff\n",
    ])
    let rows =
      "date,unit,category,delta\n2024-03,101,clerk,1\n2024-03,102,clerk,1\n"
      + "2024-04,110,clerk,1\n2024-05,101,cleark,1\n"
    let source = MemorySource(name: "hire/movements.csv", text: rows)
    let scenario = try ScenarioReader.read([("movements", source)], onto: base)
    #expect(
      scenario.notes.filter { $0.rule == "unknown_code" }.map { "\($0.source ?? "") \($0.message)" }
        == [
          "hire/movements.csv:4 movements.unit has '110', which is not in accounts, units "
            + "(rows: 1); did you mean '101'?",
          "hire/movements.csv:5 movements.category has 'cleark', which is not in categories "
            + "(rows: 1); did you mean 'clerk'?",
        ])
    #expect(base.notes.isEmpty)
  }
}
