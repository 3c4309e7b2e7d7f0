/// How often an amount is the sum of others, of the times it could be.
struct SumTally {
  private(set) var came = 0
  private(set) var could = 0
  /// Of those sums, how many have two terms or more: an only part always equals its total.
  private var long = 0

  /// What the roundings of one printed number can make, twice.
  private let lastDigit: Int64

  init(_ dataset: Dataset) { lastDigit = dataset.lastDigit?.cents ?? 0 }

  /// - Parameter parts: Those that have an amount.
  mutating func note(_ total: Int64, _ parts: [Int64]) {
    guard total != 0, parts.contains(where: { $0 != 0 }) else { return }
    could += 1
    let gap = total - parts.reduce(0, +)
    guard abs(gap) * 2 <= lastDigit * Int64(parts.count + 1) else { return }
    came += 1
    if parts.count(where: { $0 != 0 }) > 1 { long += 1 }
  }

  /// Whether sums came out so often that it is no coincidence: seven times of ten.
  func isSum(fewestTimes: Int) -> Bool {
    long > 0 && came >= fewestTimes && came * 10 >= could * 7
  }
}
