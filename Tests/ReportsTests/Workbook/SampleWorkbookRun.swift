import Analytics
import Reports
import Spreadsheets

/// Small runs for the tests of the workbook.
enum SampleWorkbookRun {
  /// Two units; 201 with two parts, of which unit A has both. In 2023 nothing is appropriated for
  /// A 20102.
  static let accounts = """
    year,unit,subject,subject_name,budget,outturn
    2022,A,20101,Running,100.00,90.00
    2022,A,20102,Other,50.00,60.00
    2022,B,20101,Running,10.00,12.00
    2023,A,20101,Running,110.00,121.00
    2023,A,20102,Other,,30.00
    2023,B,20101,Running,20.00,18.00
    """

  static func contents(
    _ text: String = accounts, language: Language = .english, synthetic: Bool = false,
    more: [Table] = []
  ) throws -> RunContents {
    var options = ReadingOptions()
    options.isLoneFile = true
    options.subjectLevels = [3, 5]
    options.language = language
    var dataset = try DatasetReader.read(
      .loneFile(named: "accounts.csv"), file: "accounts.csv", options: options
    ) { MemorySource(name: $0, text: text) }
    dataset.isSynthetic = synthetic
    let nodes = NodeTable(Panel(dataset))
    let tables: [Table] = [
      .yearOnYear(YearOnYear(nodes), dataset), .execution(Execution(nodes), dataset),
      .bridge(Bridge(nodes), dataset),
    ]
    return RunContents(dataset: dataset, nodes: nodes, projection: nil, tables: tables + more)
  }

  /// A draft of three lines: one above its ceiling, with a kind of which it is made, one that is
  /// new, and one for which the planner has typed a draft.
  static var draft: Table {
    let amounts = [
      "budget", "costing", "reference", "control", "draft", "over_control", "change_on_budget",
    ]
    let columns =
      ["unit", "subject", "kind", "project"].map { column($0, .text) }
      + amounts.map { column($0, .amount) } + [column("change_pct", .percent)]
    return Table(
      name: "forecast/draft", title: Bilingual(zh: "草案", en: "Draft"), columns: columns,
      key: ["unit", "subject", "kind", "project"],
      rows: [
        row("A", "20101", nil, 11_000, 12_000, 11_800, 11_500, nil, 500, 1_000, 909),
        row("A", "20101", "personnel", 8_000, nil, 8_500, nil, nil, nil, 500, 625),
        row("A", "20102", nil, nil, nil, 3_500, 4_000, nil, nil, nil, nil),
        row("B", "20101", nil, 2_000, 2_200, 2_100, nil, 2_300, nil, 300, 1_500),
      ])
  }

  static func column(_ name: String, _ kind: Column.Kind) -> Column {
    Column(name, kind, title: Bilingual(zh: name, en: name), description: name)
  }

  private static func row(
    _ unit: String, _ subject: String, _ kind: String?, _ amounts: Int64?...
  ) -> [Cell] {
    [.text(unit), .text(subject), Cell(kind), .blank]
      + amounts.map { Cell($0.map(cents)) }
  }
}

extension Workbook {
  /// What stands in a cell named as in `Execution!F4`.
  func content(_ name: String) throws -> SheetCell.Content { try cell(name).content }

  func cell(_ name: String) throws -> SheetCell {
    let parts = name.split(separator: "!")
    guard let sheet = sheet(String(parts[0])) else { throw NoSuchSheet(name: name) }
    let letters = parts[1].prefix { $0.isLetter }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    return sheet[CellPlace(row: Int(parts[1].dropFirst(letters.count))! - 1, column: column)]
  }
}

struct NoSuchSheet: Error { let name: String }

/// A formula with the number that it gives.
func formula(_ text: String, _ value: Double) -> SheetCell.Content {
  .formula(text, cached: .number(value))
}
