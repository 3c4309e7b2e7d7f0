/// Reads a year as sources write it: `2023`, `2023年`, `2023年度`, full-width digits, `2023.0`,
/// `FY2023`.
enum YearText {
  static func read(_ buffer: [UInt8], _ range: Range<Int>) -> FiscalYear? {
    if let plain = readPlain(buffer, range) { return plain }
    let text = String(decoding: buffer[range], as: UTF8.self)
    var digits = text.unicodeScalars.map { scalar -> Character in
      (0xff10...0xff19).contains(scalar.value)
        ? Character(Unicode.Scalar(scalar.value - 0xfee0)!) : Character(scalar)
    }
    digits = Array(String(digits).trimmed)
    for suffix in ["年度", "年", ".0"] where String(digits).hasSuffix(suffix) {
      digits.removeLast(suffix.count)
      break
    }
    if digits.count >= 6, String(digits.prefix(2)).lowercased() == "fy" { digits.removeFirst(2) }
    digits = Array(String(digits).trimmed)
    guard (1...4).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
      let number = Int(String(digits)), number >= 1
    else { return nil }
    return FiscalYear(number)
  }

  private static func readPlain(_ buffer: [UInt8], _ range: Range<Int>) -> FiscalYear? {
    guard (1...4).contains(range.count) else { return nil }
    var number = 0
    for index in range {
      let digit = buffer[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number >= 1 ? FiscalYear(number) : nil
  }
}
