import Analytics

extension PrintedNumber {
  /// The number with a comma before every three digits, as Chinese and English reports print it:
  /// `168,563,837.71`.
  var grouped: String {
    let text = description
    let sign = text.hasPrefix("-") ? "-" : ""
    let body = text.dropFirst(sign.count)
    let point = body.firstIndex(of: ".") ?? body.endIndex
    let digits = body[..<point]
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + body[point...]
  }

  /// The number with its decimal point moved to the left, rounded half away from zero.
  func shifted(_ places: Int, decimals shown: Int) -> PrintedNumber {
    let dropped = decimals + places - shown
    guard dropped > 0 else { return PrintedNumber(mantissa: mantissa, decimals: decimals + places) }
    let rounded = Int128(mantissa).dividedRoundingHalfAway(by: .powerOfTen(dropped))
    return PrintedNumber(mantissa: Int64(rounded), decimals: shown)
  }
}
