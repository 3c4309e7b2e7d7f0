import Analytics
import Testing

@testable import Reports

/// Whatever the names and amounts, every text of a drawing can be read.
@Suite("A chart of anything")
struct ChartGeometryTests {
  static let seeds = Array(1...30 as ClosedRange<UInt64>)

  /// Names, amounts and counts from a seed.
  private struct Source {
    var random: Seeded

    mutating func name() -> Bilingual { Bilingual(zh: random.name(), en: random.name()) }

    mutating func numbers(_ count: Int) -> [PrintedNumber] {
      (0..<count).map { _ in PrintedNumber(mantissa: random.amount(), decimals: 2) }
    }

    /// Values in a unit that suits the largest of them.
    mutating func values(_ count: Int) -> (values: [ChartValue], style: AmountStyle) {
      let numbers = numbers(count)
      let style = AmountStyle(
        random.pick(AmountUnit.allCases), currency: random.pick([nil, "CNY"]),
        largest: numbers.map { abs($0.doubleValue) }.max() ?? 0)
      return (numbers.map { style($0) }, style)
    }
  }

  private func expectReadable(_ chart: some Chart, _ seed: UInt64) {
    for language in [nil, Language.chinese, .english] {
      let texts = chart.canvas(language).texts
      for text in texts {
        #expect(text.left >= -0.5 && text.right <= chart.width + 0.5, "\(seed): \(text)")
        #expect(text.top >= -0.5 && text.bottom <= chart.height + 0.5, "\(seed): \(text)")
      }
      for (place, text) in texts.enumerated() {
        for other in texts[(place + 1)...] where text.isShown(with: other) {
          #expect(!text.overlaps(other), "\(seed): \(text) over \(other)")
        }
      }
    }
  }

  @Test("has bars whose names and numbers stand clear of each other", arguments: seeds)
  func bars(seed: UInt64) {
    var source = Source(random: Seeded(seed))
    let series = source.random.below(4)
    let count = source.random.below(seed % 10 == 0 ? 300 : 12)
    let (values, style) = source.values(count * max(1, series))
    let groups = (0..<count).map { group in
      BarChart.Group(
        name: source.name(),
        values: (0..<max(1, series)).map {
          source.random.below(6) == 0 ? nil : values[group * max(1, series) + $0]
        })
    }
    expectReadable(
      BarChart(
        description: source.name(), series: (0..<series).map { _ in source.name() },
        groups: groups, unit: style.unit), seed)
  }

  @Test("has steps that stand clear of each other", arguments: seeds)
  func waterfall(seed: UInt64) {
    var source = Source(random: Seeded(seed))
    let (values, style) = source.values(1 + source.random.below(14))
    let steps = values.enumerated().map { place, value in
      WaterfallChart.Step(
        name: source.name(), kind: place == 0 || place == values.count - 1 ? .amount : .change,
        value: value)
    }
    expectReadable(
      WaterfallChart(description: source.name(), steps: steps, unit: style.unit), seed)
  }

  @Test("has shares whose list stands clear", arguments: seeds)
  func shares(seed: UInt64) {
    var source = Source(random: Seeded(seed))
    let numbers = source.numbers(source.random.below(24)).map {
      PrintedNumber(mantissa: abs($0.mantissa), decimals: 2)
    }
    let style = AmountStyle(
      .yuan, currency: nil, largest: numbers.map(\.doubleValue).max() ?? 0)
    let parts = numbers.map {
      ShareChart.Part(name: source.name(), value: style($0), share: "100.00%")
    }
    expectReadable(
      ShareChart(description: source.name(), parts: parts, unit: style.unit), seed)
  }

  /// A stage with up to sixty years, some missing, and up to three forecasts.
  private func fan(_ source: inout Source, _ style: AmountStyle, _ numbers: [PrintedNumber])
    -> FanSeries
  {
    let first = 1960 + source.random.below(60)
    let known = numbers.dropLast(numbers.count > 3 ? source.random.below(4) : 0)
    let ahead = numbers.dropFirst(known.count)
    return FanSeries(
      name: source.name(),
      points: known.enumerated().map { FanSeries.Point(year: first + $0, value: style($1)) },
      forecasts: ahead.enumerated().map { place, number in
        let value = style(number)
        let spread = abs(value.value)
        return FanSeries.Forecast(
          year: first + known.count + place, mean: value, low80: value.value - spread,
          high80: value.value + spread, low95: value.value - 2 * spread,
          high95: value.value + 2 * spread)
      })
  }

  private func fans(_ source: inout Source) -> (series: [FanSeries], unit: Bilingual) {
    let numbers = source.numbers(source.random.below(60))
    let style = AmountStyle(
      source.random.pick(AmountUnit.allCases), currency: nil,
      largest: numbers.map { abs($0.doubleValue) }.max() ?? 0)
    let series = (0..<(1 + source.random.below(3))).map { _ in fan(&source, style, numbers) }
    return (series, style.unit)
  }

  @Test("has years and ticks that stand clear, be there one point or sixty", arguments: seeds)
  func fanChart(seed: UInt64) {
    var source = Source(random: Seeded(seed))
    let (series, unit) = fans(&source)
    expectReadable(
      FanChart(description: source.name(), series: series, unit: unit), seed)
  }

  @Test("has panels that stand clear of each other", arguments: seeds)
  func multiples(seed: UInt64) {
    var source = Source(random: Seeded(seed))
    var unit = Bilingual(zh: "", en: "")
    let panels = (0..<source.random.below(14)).map { _ in
      let (series, own) = fans(&source)
      unit = own
      return SmallMultiples.Panel(name: source.name(), series: series)
    }
    expectReadable(
      SmallMultiples(
        description: source.name(), names: [source.name(), source.name()], panels: panels,
        unit: unit), seed)
  }

  @Test("is the same drawing every time")
  func deterministic() {
    var (once, again) = (Source(random: Seeded(7)), Source(random: Seeded(7)))
    let (a, b) = (fans(&once), fans(&again))
    func bytes(_ fans: (series: [FanSeries], unit: Bilingual)) -> [UInt8] {
      FanChart(description: fans.unit, series: fans.series, unit: fans.unit)
        .file(title: fans.unit, .english)
    }
    #expect(bytes(a) == bytes(b))
  }
}

extension Canvas.PlacedText {
  /// Texts in two languages are never seen together.
  fileprivate func isShown(with other: Canvas.PlacedText) -> Bool {
    language == nil || other.language == nil || language == other.language
  }

  fileprivate func overlaps(_ other: Canvas.PlacedText) -> Bool {
    left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 1
      && other.top < bottom - 1
  }
}
