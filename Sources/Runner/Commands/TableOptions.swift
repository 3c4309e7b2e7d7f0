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

  @Option(help: ArgumentHelp("Only this unit; may be repeated.", valueName: "code"))
  var unit: [String] = []

  @Option(help: ArgumentHelp("Only this subject; may be repeated.", valueName: "code"))
  var subject: [String] = []

  @Option(help: ArgumentHelp("Only this year; may be repeated.", valueName: "year"))
  var year: [FiscalYear] = []

  @Option(
    help: ArgumentHelp("Only budget, revised or outturn; may be repeated.", valueName: "stage"))
  var stage: [Stage] = []

  @Option(
    help: ArgumentHelp(
      "Only line, class, unit, subject or total; may be repeated.", valueName: "level"))
  var level: [Level] = []

  @Flag(help: "Start CSV with a byte order mark, for Excel.")
  var bom = false

  func validate() throws {
    if bom && format != .csv { throw ValidationError("--bom goes with --format csv.") }
  }

  /// Prints the table that was asked for.
  ///
  /// - Parameter usual: The table where none is named.
  func print(_ tables: [Table], usual: String, language: Language) throws {
    let wanted = table ?? usual
    guard let found = tables.first(where: { matches($0.name, wanted) }) else {
      let names = tables.map { $0.name.split(separator: "/").last! }.joined(separator: ", ")
      throw ValidationError("there is no table '\(wanted)' here; there are: \(names)")
    }
    let selected = found.selecting(selection)
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

  private var selection: Selection {
    var selection = Selection()
    selection.units = Set(unit)
    selection.subjects = Set(subject)
    selection.years = Set(year.map(\.number))
    selection.stages = Set(stage)
    selection.levels = Set(level)
    return selection
  }
}
