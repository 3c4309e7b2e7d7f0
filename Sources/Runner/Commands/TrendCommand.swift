import ArgumentParser

struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Print how each line, class, unit, subject and the total has moved over the years.",
    discussion: """
      Without --table it prints trend; --table series prints every year. --year keeps the rows of \
      trend whose first to last year contain it.
      """)

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let analysis = try Analysis(source.read())
    let tables = analysis.tables.filter { $0.name.hasPrefix("trends/") }
    try output.print(
      tables, usual: "trend", language: analysis.dataset.language,
      panel: analysis.panel)
  }
}
