/// What separates the decimals from the rest of an amount.
public enum DecimalMark: String, CaseIterable, Sendable {
  case point, comma

  var character: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  var other: DecimalMark { self == .point ? .comma : .point }
}

/// An amount as a source writes it, before its unit is known.
enum AmountText: Equatable {
  /// Nothing, or the dash that stands for nothing in printed tables.
  case blank(isDash: Bool)
  /// `mantissa` × 10^−`decimals`, and the mark that the text itself proves, if it has one.
  case number(mantissa: Int128, decimals: Int, mark: DecimalMark?)
  /// Digits with one separator before the last three: `75.934` may be 75934.
  case ambiguous(mantissa: Int128, mark: DecimalMark)
  case notAnAmount

  /// Reads the bytes of a field.
  ///
  /// Read are: thousands separators (comma, point, apostrophe, blanks) in groups of three, or of
  /// two before the last three as in India; full-width digits and marks; a minus before or after,
  /// brackets for negatives; exponents as programs write them.
  static func read(_ buffer: [UInt8], _ range: Range<Int>) -> AmountText {
    if let plain = readPlain(buffer, range) { return plain }
    let text = String(decoding: buffer[range], as: UTF8.self)
    return AmountShape(text)?.amount ?? .notAnAmount
  }

  /// The common case, without a `String`: an optional minus, digits, and a point with any number
  /// of decimals but three.
  private static func readPlain(_ buffer: [UInt8], _ range: Range<Int>) -> AmountText? {
    if range.isEmpty { return .blank(isDash: false) }
    var at = range.lowerBound
    let isNegative = buffer[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    guard at < range.upperBound, range.count <= 18 else { return nil }
    var mantissa: Int64 = 0
    var point = -1
    while at < range.upperBound {
      let digit = buffer[at] &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa * 10 + Int64(digit)
      } else if buffer[at] == UInt8(ascii: "."), point < 0, at > range.lowerBound {
        point = at
      } else {
        return nil
      }
      at += 1
    }
    let decimals = point < 0 ? 0 : range.upperBound - point - 1
    guard decimals != 3, point != range.upperBound - 1 else { return nil }
    let signed = Int128(isNegative ? -mantissa : mantissa)
    return .number(mantissa: signed, decimals: decimals, mark: point < 0 ? nil : .point)
  }
}

/// The slow path: an amount taken apart character by character.
private struct AmountShape {
  private var digits: [UInt8] = []
  /// Each separator and how many digits stand before it.
  private var marks: [(character: UInt8, before: Int)] = []
  private var isNegative = false
  private var exponent = 0
  private var isDash = false
  private var isEmpty = false

  init?(_ text: String) {
    var characters = Array(text.unicodeScalars).map(AmountShape.plain)
    while characters.last == " " { characters.removeLast() }
    while characters.first == " " { characters.removeFirst() }
    if characters.isEmpty {
      isEmpty = true
      return
    }
    if characters.allSatisfy({ $0 == "-" }) && characters.count <= 2 {
      isDash = true
      return
    }
    guard takeSign(&characters), takeExponent(&characters), takeDigits(characters) else {
      return nil
    }
  }

  var amount: AmountText {
    if isEmpty || isDash { return .blank(isDash: isDash) }
    guard let mantissa else { return .notAnAmount }
    let points = marks.filter { $0.character == UInt8(ascii: ".") }
    let commas = marks.filter { $0.character == UInt8(ascii: ",") }
    let others = marks.count - points.count - commas.count
    switch (points.count, commas.count) {
    case (0, 0): return isGrouped(marks) ? number(mantissa, 0, nil) : .notAnAmount
    case (1, 0): return single(mantissa, .point, points[0].before, grouped: others > 0)
    case (0, 1): return single(mantissa, .comma, commas[0].before, grouped: others > 0)
    case (_, 0): return isGrouped(marks) ? number(mantissa, 0, .comma) : .notAnAmount
    case (0, _): return isGrouped(marks) ? number(mantissa, 0, .point) : .notAnAmount
    default: return mixed(mantissa)
    }
  }

  /// Both marks are there: the last one is the decimal mark, once.
  private func mixed(_ mantissa: Int128) -> AmountText {
    let last = marks.last!
    let mark: DecimalMark = last.character == UInt8(ascii: ".") ? .point : .comma
    let groups = marks.dropLast()
    guard !groups.contains(where: { $0.character == last.character }),
      isGrouped(Array(groups), integerDigits: last.before)
    else { return .notAnAmount }
    return number(mantissa, digits.count - last.before, mark)
  }

  /// One mark of one kind: decimal, unless three digits follow and up to three go before.
  private func single(
    _ mantissa: Int128, _ mark: DecimalMark, _ before: Int, grouped: Bool
  ) -> AmountText {
    let decimals = digits.count - before
    if grouped {
      let groups = marks.filter { $0.character != mark.character }
      guard isGrouped(groups, integerDigits: before) else { return .notAnAmount }
      return number(mantissa, decimals, mark)
    }
    let mayGroup = decimals == 3 && (1...3).contains(before) && digits[0] != 0 && exponent == 0
    return mayGroup
      ? .ambiguous(mantissa: mantissa, mark: mark) : number(mantissa, decimals, mark)
  }

  private func number(_ mantissa: Int128, _ decimals: Int, _ mark: DecimalMark?) -> AmountText {
    let shifted = decimals - exponent
    if shifted >= 0 { return .number(mantissa: mantissa, decimals: shifted, mark: mark) }
    guard shifted >= -18 else { return .notAnAmount }
    let (whole, overflow) = mantissa.multipliedReportingOverflow(by: .powerOfTen(-shifted))
    return overflow ? .notAnAmount : .number(mantissa: whole, decimals: 0, mark: mark)
  }

  /// Whether separators stand before groups of three digits, or of two and at last three.
  private func isGrouped(
    _ groups: [(character: UInt8, before: Int)], integerDigits: Int? = nil
  ) -> Bool {
    guard !groups.isEmpty else { return true }
    guard Set(groups.map(\.character)).count == 1, groups[0].before > 0, groups[0].before <= 3
    else { return false }
    var sizes: [Int] = []
    for (index, group) in groups.enumerated() {
      let end = index + 1 < groups.count ? groups[index + 1].before : integerDigits ?? digits.count
      sizes.append(end - group.before)
    }
    return sizes.last == 3
      && Set(sizes.dropLast()).isSubset(of: sizes.dropLast().contains(2) ? [2] : [3])
  }

  private var mantissa: Int128? {
    guard !digits.isEmpty, digits.count <= 36 else { return nil }
    var value: Int128 = 0
    for digit in digits { value = value * 10 + Int128(digit) }
    return isNegative ? -value : value
  }

  private mutating func takeSign(_ characters: inout [Unicode.Scalar]) -> Bool {
    if characters.first == "(" && characters.last == ")" {
      characters = Array(characters.dropFirst().dropLast())
      isNegative = true
      return characters.first != "-"
    }
    if characters.first == "-" || characters.first == "+" {
      isNegative = characters.removeFirst() == "-"
    } else if characters.last == "-" {
      characters.removeLast()
      isNegative = true
    }
    while characters.first == " " { characters.removeFirst() }
    while characters.last == " " { characters.removeLast() }
    return !characters.isEmpty
  }

  private mutating func takeExponent(_ characters: inout [Unicode.Scalar]) -> Bool {
    guard let e = characters.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return true }
    let text = String(String.UnicodeScalarView(characters[(e + 1)...]))
    guard let value = Int(text), abs(value) <= 40 else { return false }
    exponent = value
    characters.removeSubrange(e...)
    return !characters.isEmpty
  }

  private mutating func takeDigits(_ characters: [Unicode.Scalar]) -> Bool {
    for character in characters {
      switch character {
      case "0"..."9": digits.append(UInt8(character.value - 0x30))
      case ".", ",", "'", " ": marks.append((UInt8(character.value), digits.count))
      default: return false
      }
    }
    return !digits.isEmpty && (marks.last.map { $0.before < digits.count } ?? true)
  }

  /// The ASCII character that another form of it stands for.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xff01...0xff5e: Unicode.Scalar(scalar.value - 0xfee0)!
    case 0x2010...0x2015, 0x2212, 0xfe63: "-"
    case 0x00a0, 0x2007...0x200a, 0x202f, 0x3000, 0x09: " "
    case 0x2019, 0x02bc: "'"
    default: scalar
    }
  }
}
