import Analytics
import ArgumentParser
import Reports

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json, markdown
}

/// Which table to print, which of its rows, and how.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The table, by its file name without .csv.", valueName: "name"))
  var table: String?

  @Option(help: "text, csv, json or markdown.")
  var format: OutputFormat = .text

  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Start CSV with a byte order mark, for Excel.")
  var bom = false

  func validate() throws {
    if bom && format != .csv { throw ValidationError("--bom goes with --format csv.") }
  }

  /// Prints the table that was asked for.
  ///
  /// - Parameters:
  ///   - usual: The table where none is named.
  ///   - panel: The codes and years that may be selected by, though the table has none of them.
  func print(_ tables: [Table], usual: String, language: Language, panel: Panel? = nil) throws {
    try print(chosen(tables, usual: usual, panel: panel), language: language)
  }

  /// The table that was asked for, with the rows that were.
  func chosen(_ tables: [Table], usual: String, panel: Panel?) throws -> Table {
    let wanted = table ?? usual
    guard let found = tables.first(where: { matches($0.name, wanted) }) else {
      let names = tables.map { $0.name.split(separator: "/").last! }.joined(separator: ", ")
      throw ValidationError("there is no table '\(wanted)' here; there are: \(names)")
    }
    return try selection.rows(of: found, panel)
  }

  func print(_ selected: Table, language: Language) throws {
    var output = StandardOutput()
    switch format {
    case .text: try TextFormat(headings: .titles(language)).write(selected, to: &output)
    case .csv: try CSVFormat(bom: bom).write(selected, to: &output)
    case .json: try JSONFormat().write(selected, to: &output)
    case .markdown: try MarkdownFormat(headings: .titles(language)).write(selected, to: &output)
    }
  }

  /// Whether a table was asked for by name.
  func wants(_ name: String) -> Bool { table.map { matches(name, $0) } ?? false }

  private func matches(_ name: String, _ wanted: String) -> Bool {
    let plain = wanted.hasSuffix(".csv") ? String(wanted.dropLast(4)) : wanted
    return name == plain || name.hasSuffix("/\(plain)")
  }
}
