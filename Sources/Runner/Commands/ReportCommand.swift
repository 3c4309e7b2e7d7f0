import Analytics
import ArgumentParser
import Logging
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write what people read: the same reports as run does, without its tables.",
    discussion: """
      Files of the same names are replaced. With --table it prints that table and writes no \
      report. Exits with 1 if there are error findings.
      """)

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup(title: "Table") var table: TableOptions

  @Option(help: ArgumentHelp("Where reports are written.", valueName: "dir"))
  var output = "."

  @Option(
    help: ArgumentHelp(
      "Write the charts of the page into this folder too, as SVG.", valueName: "dir"))
  var charts: String?

  @Flag(help: "Exit with 0 even if there are error findings.")
  var exitZero = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output must name a folder.") }
    if table.table == nil, let option = table.selection.given.first {
      throw ValidationError("reports are about the whole dataset; \(option) goes with --table.")
    }
    if charts == "" { throw ValidationError("--charts must name a folder.") }
  }

  func run() throws {
    Interruption.listen()
    let analysis = try Analysis(
      source.read(), forecast: forecast.projection(explains: true), checks: Check.all)
    Logger.outturn(.text).warn(of: analysis.projection?.breaks ?? [])
    let contents = analysis.contents
    if let name = table.table {
      try table.print(
        contents.tables, usual: name, language: contents.dataset.language, panel: analysis.panel)
    } else {
      try write(contents)
    }
    if let charts { try writeCharts(contents, to: charts) }
    if analysis.count(.error) > 0 && !exitZero { throw ExitStatus.findings.exitCode }
  }

  private func write(_ contents: RunContents) throws {
    try RunDirectory.create(output)
    let folder = RunFolder(path: output, replaces: true)
    for report in ReportFile.all { try report.write(contents, folder) }
    for table in contents.publishedTables {
      try folder.write("\(table.name).csv") { try CSVFormat().write(table, to: &$0) }
    }
    let files =
      ReportFile.all.map { ("\(output)/\($0.name)", $0.title) }
      + contents.publishedTables.map { ("\(output)/\($0.name).csv", $0.title) }
    let listing = Summary.listing(files, contents.dataset.language).joined(separator: "\n")
    try StandardOutput().write(listing + "\n")
  }

  private func writeCharts(_ contents: RunContents, to path: String) throws {
    try RunDirectory.create(path)
    let folder = RunFolder(path: path, replaces: true)
    for chart in Page(contents).charts(contents.dataset.language) {
      try folder.write("\(chart.name).svg") { try $0.write(chart.svg) }
    }
  }
}
