/// A budget year, named by one calendar year from 1 to 9999.
public struct FiscalYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Two bytes: there is one in every forecast.
  private let stored: Int16

  public init(_ number: Int) {
    precondition((1...9999).contains(number), "\(number) is not a year from 1 to 9999")
    stored = Int16(number)
  }

  public var number: Int { Int(stored) }

  public var previous: FiscalYear? { number > 1 ? FiscalYear(number - 1) : nil }
  public var next: FiscalYear? { number < 9999 ? FiscalYear(number + 1) : nil }
  public var description: String { String(number) }

  /// Of the calendar year of the same number.
  public func days(inMonth month: Int) -> Int {
    precondition((1...12).contains(month), "month \(month)")
    let isLeap = number % 4 == 0 && (number % 100 != 0 || number % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  public static func < (a: FiscalYear, b: FiscalYear) -> Bool { a.number < b.number }
}
