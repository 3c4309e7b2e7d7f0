/// What a movement does to heads somewhere: so many more or fewer from a moment on.
struct HeadChange {
  /// In thousandths of a head.
  let delta: Int64
  let year: FiscalYear
  /// How long the old state lasted in the year, in thousandths of a month.
  let monthsBefore: Int64
  /// Whether the head stands on the unit's establishment, which a secondment does not move.
  let movesPost: Bool

  init(_ movement: Movement) {
    delta = movement.delta.thousandths
    year = movement.year
    monthsBefore = movement.monthsBefore
    movesPost = movement.reason != "second_in" && movement.reason != "second_out"
  }

  private init(reversing other: HeadChange) {
    delta = -other.delta
    year = other.year
    monthsBefore = other.monthsBefore
    movesPost = other.movesPost
  }

  /// The same heads where they go to, or come from.
  var otherSide: HeadChange { HeadChange(reversing: self) }
}

extension Movement {
  /// Where inside the dataset heads go, or nil.
  ///
  /// A transfer inside the dataset sums to zero. Who retires becomes a retiree, where the unit's
  /// retirees are counted.
  func destination(retiredCategory: String?) -> (unit: String, category: String)? {
    if toUnit != nil || toCategory != nil { return (toUnit ?? unit, toCategory ?? category) }
    guard reason == "retire", delta.thousandths < 0, let retiredCategory else { return nil }
    return (unit, retiredCategory)
  }
}

extension PrintedNumber {
  /// The number times a thousand, rounded half away from zero.
  var thousandths: Int64 {
    let scaled = Int128(mantissa) * 1000
    return Int64(scaled.dividedRoundingHalfAway(by: .powerOfTen(decimals)))
  }
}

extension Movement {
  /// How long the old state lasted in the year, in thousandths of a month.
  ///
  /// A joiner or a transfer counts from the first of the month; who retires, resigns or dies counts
  /// to its end. A full date is the first day of the new state.
  var monthsBefore: Int64 {
    if let partBefore { return Int64((month - 1) * 1000 + partBefore) }
    let lastsToTheEnd = ["retire", "resign", "death"].contains(reason)
    return Int64(lastsToTheEnd ? month : month - 1) * 1000
  }
}
