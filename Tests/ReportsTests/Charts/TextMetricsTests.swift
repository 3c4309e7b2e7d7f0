import Analytics
import Testing

@testable import Reports

@Suite("Text in a chart")
struct TextMetricsTests {
  @Test("is cut with an ellipsis to what fits, and left alone where it fits")
  func fitted() {
    let style = TextStyle.label
    #expect(style.fitted("决算", to: 40) == "决算")
    #expect(style.fitted("机关事业单位基本养老保险缴费支出", to: 60) == "机关事…")
    #expect(style.fitted("", to: 0) == "")
  }

  @Test("takes two lines before it is cut, at a space or anywhere in Chinese")
  func wrapped() {
    let style = TextStyle.label
    #expect(style.wrapped("机关事业单位基本养老", to: 70, lines: 2) == ["机关事业单", "位基本养老"])
    #expect(
      style.wrapped("road maintenance", to: 100, lines: 2) == ["road", "maintenance"])
    #expect(style.wrapped("决算", to: 70, lines: 2) == ["决算"])
    #expect(style.wrapped("年预算（草案）", to: 84, lines: 2) == ["年预算（草", "案）"])
    #expect(style.wrapped("机关事业单位基本养老保险", to: 70, lines: 2).last == "位基本养…")
  }

  @Test("is never wider than its room, on any line", arguments: 1...60 as ClosedRange<UInt64>)
  func property(seed: UInt64) {
    var random = Seeded(seed)
    let text = random.name()
    let room = Double(30 + random.below(300))
    for style in [TextStyle.label, .small, .strong] {
      let lines = style.wrapped(text, to: room, lines: 1 + random.below(3))
      for line in lines { #expect(style.width(of: line) <= room + 1e-9, "\(line)") }
      guard let last = lines.last, last.last != "…" else { continue }
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}

@Suite("An axis")
struct LinearScaleTests {
  @Test("has round ticks around its values")
  func ticks() {
    let scale = LinearScale([471.08, 525.40], includesZero: true, from: 0, to: 600, steps: 5)
    #expect(scale.ticks == [0, 200, 400, 600])
    #expect(scale(300) == 300)
    #expect(scale.decimals == 0)
  }

  @Test("has room for negative amounts, for nothing but zero, and for a single value")
  func ends() {
    let negative = LinearScale([-35.5, 20], includesZero: true, from: 0, to: 100, steps: 5)
    #expect(negative.ticks == [-40, -20, 0, 20])
    let zero = LinearScale([0, 0], includesZero: true, from: 0, to: 100, steps: 5)
    #expect(zero.low == 0 && zero.high > 0)
    let none = LinearScale([], includesZero: false, from: 0, to: 100, steps: 5)
    #expect(none.ticks.count >= 2)
    let single = LinearScale([884.83], includesZero: false, from: 0, to: 100, steps: 5)
    #expect(single.low <= 884.83 && single.high >= 884.83)
  }

  @Test("prints ticks that differ", arguments: [0.004, 0.25, 3, 999, 123_456_789])
  func decimals(value: Double) {
    let scale = LinearScale([value], includesZero: true, from: 0, to: 100, steps: 5)
    let labels = scale.ticks.map { PrintedTick.text($0, decimals: scale.decimals) }
    #expect(Set(labels).count == labels.count, "\(labels)")
    #expect(labels.first == PrintedTick.text(0, decimals: scale.decimals))
  }
}

@Suite("An amount in a chart")
struct AmountStyleTests {
  private func style(_ largest: Double) -> AmountStyle {
    AmountStyle(.yuan, currency: "CNY", largest: largest)
  }

  @Test("is in the unit in which the largest has few digits")
  func units() {
    #expect(style(9_999).unit.zh == "元")
    #expect(style(168_563_837.71).unit.zh == "万元")
    #expect(style(168_563_837.71).label(cents(16_856_383_771)) == "16,856")
    #expect(style(5e12).unit.en == "100 million yuan")
    let thousand = AmountStyle(.thousand, currency: "EUR", largest: 2e6)
    #expect(thousand.unit == Bilingual(zh: "百万EUR", en: "million EUR"))
    #expect(AmountStyle(.tenThousandYuan, currency: nil, largest: 884.83).shift == 0)
  }

  @Test("keeps three to five digits and rounds half away from zero")
  func labels() {
    let plain = AmountStyle(.tenThousandYuan, currency: nil, largest: 100)
    #expect(plain.label(cents(88_483)) == "884.83")
    #expect(plain.label(cents(120_585)) == "1,205.9")
    #expect(plain.label(cents(-120_585)) == "-1,205.9")
    #expect(plain.label(cents(1_685_650)) == "16,857")
    #expect(plain.label(PrintedNumber(17)) == "17")
  }

  @Test(
    "groups digits by three",
    arguments: [
      (0, "0.00"), (-5, "-0.05"), (99_999, "999.99"), (100_000, "1,000.00"),
      (-123_456_789, "-1,234,567.89"), (.max, "92,233,720,368,547,758.07"),
    ] as [(Int64, String)])
  func grouped(mantissa: Int64, text: String) { #expect(cents(mantissa).grouped == text) }
}
