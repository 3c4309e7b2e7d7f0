/// A number as a table prints it: an integer and how many of its digits are decimals.
///
/// It stands for the interval of half its last digit on both sides.
public struct PrintedNumber: Hashable, Sendable, CustomStringConvertible {
  /// The digits without the decimal point: 884.83 has 88483.
  public let mantissa: Int64
  public let decimals: Int

  public init(mantissa: Int64, decimals: Int) {
    precondition((0...18).contains(decimals), "\(decimals) decimals")
    self.mantissa = mantissa
    self.decimals = decimals
  }

  public init(_ integer: Int) { self.init(mantissa: Int64(integer), decimals: 0) }

  public var doubleValue: Double {
    Double(mantissa) / Double(UInt64.powersOfTen[decimals])  // both exact
  }

  /// The same number without zeros at its end.
  public var shortened: PrintedNumber {
    var (digits, places) = (mantissa, decimals)
    while places > 0 && digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    return PrintedNumber(mantissa: digits, decimals: places)
  }

  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many characters it is written in.
  public var length: Int {
    let digits = max(mantissa.magnitude.digitCount, decimals + 1)
    return (mantissa < 0 ? 1 : 0) + digits + (decimals > 0 ? 1 : 0)
  }

  /// The longest length: a sign, 19 digits and a point.
  public static let longest = 21

  /// Appends the number in ASCII, with a decimal point and all its decimals.
  public func write(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: PrintedNumber.longest) { write(to: &$0) }
  }

  /// Appends the number in ASCII, with a decimal point and all its decimals.
  ///
  /// - Precondition: There is room for its length.
  public func write(to text: inout OutputSpan<UInt8>) {
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    let first = digits.write(mantissa.magnitude)
    let point = digits.count - decimals
    if mantissa < 0 { text.append(UInt8(ascii: "-")) }
    for place in min(first, point - 1)..<point { text.append(digits[place]) }
    guard decimals > 0 else { return }
    text.append(UInt8(ascii: "."))
    for place in point..<digits.count { text.append(digits[place]) }
  }
}

extension UInt64 {
  fileprivate static let powersOfTen: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// How many decimal digits the number has; zero has one.
  fileprivate var digitCount: Int {
    // 1233 ÷ 4096 is nearly the logarithm of 2: the bits give the count, or one less.
    let estimate = ((UInt64.bitWidth - leadingZeroBitCount) * 1233) >> 12
    return estimate + (self >= UInt64.powersOfTen[estimate] ? 1 : 0) + (self == 0 ? 1 : 0)
  }
}

extension InlineArray<20, UInt8> {
  /// Writes a number's digits in ASCII at the end, none for 0, and returns the place of the first.
  fileprivate mutating func write(_ number: UInt64) -> Int {
    var first = count
    var rest = number
    while rest >= 10 {  // two digits at a time: each waits for the division before it
      let (higher, pair) = rest.quotientAndRemainder(dividingBy: 100)
      let (tens, ones) = UInt8(truncatingIfNeeded: pair).quotientAndRemainder(dividingBy: 10)
      first -= 2
      self[first] = UInt8(ascii: "0") + tens
      self[first + 1] = UInt8(ascii: "0") + ones
      rest = higher
    }
    if rest > 0 {
      first -= 1
      self[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
    }
    return first
  }
}
