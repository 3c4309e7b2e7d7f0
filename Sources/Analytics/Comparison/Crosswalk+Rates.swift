// Rates cannot be divided: they go with a code that another takes over whole, and stay with one that
// is split.

extension Crosswalk {
  /// Rates under the codes of the newest classification.
  ///
  /// A rate goes on under the new code until it ends or another takes its place; what is in force of
  /// it after the change stays under the old code too. Rows of the new code stand after those that
  /// come to it, so that of one date they hold.
  func restated(_ rates: [Rate]) -> [Rate] {
    rates.enumerated().flatMap { row, rate in
      restated(MovedRate(rate: rate, row: row), codes: \.codes) { rate, place in
        guard let successor = steps[place].wholeSuccessor else { return [rate] }
        return rate.moved(by: steps[place], at: place, to: successor)
      }
    }.sorted(by: MovedRate.precedes).map(\.rate)
  }
}

/// A rate on its way through the steps of a crosswalk.
private struct MovedRate {
  var rate: Rate
  /// Its place in the table before all steps.
  let row: Int
  /// The places of the steps that have moved it, the last in front.
  var moves: [Int] = []

  /// Each step puts what it moves in front of everything, in the order of until then.
  static func precedes(_ a: MovedRate, _ b: MovedRate) -> Bool {
    for (x, y) in zip(a.moves, b.moves) where x != y { return x > y }
    return a.moves.count == b.moves.count ? a.row < b.row : a.moves.count > b.moves.count
  }

  var codes: [Crosswalk.Code] {
    var subjects = [rate.subject]
    if case .percentOf(let codes) = rate.basis { subjects += codes }
    return subjects.map { .init(.subject, $0) } + (rate.unit.map { [.init(.unit, $0)] } ?? [])
  }

  /// The rate under the new code, and what stays of it under the old one.
  func moved(by step: Crosswalk.Step, at place: Int, to successor: String) -> [MovedRate] {
    var moved = self
    if step.dimension == .subject { moved.rate = rate.takingBase(step.from, successor) }
    guard (step.dimension == .unit ? rate.unit : rate.subject) == step.from else { return [moved] }
    var rest = moved
    if step.dimension == .unit {
      moved.rate.unit = successor
    } else {
      moved.rate.subject = successor
    }
    moved.moves.insert(place, at: 0)
    guard let later = rest.rate.since(Moment(startOf: step.fromYear)) else { return [moved] }
    rest.rate = later
    return [moved, rest]
  }
}

extension Rate {
  /// A percentage of an old code, as one of what either has.
  fileprivate func takingBase(_ old: String, _ successor: String) -> Rate {
    guard case .percentOf(let codes) = basis, codes.contains(old), !codes.contains(successor)
    else { return self }
    var taking = self
    taking.basis = .percentOf(codes + [successor])
    return taking
  }

  /// What is in force of it from a moment on; nil where nothing is.
  fileprivate func since(_ moment: Moment) -> Rate? {
    if let to, to <= moment { return nil }
    var later = self
    later.from = max(from, moment)
    return later
  }
}
