/// A way in which people write one number for another.
enum SlipPattern: Hashable, Sendable {
  case wrongSign
  /// Too large by a factor of so many tens; too small where negative.
  case powerOfTen(Int)
  case swappedDigits
  case droppedDigit
  case addedDigit
  /// What stands in a cell beside it, above it, or in the year before.
  case copied(from: Quantity)
  /// The numbers of several rows stand one row too high or too low.
  case rowShift

  /// The slip that makes `printed` of a number in the range, and that number.
  ///
  /// Numbers are without their decimal point. Where several would do, the first of: sign, power
  /// of ten, swapped digits, dropped digit, added digit; of one kind, the nearest to `likely`.
  static func match(
    printed: Int64, range: ClosedRange<Int64>, likely: Int64
  ) -> (pattern: SlipPattern, mended: Int64)? {
    guard printed != 0 else { return nil }
    if range.contains(-printed) { return (.wrongSign, -printed) }
    if let match = powerOfTen(printed, range) { return match }
    let sign: Int64 = printed < 0 ? -1 : 1
    let digits = Array(String(printed.magnitude).utf8)
    let kinds: [(SlipPattern, [[UInt8]])] = [
      (.swappedDigits, swapped(digits)), (.droppedDigit, inserted(digits)),
      (.addedDigit, removed(digits)),
    ]
    for (pattern, variants) in kinds {
      let values = variants.compactMap { Int64(String(decoding: $0, as: UTF8.self)) }
        .map { $0 * sign }.filter { $0 != printed && range.contains($0) }
      if let nearest = values.min(by: { distance($0, likely) < distance($1, likely) }) {
        return (pattern, nearest)
      }
    }
    return nil
  }

  private static func distance(_ a: Int64, _ b: Int64) -> UInt64 {
    a > b ? UInt64(a - b) : UInt64(b - a)
  }

  private static func powerOfTen(
    _ printed: Int64, _ range: ClosedRange<Int64>
  ) -> (pattern: SlipPattern, mended: Int64)? {
    var scale: Int64 = 1
    for exponent in 1...4 {
      scale *= 10
      if printed % scale == 0, range.contains(printed / scale) {
        return (.powerOfTen(exponent), printed / scale)
      }
      let (larger, overflow) = printed.multipliedReportingOverflow(by: scale)
      if !overflow, range.contains(larger) { return (.powerOfTen(-exponent), larger) }
    }
    return nil
  }

  /// Two digits that stand side by side exchanged.
  private static func swapped(_ digits: [UInt8]) -> [[UInt8]] {
    digits.indices.dropLast().map { place in
      var variant = digits
      variant.swapAt(place, place + 1)
      return variant
    }
  }

  /// One digit more, of up to seventeen.
  private static func inserted(_ digits: [UInt8]) -> [[UInt8]] {
    guard digits.count < 17 else { return [] }
    return (0...digits.count).flatMap { place in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).map { digit in
        digits[..<place] + [digit] + digits[place...]
      }
    }
  }

  private static func removed(_ digits: [UInt8]) -> [[UInt8]] {
    guard digits.count > 1 else { return [] }
    return digits.indices.map { place in
      Array(digits[..<place] + digits[(place + 1)...])
    }
  }
}
