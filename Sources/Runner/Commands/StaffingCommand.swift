import ArgumentParser
import Logging

struct StaffingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staffing",
    abstract: "Print what staff will cost: by category, by step, and how many person-years.",
    discussion: "Without --table it prints costs, and with --scenario what it changes.")

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup(title: "Staffing") var staffing: StaffingOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let dataset = try source.read()
    let analysis = try Analysis(
      dataset, forecast: forecast.projection(), privacy: staffing.privacy,
      scenarios: staffing.sources().map { ($0.name, try $0.read(onto: dataset)) })
    guard !analysis.staffingTables.isEmpty else {
      throw ValidationError(
        "the dataset has no people: without headcount or movements there is no staffing to print.")
    }
    Logger.outturn(.text).warn(of: analysis.projection?.breaks ?? [])
    try output.print(
      analysis.staffingTables, usual: staffing.scenario.isEmpty ? "costs" : "scenarios",
      language: analysis.dataset.language,
      panel: analysis.panel)
  }
}
