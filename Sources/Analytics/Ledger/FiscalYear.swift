/// A budget year, named by one calendar year from 1 to 9999.
public struct FiscalYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int

  public init(_ number: Int) {
    precondition((1...9999).contains(number), "\(number) is not a year from 1 to 9999")
    self.number = number
  }

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
