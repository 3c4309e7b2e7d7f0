/// What a movement does to one unit and category: so many heads more or fewer from a moment on.
struct HeadChange {
  let unit: String
  let category: String
  /// In thousandths of a head.
  let delta: Int64
  let year: FiscalYear
  /// How long the old state lasted in the year, in thousandths of a month.
  let monthsBefore: Int64
  let reason: String
  /// Whether the head stands on the unit's establishment, which a secondment does not move.
  var movesPost: Bool { reason != "second_in" && reason != "second_out" }

  /// The changes of a movement: of its own unit and category, and of where the heads go.
  ///
  /// A transfer inside the dataset sums to zero. Who retires becomes a retiree, where the unit's
  /// retirees are counted.
  static func all(of movement: Movement, retiredCategory: String?) -> [HeadChange] {
    func change(_ unit: String, _ category: String, _ delta: Int64) -> HeadChange {
      HeadChange(
        unit: unit, category: category, delta: delta, year: movement.year,
        monthsBefore: movement.monthsBefore, reason: movement.reason)
    }
    let delta = movement.delta.thousandths
    let own = change(movement.unit, movement.category, delta)
    if movement.toUnit != nil || movement.toCategory != nil {
      return [
        own,
        change(
          movement.toUnit ?? movement.unit, movement.toCategory ?? movement.category, -delta),
      ]
    }
    guard movement.reason == "retire", delta < 0, let retiredCategory else { return [own] }
    return [own, change(movement.unit, retiredCategory, -delta)]
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
    if day != nil {
      return Int64(Moment(year: year, month: month, day: day).offset(in: year))
    }
    let lastsToTheEnd = ["retire", "resign", "death"].contains(reason)
    return Int64(lastsToTheEnd ? month : month - 1) * 1000
  }
}
