import Analytics
import ArgumentParser
import Forecast
import Reports

/// What of people may be shown, and how their future may go.
struct StaffingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of extra movements, rates, adjustments, ceilings or assumptions, compared with "
        + "the dataset as it stands; may be repeated.", valueName: "dir"))
  var scenario: [String] = []

  @Flag(
    name: .customLong("public"),
    help: "For publication: hide the cost per head of categories under three heads.")
  var isPublic = false

  var privacy: Privacy { isPublic ? .published : .none }

  /// The options that change what a run gives.
  var named: [(name: String, value: String)] {
    names.map { ("scenario", $0) } + (isPublic ? [("public", "yes")] : [])
  }

  func sources() throws -> [ScenarioSource] { try scenario.map(ScenarioSource.init) }

  private var names: [String] {
    scenario.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
  }

  func validate() throws {
    for name in names where names.count(where: { $0 == name }) > 1 {
      throw ValidationError("two scenarios are named '\(name)'; give their folders two names.")
    }
  }
}
