import ArgumentParser
import Logging

struct StaffingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staffing",
    abstract: "Print what staff will cost: by category, by step, and how many person-years.",
    discussion: "Without --table it prints costs.")

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup(title: "Staffing") var staffing: StaffingOptions
  @OptionGroup(title: "Table") var output: TableOptions

  func run() throws {
    let analysis = try Analysis(
      source.read(), forecast: forecast.projection(), privacy: staffing.privacy)
    Logger.outturn(.text).warn(of: analysis.projection?.breaks ?? [])
    try output.print(
      analysis.staffingTables, usual: "costs", language: analysis.dataset.language)
  }
}
