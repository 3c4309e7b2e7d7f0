import ArgumentParser
import Forecast

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Print a comparison: budget against outturn, year on year, structure, bridge.",
    discussion: "Without --table it prints year_on_year.")

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let endsInForecasts = output.table.map { $0.contains("bridge") } ?? false
    let analysis = try Analysis(
      try source.read(),
      forecast: endsInForecasts ? ProjectionOptions(prior: try PriorFile.shipped()) : nil)
    let tables = analysis.tables.filter { $0.name != "findings" && $0.name != "figures" }
    try output.print(
      tables, usual: "year_on_year", language: analysis.dataset.language,
      panel: analysis.panel)
  }
}
