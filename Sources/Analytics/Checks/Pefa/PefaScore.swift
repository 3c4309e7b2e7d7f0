/// A PEFA score: A is best.
public enum PefaScore: String, Comparable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  public static func < (x: PefaScore, y: PefaScore) -> Bool { x.rawValue < y.rawValue }

  /// PI-1.1: how near the outturn is to the original budget in two of three years.
  ///
  /// Source: PEFA (2016), Framework for assessing public financial management, PI-1.
  static func outturn(_ years: [(outturn: Int64, budget: Int64)]) -> PefaScore {
    func isWithin(_ spread: Int128) -> Bool {
      years.count { year in
        let gap = (Int128(year.outturn) - Int128(year.budget)).magnitude
        return Int128(gap) * 100 <= Int128(year.budget) * spread
      } >= 2
    }
    return isWithin(5) ? .a : isWithin(10) ? .b : isWithin(15) ? .c : .d
  }

  /// PI-2.1 and PI-2.2: below how many per cent the composition varies in two of three years.
  static func composition(_ years: [PefaFraction]) -> PefaScore {
    func isBelow(_ percent: Int) -> Bool { years.count { $0.isBelow(percent) } >= 2 }
    return isBelow(5) ? .a : isBelow(10) ? .b : isBelow(15) ? .c : .d
  }

  /// PI-2.3: what is charged to a contingency vote, on average of three years.
  static func contingency(_ years: [(charged: Int64, budget: Int64)]) -> PefaScore {
    func isAverage(below percent: Int, orAt: Bool) -> Bool {
      let shares = years.compactMap { year in
        try? Rational(Int128(year.charged) * 100, over: Int128(year.budget))
      }
      guard shares.count == years.count,
        let sum = try? shares.reduce(Rational.zero, { try $0 + $1 })
      else { return false }
      let limit = Rational(percent * years.count)
      return orAt ? sum <= limit : sum < limit
    }
    return isAverage(below: 3, orAt: false)
      ? .a : isAverage(below: 6, orAt: false) ? .b : isAverage(below: 10, orAt: true) ? .c : .d
  }

  /// Method M1: the weakest link, with a plus where another dimension is better.
  static func weakestLink(_ scores: [PefaScore]) -> String? {
    guard let worst = scores.max(), let best = scores.min() else { return nil }
    return worst == best ? worst.rawValue : "\(worst.rawValue)+"
  }
}
