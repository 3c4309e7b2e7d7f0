import Analytics

/// Random numbers that are the same in every run.
///
/// Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators (SplitMix).
struct CheckRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func fraction() throws -> Rational {
    try Rational(
      Int128(Int.random(in: -99_999...99_999, using: &self)),
      over: Int128(Int.random(in: 1...9_999, using: &self)))
  }

  mutating func printedNumber() -> PrintedNumber {
    PrintedNumber(
      mantissa: Int64.random(in: -9_999...9_999, using: &self),
      decimals: Int.random(in: 0...3, using: &self))
  }

  /// A number between the bounds, both included.
  mutating func member(of interval: PrintedInterval) throws -> Rational {
    let part = try Rational(Int128(Int.random(in: 0...16, using: &self)), over: 16)
    return try interval.lower + part * (interval.upper - interval.lower)
  }
}

/// 884.83 as a printed number.
func printed(_ text: String) -> PrintedNumber {
  let parts = text.split(separator: ".")
  let decimals = parts.count == 2 ? parts[1].count : 0
  guard let mantissa = Int64(parts.joined()) else { preconditionFailure("\(text)") }
  return PrintedNumber(mantissa: mantissa, decimals: decimals)
}

/// 884.83 as a fraction.
func exact(_ text: String) -> Rational { Rational(printed(text)) }
