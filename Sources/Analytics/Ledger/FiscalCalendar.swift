/// Which twelve months a fiscal year has.
///
/// Dates of movements and rates are of the calendar. They are read as months of fiscal years, the
/// first of which is 1, so that all that counts months counts those of the accounts.
public struct FiscalCalendar: Hashable, Sendable {
  /// The calendar year that a fiscal year is named for, where it lies in two.
  public enum Naming: String, CaseIterable, Sendable {
    /// 2024 begins in 2024.
    case start
    /// 2024 ends in 2024.
    case end
  }

  public static let january = FiscalCalendar(firstMonth: 1, named: .start)

  /// How many months the fiscal count is behind the calendar's.
  private let monthsBehind: Int

  /// - Parameter firstMonth: From 1 to 12.
  public init(firstMonth: Int, named naming: Naming) {
    precondition((1...12).contains(firstMonth), "\(firstMonth) is no month")
    monthsBehind = firstMonth - (naming == .end && firstMonth > 1 ? 13 : 1)
  }

  /// Reads `07-01`: years begin with the first of a month; nil for anything else.
  init?(_ text: String, named naming: Naming) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard text.hasSuffix("-01"), digits.count == 5, (0...1).contains(digits[0]),
      (0...9).contains(digits[1]), case let month = digits[0] * 10 + digits[1],
      (1...12).contains(month)
    else { return nil }
    self.init(firstMonth: month, named: naming)
  }

  /// The fiscal year of a month of the calendar, and which of its months that is.
  func month(_ month: Int, of year: FiscalYear) -> (year: FiscalYear, month: Int) {
    let months = max(12, year.number * 12 + month - 1 - monthsBehind)
    return (FiscalYear(min(9999, months / 12)), months % 12 + 1)
  }

  /// A moment of the calendar as one of fiscal years.
  func moment(_ moment: Moment) -> Moment {
    Moment(thousandths: moment.thousandths - monthsBehind * 1000)
  }
}
