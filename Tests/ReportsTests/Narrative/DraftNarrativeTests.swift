import Analytics
import Reports
import Testing

@Suite("The notes on a draft budget")
struct DraftNarrativeTests {
  private static let text: [String] = [
    "unit", "unit_name", "subject", "subject_name", "kind", "project", "basis",
    "starts_from", "note",
  ]
  private static let amounts: [String] = [
    "estimate", "start", "full_year", "headcount", "other", "costing", "reference", "lo80", "hi80",
    "control",
    "draft", "change_on_budget", "over_control",
  ]

  /// A draft table of one row, blank where nothing is given.
  private func draft(_ cells: [String: Cell]) -> Table {
    let columns =
      DraftNarrativeTests.text.map { column($0, .text) }
      + DraftNarrativeTests.amounts.map { column($0, .amount) } + [column("change_pct", .percent)]
    return Table(
      name: "forecast/draft", title: Bilingual(zh: "2024年预算草案", en: "Draft of 2024"),
      columns: columns, key: ["unit", "subject", "kind", "project"],
      rows: [columns.map { cells[$0.name] ?? .blank }])
  }

  private func column(_ name: String, _ kind: Column.Kind) -> Column {
    Column(name, kind, title: Bilingual(zh: "列", en: "column"), description: "A column.")
  }

  private func notes(_ cells: [String: Cell], _ language: Language = .chinese) throws -> String {
    let contents = try SampleRun.contents(
      ["accounts": "year,unit,subject,outturn\n2023,A,x,5\n"], language: language,
      results: [draft(cells)])
    return DraftNarrative(contents).text
  }

  private let line: [String: Cell] = [
    "unit": .text("A"), "unit_name": .text("甲局"), "subject": .text("2010350"),
    "subject_name": .text("事业运行"), "kind": .text("personnel"),
    "estimate": .number(cents(6_559)), "start": .number(cents(6_559)),
    "starts_from": .text("estimate"), "full_year": .number(cents(658)),
    "headcount": .number(cents(0)), "costing": .number(cents(7_217)),
    "reference": .number(cents(7_000)), "lo80": .number(cents(6_600)),
    "hi80": .number(cents(7_400)), "change_on_budget": .number(cents(541)),
    "change_pct": .number(cents(810)), "basis": .text("costing"), "note": .text("安置1人的全年影响"),
  ]

  @Test("put the costing first, then the reference as its check, then what changes and why")
  func order() throws {
    #expect(
      try notes(line).contains(
        "- 甲局 · 事业运行 · 人员经费：测算数72.17万元（本年预计执行数65.59万元、全年化+6.58万元）；"
          + "模型参考70.00万元（80%区间66.00万元至74.00万元），测算数在区间内；"
          + "以测算数计，比年初预算+5.41万元（+8.10%）；说明：安置1人的全年影响。"))
  }

  @Test("name the figure that they start from, and what is left over: 66.76 + 6.58 − 1.17 is 72.17")
  func start() throws {
    var other = line
    other["start"] = .number(cents(6_676))
    other["starts_from"] = .text("budget")
    other["other"] = .number(cents(-117))
    #expect(
      try notes(other).contains("测算数72.17万元（本年年初预算66.76万元、全年化+6.58万元、其他-1.17万元）"))
    #expect(
      try notes(other, .english).contains(
        "costing 72.17 (this year's budget 66.76, full-year effects +6.58, other -1.17)"))
    other["start"] = nil
    other["starts_from"] = nil
    #expect(try notes(other).contains("测算数72.17万元（全年化+6.58万元、其他-1.17万元）"))
  }

  @Test("ask for a review where the costing is outside the reference's interval")
  func outside() throws {
    var low = line
    low["lo80"] = .number(cents(7_218))
    #expect(try notes(low).contains("测算数低于区间，请复核"))
    var high = line
    high["hi80"] = .number(cents(7_216))
    #expect(try notes(high, .english).contains("the costing is above it: please review"))
  }

  @Test("name the control figure and by how much it is exceeded")
  func control() throws {
    var over = line
    over["control"] = .number(cents(7_200))
    over["over_control"] = .number(cents(17))
    #expect(try notes(over).contains("控制数72.00万元，超出0.17万元"))
  }

  @Test("take the reference where there is no costing")
  func referenceOnly() throws {
    var bare = line
    bare["costing"] = nil
    bare["start"] = nil
    bare["basis"] = .text("reference")
    let text = try notes(bare, .english)
    #expect(
      text.contains("personnel: reference 70.00 (80% interval 66.00 to 74.00); by the reference"))
    #expect(!text.contains("costing 7"))
    #expect(!text.contains("inside it"))
  }

  @Test("stop after two hundred rows, and say which they are and where the others stand")
  func many() throws {
    func text(_ count: Int, _ language: Language) throws -> String {
      let one = draft(line)
      let table = Table(
        name: one.name, title: one.title, columns: one.columns, key: one.key,
        rows: Array(repeating: one.rows[0], count: count))
      let contents = try SampleRun.contents(
        ["accounts": "year,unit,subject,outturn\n2023,A,x,5\n"], language: language,
        results: [table])
      return DraftNarrative(contents).text
    }
    let all = try text(200, .chinese)
    #expect(all.split(separator: "\n").count { $0.hasPrefix("- ") } == 200)
    #expect(!all.contains("forecast/draft.csv"))
    let many = try text(201, .chinese)
    #expect(many.split(separator: "\n").count { $0.hasPrefix("- ") } == 200)
    #expect(many.hasSuffix("以上按编码顺序列出前200行；其余各行见 forecast/draft.csv。\n"))
    #expect(try text(201, .english).contains("the first 200 rows in the order of their codes"))
  }

  @Test("say so where a run has no draft")
  func none() throws {
    let contents = try SampleRun.contents(["accounts": "year,unit,subject,outturn\n2023,A,x,5\n"])
    #expect(DraftNarrative(contents).text == "# 本次运行没有预算草案\n")
  }
}
