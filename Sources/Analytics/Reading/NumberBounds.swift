/// Between which numbers a column's quantity can be: what lies beyond is a slip, and could make sums
/// that no integer holds.
struct NumberBounds: Equatable {
  let lowest: Int
  let highest: Int
  /// What the column's numbers are.
  private let noun: String

  private init(_ lowest: Int, _ highest: Int, _ noun: String) {
    self.lowest = lowest
    self.highest = highest
    self.noun = noun
  }

  /// People, vehicles, square metres.
  static let heads = NumberBounds(0, 1_000_000_000, "a number of heads")
  static let headChange = NumberBounds(-1_000_000_000, 1_000_000_000, "a change of heads")
  static let growth = NumberBounds(-100, 1_000, "a growth in per cent")
  static let progression = NumberBounds(-100, 100, "a progression in per cent a year")
  static let ratio = NumberBounds(0, 100, "a ratio such as 1.05")
  /// In the amount unit for each head, or in per cent.
  static let rate = NumberBounds(0, 1_000_000_000_000, "a rate")
  static let percentage = NumberBounds(0, 1_000, "a percentage")

  func hold(_ number: PrintedNumber) -> Bool {
    let one = Int128.powerOfTen(number.decimals)
    return (Int128(lowest) * one...Int128(highest) * one).contains(Int128(number.mantissa))
  }

  /// What is wrong with a number that they do not hold.
  var problem: String { "is not \(noun); write one from \(lowest) to \(highest)" }
}
