import LinearAlgebra

/// What other panels have taught: coefficients and errors of the pooled regressions.
///
/// A small panel has little of its own; its regressions are drawn towards these.
public struct Prior: Codable, Hashable, Sendable {
  /// The panels it was learned from.
  public struct Source: Codable, Hashable, Sendable {
    public let name: String
    public let lines: Int
    public let firstYear: Int
    public let lastYear: Int

    public init(name: String, lines: Int, firstYear: Int, lastYear: Int) {
      self.name = name
      self.lines = lines
      self.firstYear = firstYear
      self.lastYear = lastYear
    }
  }

  /// One regression's coefficients, by feature, and how far it was out.
  public struct Regression: Codable, Hashable, Sendable {
    /// `outturn`, `execution`, `after_adoption` or `budget`.
    public let task: String
    public let horizon: Int
    public let coefficients: [String: Double]
    /// Quantiles of errors, in scale × volatility, for calm, usual and lively lines; at the
    /// probabilities (*i* + ½) / count.
    public let quantiles: [[Double]]
  }

  /// Prior files of other versions mean other features.
  public static let currentVersion = 1

  public let version: Int
  public let sources: [Source]
  public let regressions: [Regression]
  /// What collections of series have taught, at most one a form; a file may be without.
  public let series: [LongModel]

  public init(sources: [Source], regressions: [Regression], series: [LongModel] = []) {
    version = Self.currentVersion
    self.sources = sources
    self.regressions = regressions
    self.series = series
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    version = try members.decode(Int.self, forKey: .version)
    sources = try members.decode([Source].self, forKey: .sources)
    regressions = try members.decode([Regression].self, forKey: .regressions)
    series = try members.decodeIfPresent([LongModel].self, forKey: .series) ?? []
  }

  /// Nothing is known of other panels.
  public static let none = Prior(sources: [], regressions: [])

  func regression(_ task: FiscalTask, horizon: Int) -> Regression? {
    let horizon = task.priorHorizons.nearest(horizon)
    return regressions.first { $0.task == task.rawValue && $0.horizon == horizon }
  }

  /// One coefficient a feature of the task; 0 for features it does not know.
  func coefficients(_ task: FiscalTask, horizon: Int) -> [Double] {
    let known = regression(task, horizon: horizon)?.coefficients ?? [:]
    return task.features.map { LeastAbsoluteDeviations.onGrid(known[$0.name] ?? 0) }
  }

  /// The coefficients of a form of series, or nil.
  func series(_ form: SeriesForm) -> LongModel? { series.first { $0.form == form } }

  /// Why the prior does not fit this version, or nil.
  public var complaint: String? {
    if version != Self.currentVersion {
      return "it is of version \(version), and this program needs \(Self.currentVersion)"
    }
    if Set(series.map(\.form)).count < series.count { return "it has a form of series twice" }
    return complaintOfRegressions ?? series.lazy.compactMap(\.complaint).first
  }

  private var complaintOfRegressions: String? {
    for regression in regressions {
      guard let task = FiscalTask(rawValue: regression.task) else {
        return "there is no task '\(regression.task)'; there are "
          + FiscalTask.allCases.map(\.rawValue).joined(separator: ", ")
      }
      let names = Set(task.features.map(\.name))
      if let unknown = regression.coefficients.keys.filter({ !names.contains($0) }).min() {
        return "the task \(regression.task) has no feature '\(unknown)'"
      }
      let numbers = regression.quantiles.joined() + Array(regression.coefficients.values)
      if numbers.contains(where: { !$0.isFinite || abs($0) > 1e4 }) || regression.horizon < 1 {
        return "a number of the task \(regression.task) is beyond any that was learned"
      }
      if regression.quantiles.count != 3
        || regression.quantiles.contains(where: { $0.isEmpty || $0 != $0.sorted() })
      {
        return "the task \(regression.task) needs three rising lists of quantiles"
      }
    }
    return nil
  }
}

extension ClosedRange<Int> {
  func nearest(_ value: Int) -> Int { Swift.min(upperBound, Swift.max(lowerBound, value)) }
}
