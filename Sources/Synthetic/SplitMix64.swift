/// Random numbers that are the same on every machine.
///
/// Source: Steele, Lea and Flood (2014), OOPSLA, figure 17.
struct SplitMix64 {
  private var state: UInt64

  /// A stream of its own for each list of keys.
  init(_ keys: UInt64...) {
    state = 0
    for key in keys { state = SplitMix64.mixed(state &+ 0x9e37_79b9_7f4a_7c15 ^ key) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return SplitMix64.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension SplitMix64 {
  /// From 0 to below *n*; the bias for *n* below 2³² is under 2⁻³².
  mutating func below(_ n: Int) -> Int {
    precondition(n > 0, "no number is below \(n)")
    return Int(next().multipliedFullWidth(by: UInt64(n)).high)
  }

  mutating func from(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in ten thousand.
  mutating func happens(_ tenThousandths: Int) -> Bool { below(10_000) < tenThousandths }
}
