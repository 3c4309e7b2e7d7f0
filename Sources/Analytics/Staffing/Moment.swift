/// A point in time, in thousandths of a month; month 0 is the first of year 0.
///
/// Staffing counts months: a date inside a month stands for the part of the month before it.
public struct Moment: Hashable, Comparable, Sendable {
  public let thousandths: Int

  public init(thousandths: Int) { self.thousandths = thousandths }

  /// The first instant of a year.
  public init(startOf year: FiscalYear) { thousandths = year.number * 12_000 }

  /// The first instant of a day; of the month where no day is given.
  public init(year: FiscalYear, month: Int, day: Int?) {
    let days = day.map { ($0 - 1) * 1000 / year.days(inMonth: month) } ?? 0
    thousandths = (year.number * 12 + month - 1) * 1000 + days
  }

  /// Reads `YYYY-MM` or `YYYY-MM-DD`, which the table's schema has checked.
  ///
  /// - Parameter isEnd: Whether the month or day named is the last one, so that the moment is its
  ///   end.
  init(_ text: String, isEnd: Bool = false) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let year = FiscalYear(parts[0])
    guard parts.count > 2 else {
      let start = Moment(year: year, month: parts[1], day: nil)
      self = isEnd ? Moment(thousandths: start.thousandths + 1000) : start
      return
    }
    let length = year.days(inMonth: parts[1])
    let start = (year.number * 12 + parts[1] - 1) * 1000
    thousandths = start + (isEnd ? parts[2] : parts[2] - 1) * 1000 / length
  }

  public var year: FiscalYear { FiscalYear(max(1, thousandths / 12_000)) }

  /// How long after the start of a year, in thousandths of a month, from 0 to 12,000.
  public func offset(in year: FiscalYear) -> Int {
    min(max(0, thousandths - year.number * 12_000), 12_000)
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.thousandths < b.thousandths }
}
