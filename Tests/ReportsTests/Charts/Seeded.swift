/// Random values that are the same in every run (Knuth 1998, volume 2, section 3.3.4, MMIX).
struct Seeded {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// From 0 to `count` − 1.
  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A name of Chinese, Latin and mixed parts, from nothing to far too long.
  mutating func name() -> String {
    let parts = ["一般公共服务支出", "W", "iii", "Road maintenance ", "（本级）", "2080505 ", "é", "👨‍👩‍👧", "-"]
    return (0..<below(9)).map { _ in pick(parts) }.joined()
  }

  /// An amount of any size and either sign, often zero.
  mutating func amount() -> Int64 {
    guard below(5) > 0 else { return 0 }
    let size = (0..<below(12)).reduce(1 as Int64) { power, _ in power * 10 }
    return Int64(below(2_000_001) - 1_000_000) * size / 1_000
  }
}
