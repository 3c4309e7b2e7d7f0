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

  /// Appends the number in ASCII, with a decimal point and all its decimals.
  public func write(to bytes: inout [UInt8]) {
    let digits = max(mantissa.magnitude.digitCount, decimals + 1)
    let length = (mantissa < 0 ? 1 : 0) + digits + (decimals > 0 ? 1 : 0)
    bytes.append(addingCapacity: length) { room in
      room.append(repeating: UInt8(ascii: "-"), count: length)
      var text = room.mutableSpan
      var place = length
      var rest = mantissa.magnitude
      for written in 0..<digits {
        if written == decimals && decimals > 0 {
          place -= 1
          text[place] = UInt8(ascii: ".")
        }
        place -= 1
        text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
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
