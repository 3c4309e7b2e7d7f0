/// The method that erred least on the dataset itself, for one target and basis.
struct MethodChoice {
  /// The place of the method in the list that was tried.
  let place: Int
  let method: any ForecastMethod
  let intervals: IntervalModel
  /// The outcomes of all origins, the newest first.
  let outcomes: [[Outcome]]

  /// A method must beat the last value by this part of its error to be preferred to it.
  static let margin = 0.005

  init(
    _ rolling: RollingOrigin, _ target: Target, _ basis: Basis, methods: [MethodName],
    forced: MethodName?
  ) {
    outcomes = rolling.outcomes(target, basis, methods: methods)
    let all = outcomes.joined()
    place =
      forced.flatMap(methods.firstIndex)
      ?? MethodChoice.best(all, methods, basis, origins: outcomes.count { !$0.isEmpty })
    method = rolling.method(methods[place], target, back: -1)
    intervals = IntervalModel(all, method: place)
  }

  /// Falls back to the last value, or the adopted budget, where there are no two origins.
  private static func best(
    _ outcomes: some Sequence<Outcome>, _ methods: [MethodName], _ basis: Basis, origins: Int
  ) -> Int {
    let usual = methods.firstIndex(of: basis == .budget ? .budget : .naive) ?? 0
    guard origins >= 2 else { return usual }
    var errors = [Double](repeating: 0, count: methods.count)
    for outcome in outcomes where outcome.group == .moving {
      let own = outcome.forecasts.map { $0.map { abs(outcome.actual - $0) } }
      guard own.allSatisfy({ $0 != nil }) else { continue }
      for index in own.indices { errors[index] += own[index]! }
    }
    guard let least = errors.min(), errors[usual] > 0 else { return usual }
    let best = errors.firstIndex(of: least)!
    return least < errors[usual] * (1 - margin) ? best : usual
  }
}
