import ArgumentParser
import Forecast

extension OriginRule: ExpressibleByArgument {}
extension MethodName: ExpressibleByArgument {}

/// What to forecast, and how.
struct ForecastOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Years beyond the last year of the dataset.", valueName: "years"))
  var horizon = 1

  @Option(
    help: ArgumentHelp(
      "Forecast from each stage's last year (stage) or each series' own last value (series).",
      valueName: "rule"))
  var origin: OriginRule = .stage

  @Option(
    help: ArgumentHelp(
      "Use one method (naive, budget, half_drift, drift, damped) and not the one that erred least.",
      valueName: "name"))
  var method: MethodName?

  func validate() throws {
    guard (1...30).contains(horizon) else {
      throw ValidationError("--horizon must be from 1 to 30 years, not \(horizon).")
    }
  }

  var projection: ProjectionOptions {
    ProjectionOptions(horizon: horizon, origin: origin, method: method)
  }

  /// The options that change what a run gives.
  var named: [(name: String, value: String)] {
    [("horizon", "\(horizon)"), ("origin", origin.rawValue)]
      + (method.map { [("method", $0.rawValue)] } ?? [])
  }
}
