import ArgumentParser
import Logging

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Print how wrong each method was at past origins of this dataset.")

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let analysis = try Analysis(source.read(), forecast: forecast.projection())
    Logger.outturn(.text).warn(of: analysis.projection?.breaks ?? [])
    try output.print(
      analysis.forecastTables, usual: "accuracy", language: analysis.dataset.language,
      panel: analysis.panel)
  }
}
