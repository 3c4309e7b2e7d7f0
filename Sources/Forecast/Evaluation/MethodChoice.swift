/// The method that erred least on the dataset itself, for one target and basis.
struct MethodChoice {
  /// The place of the method in the list that was tried.
  let place: Int
  let method: any ForecastMethod
  let intervals: IntervalModel
  /// The outcomes of all origins, the newest first.
  let outcomes: [[Outcome]]

  /// A method must beat the usual one by this part of its error to be preferred to it.
  static let margin = 0.005
  /// And it must do so at this part of the origins: one lucky year is no evidence.
  static let majority = 2.0 / 3

  init(
    _ rolling: RollingOrigin, _ target: Target, _ basis: Basis, methods: [MethodName],
    forced: MethodName?
  ) {
    outcomes = rolling.outcomes(target, basis, methods: methods)
    place =
      forced.flatMap(methods.firstIndex)
      ?? MethodChoice.best(outcomes.filter { !$0.isEmpty }, methods, basis)
    method = rolling.method(methods[place], target, back: -1)
    intervals = IntervalModel(outcomes.joined(), method: place)
  }

  /// Falls back to the last value, or the adopted budget, where there are no two origins and where
  /// nothing beats it at most of them.
  private static func best(
    _ outcomes: [[Outcome]], _ methods: [MethodName], _ basis: Basis
  ) -> Int {
    let usual = methods.firstIndex(of: basis == .budget ? .budget : .naive) ?? 0
    guard outcomes.count >= 2 else { return usual }
    let errors = outcomes.map { sumsOfErrors($0, methods.count) }
    let sums = methods.indices.map { method in errors.reduce(0) { $0 + $1[method] } }
    let wins = methods.indices.map { method in errors.count { $0[method] < $0[usual] } }
    let worthy = methods.indices.filter {
      sums[$0] < sums[usual] * (1 - margin) && Double(wins[$0]) >= majority * Double(errors.count)
    }
    return worthy.min { sums[$0] < sums[$1] } ?? usual
  }

  /// The sum of absolute errors of each method over the lines that all of them forecast.
  private static func sumsOfErrors(_ outcomes: [Outcome], _ count: Int) -> [Double] {
    var errors = [Double](repeating: 0, count: count)
    for outcome in outcomes where outcome.group == .moving {
      let own = outcome.forecasts.compactMap { $0.map { abs(outcome.actual - $0) } }
      guard own.count == count else { continue }
      for index in own.indices { errors[index] += own[index] }
    }
    return errors
  }
}
