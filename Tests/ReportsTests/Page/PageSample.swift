import Analytics
import Forecast
import Testing

@testable import Reports

/// Pages of small datasets, for tests.
enum PageSample {
  /// A lone file of accounts.
  static func dataset(_ text: String, _ language: Language = .chinese) throws -> Dataset {
    try DatasetReader.read(
      .loneFile(named: "accounts.csv"), file: "accounts.csv",
      options: ReadingOptions(language: language, isLoneFile: true)
    ) { MemorySource(name: $0, text: text) }
  }

  /// The tables that comparison makes, and others beside them.
  static func contents(_ dataset: Dataset, and others: [Table] = []) -> RunContents {
    let nodes = NodeTable(Panel(dataset))
    let tables: [Table] = [
      .yearOnYear(YearOnYear(nodes), dataset), .execution(Execution(nodes), dataset),
      .bridge(Bridge(nodes), dataset),
    ]
    return RunContents(
      dataset: dataset, nodes: nodes, projection: nil, tables: tables + others)
  }

  static func html(_ contents: RunContents) throws -> String {
    var sink = CollectedBytes()
    try Page(contents).write(to: &sink) { "hash\($0.count)" }
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  /// Two units and two subjects over two years.
  static let small = """
    year,unit,subject,budget,outturn
    2022,police,wages,100.00,104.20
    2022,parks,fuel,40.00,39.50
    2023,police,wages,106.00,107.90
    2023,parks,fuel,42.00,45.10

    """

  /// Lines × years, each amount another one.
  static func large(lines: Int, years: ClosedRange<Int>) -> String {
    var text = "year,unit,subject,budget,outturn\n"
    for line in 0..<lines {
      for year in years {
        let amount = 1_000 + line * 7 + (year - years.lowerBound) * 13
        text += "\(year),单位\(line / 50),科目\(line % 50),\(amount).25,\(amount + 3).75\n"
      }
    }
    return text
  }

  /// A hand-made table of text columns.
  static func table(_ name: String, _ columns: [String], _ rows: [[Cell]]) -> Table {
    Table(
      name: name, title: Bilingual(zh: "表 \(name)", en: "Table \(name)"),
      columns: columns.map(column), key: [], rows: rows)
  }

  /// A hand-made table of nodes in which one node has rows.
  static func table(_ name: String, _ columns: [String], _ rows: [[Cell]], of node: Int) -> Table {
    Table(
      name: name, title: Bilingual(both: name), columns: columns.map(column), key: [],
      entries: 0..<(node + 1)
    ) { entry, body in
      guard entry == node else { return }
      for row in rows { try body(Row(row)) }
    }
  }

  private static func column(_ name: String) -> Column {
    let isNumber = ["amount", "person_years", "draft", "mean"].contains(name)
    return Column(
      name, name == "year" ? .year : isNumber ? .number : .text, title: Bilingual(both: name),
      description: name)
  }
}
