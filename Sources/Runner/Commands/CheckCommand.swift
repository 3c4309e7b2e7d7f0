import Analytics
import ArgumentParser
import Reports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print what does not tie out, with the bound that rounding allows.",
    usage: "outturn check [<options>] <dataset>",
    discussion: """
      Exits with 1 if there are error findings among those printed. --table figures prints every figure. --list and \
      --explain need no dataset, and are in Chinese with --language zh-Hans.
      """)

  @Argument(help: SourceOptions.help)
  var dataset: String?

  @OptionGroup(title: "Source") var reading: ReadingFlags
  @OptionGroup(title: "Checks") var choice: CheckChoice
  @OptionGroup(title: "Table") var output: TableOptions

  @Flag(help: "Exit with 0 even if there are error findings.")
  var exitZero = false

  private var isAboutChecks: Bool { choice.list || choice.explain != nil }

  func validate() throws {
    if dataset == nil && !isAboutChecks {
      throw ValidationError("Missing expected argument '<dataset>'")
    }
  }

  func run() throws {
    let language = reading.language ?? .english
    if let check = try choice.explained() {
      try StandardOutput().write(CheckPages.page(of: check, language))
    } else if choice.list {
      try output.print([.checks(choice.chosen(), language)], usual: "checks", language: language)
    } else if let dataset {
      try check(dataset)
    }
  }

  private func check(_ dataset: String) throws {
    let source = try DatasetSource(dataset)
    let analysis = try Analysis(reading.read(source), checks: try choice.chosen())
    let language = analysis.dataset.language
    let table = try output.chosen(
      analysis.checkTables, usual: "findings", panel: analysis.panel)
    let isOfFindings = table.name == "findings"
    if isOfFindings && output.format == .text && table.isEmpty {
      try StandardOutput().write(language == .chinese ? "没有发现问题\n" : "no findings\n")
      return
    }
    try output.print(table, language: language)
    let hasErrors = isOfFindings ? table.hasErrors : analysis.count(.error) > 0
    if hasErrors && !exitZero { throw ExitStatus.findings.exitCode }
  }
}

extension Table {
  fileprivate var isEmpty: Bool {
    var isEmpty = true
    forEachRow { _ in isEmpty = false }
    return isEmpty
  }

  /// Whether a finding is an error.
  fileprivate var hasErrors: Bool {
    guard let place = columns.firstIndex(where: { $0.name == "severity" }) else { return false }
    var found = false
    forEachRow { if $0[place] == .text(Finding.Severity.error.rawValue) { found = true } }
    return found
  }
}
