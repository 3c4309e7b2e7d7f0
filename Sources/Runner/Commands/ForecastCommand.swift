import ArgumentParser
import Logging

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Print next years' budgets and outturns of every line and total, with intervals.",
    discussion: """
      Without --table it prints forecasts; --table explanations says how each comes about, --table \
      draft is next year's draft, and --table rolling with --last-plan holds the plan against an \
      earlier run's.
      """)

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup var plan: PlanOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let explained = ["explanations", "draft", "rolling"].contains(where: output.wants)
    let dataset = try source.read()
    if let last = dataset.accounts.years.last, last.next == nil {
      throw Failure(
        .badData, "the accounts end in \(last), the last year there is; none is left to forecast")
    }
    var analysis = try Analysis(
      dataset,
      forecast: forecast.projection(scoresPast: output.wants("accuracy"), explains: explained))
    if let folder = plan.lastPlan {
      analysis.lastPlan = try PlanHistory.read(named: folder, analysis.dataset.amountUnit).plan
    }
    Logger.outturn(.text).warn(of: analysis.projection?.breaks ?? [])
    try output.print(
      analysis.forecastTables, usual: "forecasts", language: analysis.dataset.language,
      panel: analysis.panel)
  }
}
