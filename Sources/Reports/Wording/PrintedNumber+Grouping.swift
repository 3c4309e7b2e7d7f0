import Analytics

extension PrintedNumber {
  /// The number with a comma before every three digits, as Chinese and English reports print it:
  /// `168,563,837.71`.
  var grouped: String {
    var plain: [UInt8] = []
    write(to: &plain)
    let first = mantissa < 0 ? 1 : 0
    let end = plain.count - (decimals > 0 ? decimals + 1 : 0)
    var grouped: [UInt8] = []
    grouped.reserveCapacity(plain.count + (end - first) / 3)
    for (place, byte) in plain.enumerated() {
      if place > first && place < end && (end - place) % 3 == 0 {
        grouped.append(UInt8(ascii: ","))
      }
      grouped.append(byte)
    }
    return String(decoding: grouped, as: UTF8.self)
  }

  /// The number with its decimal point moved to the left, rounded half away from zero.
  func shifted(_ places: Int, decimals shown: Int) -> PrintedNumber {
    let dropped = decimals + places - shown
    guard dropped > 0 else { return PrintedNumber(mantissa: mantissa, decimals: decimals + places) }
    let rounded = Int128(mantissa).dividedRoundingHalfAway(by: .powerOfTen(dropped))
    return PrintedNumber(mantissa: Int64(rounded), decimals: shown)
  }
}
