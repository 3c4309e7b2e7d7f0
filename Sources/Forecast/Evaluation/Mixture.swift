/// What share of a forecast each method has, for one target and basis, and the evidence: the
/// forecasts of all methods at past origins.
struct Mixture {
  let methods: [MethodName]
  /// As many as methods; together 1.
  let shares: [Double]
  /// The outcomes of all origins, the newest first; each has a forecast per method and, last, the
  /// mixture's.
  let outcomes: [[Outcome]]

  /// The place of the mixture in the forecasts of an outcome.
  var place: Int { methods.count }

  /// - Parameters:
  ///   - shares: As many as methods; together 1.
  ///   - forced: One method for all, if it is among them.
  init(
    _ outcomes: consuming [[Outcome]], methods: [MethodName], shares usual: [Double],
    forced: MethodName?
  ) {
    self.methods = methods
    let shares =
      forced.flatMap(methods.firstIndex).map { Self.whole($0, of: methods.count) } ?? usual
    self.shares = shares
    for origin in outcomes.indices {
      for place in outcomes[origin].indices {
        let forecasts = outcomes[origin][place].forecasts
        outcomes[origin][place].forecasts.append(Self.mixed(shares) { forecasts[$0] })
      }
    }
    self.outcomes = outcomes
  }

  private init(_ mixture: Mixture, _ outcomes: [[Outcome]]) {
    methods = mixture.methods
    shares = mixture.shares
    self.outcomes = outcomes
  }

  /// The mixture with other forecasts of its own at past origins; outcomes that have none are left
  /// out.
  ///
  /// - Parameter forecast: Of a line, so many origins back.
  func replacing(_ forecast: (_ back: Int, _ line: Int) -> Double?) -> Mixture {
    let replaced = outcomes.enumerated().map { back, outcomes in
      outcomes.compactMap { outcome -> Outcome? in
        guard let value = forecast(back, outcome.line) else { return nil }
        var outcome = outcome
        outcome.forecasts[place] = value
        return outcome
      }
    }
    return Mixture(self, replaced)
  }

  /// The mixture of forecasts; methods that have none leave their share to the others.
  ///
  /// - Parameter forecast: Of the method at a place.
  func mixed(_ forecast: (Int) -> Double?) -> Double? { Self.mixed(shares, forecast) }

  private static func mixed(_ shares: [Double], _ forecast: (Int) -> Double?) -> Double? {
    var (sum, weight) = (0.0, 0.0)
    for (method, share) in shares.enumerated() where share > 0 {
      guard let forecast = forecast(method) else { continue }
      sum += share * forecast
      weight += share
    }
    guard weight > 0 else { return shares.indices.lazy.compactMap(forecast).first }
    return weight == 1 ? sum : sum / weight
  }

  static func whole(_ place: Int, of count: Int) -> [Double] {
    (0..<count).map { $0 == place ? 1 : 0 }
  }

  func share(_ method: MethodName) -> Double {
    methods.firstIndex(of: method).map { shares[$0] } ?? 0
  }

  /// The method with the whole share, or the mixture.
  var name: MethodName { shares.firstIndex(of: 1).map { methods[$0] } ?? .mixture }
}
