import ArgumentParser
import Forecast

extension OriginRule: ExpressibleByArgument {}
extension MethodName: ExpressibleByArgument {}
extension ReconciliationMethod: ExpressibleByArgument {}

/// What to forecast, and how.
struct ForecastOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Years beyond the last year of the dataset, 1 to 30.", valueName: "years"))
  var horizon = 1

  @Option(
    help: ArgumentHelp(
      "Forecast from each stage's last year (stage) or each series' own last value (series).",
      valueName: "rule"))
  var origin: OriginRule = .stage

  @Option(
    help: ArgumentHelp(
      "Use one method (naive, budget, half_drift, drift, damped, pooled) and not the mixture.",
      valueName: "name"))
  var method: MethodName?

  @Option(
    help: ArgumentHelp(
      "What other panels have taught: a file of outturn learn, or none. Usually what is shipped.",
      valueName: "file"))
  var prior: String?

  @Option(
    help: ArgumentHelp(
      "How sums and lines are brought to agree: bottom-up, top-down, variance, mint, or auto.",
      valueName: "method"))
  var reconcile: ReconciliationMethod = .auto

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard (1...30).contains(horizon) else {
      throw ValidationError("--horizon must be from 1 to 30 years, not \(horizon).")
    }
  }

  /// - Parameters:
  ///   - scoresPast: Whether past origins are scored even where forecasts can do without.
  ///   - explains: Whether the steps of forecasts are kept.
  /// - Throws: A `Failure` if the prior cannot be used.
  func projection(scoresPast: Bool = true, explains: Bool = false) throws -> ProjectionOptions {
    ProjectionOptions(
      horizon: horizon, origin: origin, method: method, prior: try readPrior(),
      workers: work.workers, scoresPast: scoresPast, reconciliation: reconcile,
      explains: explains)
  }

  private func readPrior() throws -> Prior {
    switch prior {
    case "none": Prior.none
    case let path?: try PriorFile.read(path)
    case nil: try PriorFile.shipped()
    }
  }

  /// The options that change what a run gives.
  func named() throws -> [(name: String, value: String)] {
    let prior: [(String, String)] =
      switch self.prior {
      case "none": [("prior", "none")]
      case let path?: [("prior", try PriorFile.digest(path))]
      case nil: [("prior", PriorFile.shippedDigest)]
      }
    return [
      ("horizon", "\(horizon)"), ("origin", origin.rawValue), ("reconcile", reconcile.rawValue),
    ]
      + (method.map { [("method", $0.rawValue)] } ?? []) + prior
  }
}
