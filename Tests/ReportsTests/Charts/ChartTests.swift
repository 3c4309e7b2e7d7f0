import Analytics
import Testing

@testable import Reports

@Suite("Charts")
struct ChartTests {
  private func value(_ mantissa: Int64) -> ChartValue { AmountStyle.plain(cents(mantissa)) }

  private func svg(_ chart: some Chart, _ language: Language? = .english) -> String {
    String(decoding: chart.canvas(language).markup.bytes, as: UTF8.self)
  }

  /// The values of an attribute, in order.
  private func attribute(_ name: String, of tag: String, in svg: String) -> [String] {
    svg.split(separator: "<").filter { $0.hasPrefix("\(tag) ") }.compactMap { element in
      element.split(separator: " \(name)=\"", maxSplits: 1).dropFirst().first.map {
        String($0.prefix { $0 != "\"" })
      }
    }
  }

  @Test("A bar is as long as its value")
  func lengths() {
    let chart = BarChart(
      description: Bilingual(both: ""), series: [],
      groups: [100, 200, -100, 0].map {
        BarChart.Group(name: Bilingual(both: "a"), values: [value($0)])
      }, unit: Bilingual(both: ""))
    let widths = attribute("width", of: "rect", in: svg(chart)).compactMap(Double.init)
    #expect(widths.count == 4)
    #expect(abs(widths[1] - 2 * widths[0]) <= 0.2)
    #expect(widths[2] == widths[0])
    #expect(widths[3] == 0.8)  // a zero is seen, a missing value is not
  }

  @Test("A missing value has neither bar nor number")
  func missing() {
    let chart = BarChart(
      description: Bilingual(both: ""), series: [],
      groups: [BarChart.Group(name: Bilingual(both: "a"), values: [nil])],
      unit: Bilingual(both: ""))
    #expect(attribute("width", of: "rect", in: svg(chart)).isEmpty)
    #expect(chart.canvas(.english).texts.map(\.text) == ["0", "1", "a"])
  }

  @Test("A waterfall ends where its steps lead: 791.85 + 68.88 + 24.10 = 884.83")
  func waterfall() {
    func step(_ kind: WaterfallChart.Kind, _ mantissa: Int64) -> WaterfallChart.Step {
      WaterfallChart.Step(name: Bilingual(both: ""), kind: kind, value: value(mantissa))
    }
    let chart = WaterfallChart(
      description: Bilingual(both: ""),
      steps: [
        step(.amount, 79_185), step(.change, 6_888), step(.change, 2_410), step(.amount, 88_483),
      ], unit: Bilingual(both: ""))
    let drawing = svg(chart)
    let starts = attribute("x", of: "rect", in: drawing).compactMap(Double.init)
    let widths = attribute("width", of: "rect", in: drawing).compactMap(Double.init)
    #expect(abs(starts[1] - (starts[0] + widths[0])) <= 0.2)
    #expect(abs(starts[2] + widths[2] - (starts[3] + widths[3])) <= 0.3)
    #expect(chart.canvas(nil).texts.map(\.text).contains("+68.88"))
  }

  @Test("A waterfall of small changes begins above zero, says so and tears its amounts")
  func tornWaterfall() {
    func chart(_ change: Int64) -> WaterfallChart {
      let steps: [(WaterfallChart.Kind, Int64)] = [
        (.amount, 1_677_000), (.change, -70_625), (.change, change),
        (.amount, 1_677_000 - 70_625 + change),
      ]
      return WaterfallChart(
        description: Bilingual(both: ""),
        steps: steps.map { kind, mantissa in
          WaterfallChart.Step(name: Bilingual(both: ""), kind: kind, value: value(mantissa))
        }, unit: Bilingual(zh: "万元", en: "10 000 yuan"))
    }
    func tears(_ chart: WaterfallChart) -> Int {
      attribute("class", of: "line", in: svg(chart)).count { $0 == "tear" }
    }
    let (small, large) = (chart(48_197), chart(-1_500_000))
    #expect(tears(small) == 4 && tears(large) == 0)
    #expect(small.canvas(.chinese).texts.map(\.text).contains("万元，轴不从零起"))
    let widths = attribute("width", of: "rect", in: svg(small)).compactMap(Double.init)
    #expect(widths[1] > widths[0] / 4)
    #expect(abs(widths[1] / widths[2] - 70_625 / 48_197) < 0.02)
  }

  @Test("Series differ in pattern and shape, and not in colour alone")
  func patterns() {
    let names = (0..<3).map { Bilingual(both: "s\($0)") }
    let chart = BarChart(
      description: Bilingual(both: ""), series: names,
      groups: [
        BarChart.Group(name: Bilingual(both: "a"), values: [value(1), value(2), value(3)])
      ], unit: Bilingual(both: ""))
    let classes = attribute("class", of: "rect", in: svg(chart))
    #expect(Set(classes).count == 3)
    var defs = Markup(language: nil)
    ChartStyle.patterns(&defs)
    let drawings = attribute("d", of: "path", in: String(decoding: defs.bytes, as: UTF8.self))
    #expect(drawings.count == Set(drawings).count)
    #expect(drawings.count == ChartStyle.fills - 2)  // one plain dark, one plain light
  }

  @Test("A file of its own has a title, a description and its style")
  func file() {
    let chart = ShareChart(
      description: Bilingual(zh: "说明", en: "About <it>"),
      parts: [ShareChart.Part(name: Bilingual(both: "a & b"), value: value(100), share: "100.00%")],
      unit: Bilingual(both: "万元"))
    let title = Bilingual(zh: "结构", en: "Structure")
    let text = String(decoding: chart.file(title: title, .english), as: UTF8.self)
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(text.contains("role=\"img\" aria-labelledby=\"title description\" lang=\"en\""))
    #expect(text.contains("<title id=\"title\">Structure</title>"))
    #expect(text.contains("<desc id=\"description\">About &lt;it&gt;</desc>"))
    #expect(text.contains("a &amp; b") && text.contains("<pattern id=\"fill7\""))
    #expect(!text.contains("结构"))
  }

  @Test("In a page both languages stand side by side, in one language only that one")
  func languages() {
    let chart = WaterfallChart(
      description: Bilingual(both: ""),
      steps: [
        WaterfallChart.Step(
          name: Bilingual(zh: "决算", en: "Outturn"), kind: .amount, value: value(1))
      ], unit: Bilingual(both: ""))
    #expect(svg(chart, nil).contains(">决算<") && svg(chart, nil).contains(">Outturn<"))
    #expect(!svg(chart, .english).contains("决算"))
  }
}
