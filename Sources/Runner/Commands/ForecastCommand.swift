import ArgumentParser
import Logging

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Print next years' budgets and outturns of every line and total, with intervals.")

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let analysis = try Analysis(
      source.read(), forecast: forecast.projection(scoresPast: output.wants("accuracy")))
    Logger.outturn(.text).warn(of: analysis.projection?.breaks ?? [])
    try output.print(
      analysis.forecastTables, usual: "forecasts", language: analysis.dataset.language)
  }
}
