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

  public static func < (a: FiscalYear, b: FiscalYear) -> Bool { a.number < b.number }
}
