import Analytics
import Testing

@testable import Reports

@Suite("A page")
struct PageTests {
  private func html(_ text: String = PageSample.small, and tables: [Table] = []) throws -> String {
    try PageSample.html(PageSample.contents(PageSample.dataset(text), and: tables))
  }

  @Test("says what happened in the numbers of the tables")
  func summary() throws {
    let page = try html()
    // 107.90 + 45.10 = 153.00 against 104.20 + 39.50 = 143.70: 9.30, 6.47 %; of 148.00: 103.38 %.
    #expect(page.contains("2023 年决算 153.00 货币单位，比上年增加 9.30 货币单位，增长 6.47%。"))
    #expect(page.contains("The outturn is 103.38 % of the budget (148.00)."))
    #expect(page.contains("fuel（+3.90 个百分点）、wages（+2.57 个百分点）"))
  }

  @Test("says that a unit is late, and how the whole grew without it: 10 to 5, and 4 to 5")
  func late() throws {
    let dataset = try PageSample.dataset(
      "year,unit,subject,outturn\n2022,A,x,4.00\n2022,B,x,6.00\n2023,A,x,5.00\n")
    let contents = PageSample.contents(dataset)
    let page = try PageSample.html(
      RunContents(
        dataset: dataset, nodes: contents.nodes, projection: nil,
        finalAccounts: FinalAccounts(dataset, contents.nodes), tables: contents.tables))
    #expect(page.contains("比上年下降 50.00%（不含迟报单位：增长 25.00%）"))
    #expect(page.contains("B尚未报送 2023 年决算，不在合计之内；两年都不含时，增长 25.00%。"))
    #expect(page.contains("The outturn of 2023 lacks B, whose accounts are late"))
  }

  @Test("calls the sum of a draft a draft, and sets the sum of references beside it")
  func draftAndReference() {
    let unit = Bilingual(zh: "万元", en: "10,000 CNY")
    let words = PageWording.forecast(
      .budget, 2024, "850.42", low: "650.00", high: "1,500.00", reference: "811.10", unit)
    #expect(
      words.zh == "2024 年年初预算草案 850.42 万元（80% 区间 650.00 至 1,500.00）；模型参考合计 811.10 万元。")
    #expect(words.en.contains("The draft budget of 2024 is 850.42"))
    #expect(words.en.hasSuffix("the model's references add up to 811.10 10,000 CNY."))
  }

  @Test("has one table row for the total, each unit, subject and line, which leads to its details")
  func nodes() throws {
    let page = try html()
    for node in 0..<7 {
      #expect(page.contains("href=\"#n\(node)\""))
      #expect(page.contains("<div id=\"n\(node)\""))
    }
    #expect(!page.contains("<div id=\"n7\""))
    #expect(page.contains(">police · wages</a>"))
  }

  @Test("runs its own script and style sheet and nothing else")
  func policy() throws {
    let page = try html()
    let script = PackageResources.page_js.count
    let style = (PackageResources.charts_css + PackageResources.page_css).count
    #expect(
      page.contains(
        "default-src &#39;none&#39;; style-src &#39;sha256-hash\(style)&#39;; "
          + "script-src &#39;sha256-hash\(script)&#39;; img-src data:"))
    #expect(page.components(of: "<script").count == 2)
    #expect(page.components(of: "<style").count == 2)
    for address in ["http:", "https:", "//", "url(h", "@import", "style=\"", "onclick"] {
      let body = page.components(of: "<script")[0].components(of: "</style>")[1]
      #expect(!body.contains(address), "\(address)")
    }
  }

  @Test("shows hostile names as text")
  func hostile() throws {
    let name = "<script>alert(1)</script>]]>&'"
    let page = try html(
      "year,unit,subject,outturn\n2022,\(name),a,1.00\n2023,\(name),a,2.00\n2023,\(name),b,3.00\n")
    #expect(page.components(of: "<script").count == 2)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;&amp;&#39;"))
    #expect(!page.contains(name))
  }

  @Test("is in the language of its dataset, and holds the words of both")
  func languages() throws {
    for language in Language.allCases {
      let dataset = try PageSample.dataset(PageSample.small, language)
      let page = try PageSample.html(PageSample.contents(dataset))
      #expect(page.contains("<html lang=\"\(language.rawValue)\""))
      #expect(page.contains("预算执行") && page.contains("Budget against outturn"))
    }
  }

  @Test("says at its head and its foot that synthetic data are synthetic")
  func synthetic() throws {
    var dataset = try PageSample.dataset(PageSample.small)
    #expect(!(try PageSample.html(PageSample.contents(dataset))).contains("合成数据"))
    dataset.isSynthetic = true
    let page = try PageSample.html(PageSample.contents(dataset))
    #expect(page.components(of: "合成数据：由程序生成").count == 3)
    let charts = Page(PageSample.contents(dataset)).charts(.chinese)
    #expect(!charts.isEmpty)
    for chart in charts {
      #expect(String(decoding: chart.svg, as: UTF8.self).contains("合成数据"), "\(chart.name)")
    }
  }

  @Test("stays under 3 MB, and names the files of the rest", arguments: [10, 30])
  func size(years: Int) throws {
    let text = PageSample.large(lines: 1_000, years: 1_990...(1_989 + years))
    let page = try html(text)
    #expect(page.utf8.count < 3_000_000, "\(page.utf8.count)")
    #expect(page.contains("其余各行见 comparison/execution.csv。"))
    // The largest amounts are the last ones; the smallest line is left out.
    #expect(page.contains("单位19 · 科目49"))
    #expect(!page.contains("单位0 · 科目0<"))
  }

  @Test("is the same every time")
  func deterministic() throws { #expect(try html() == html()) }

  @Test("has a section for what the run has tables of, and none for what it has not")
  func sections() throws {
    let ids = ["plan", "staffing", "scenarios", "accuracy"]
    let plain = try html()
    for id in ids { #expect(!plain.contains("<section id=\"\(id)\"")) }
    let full = try html(and: [
      PageSample.table(
        "forecast/draft", ["unit_name", "draft", "basis"],
        [[.text("police"), .number(cents(11_000)), .text("costing")]]),
      PageSample.table(
        "staffing/person_years", ["unit", "category", "year", "person_years"],
        [[.text("police"), .text("officer"), .integer(2023), .number(cents(975))]]),
      PageSample.table("scenarios/comparison", ["unit"], [[.text("police")]]),
      PageSample.table(
        "forecast/accuracy", ["level", "method"], [[.text("line"), .text("mixture")]]),
    ])
    for id in ids { #expect(full.contains("<section id=\"\(id)\""), "\(id)") }
    #expect(full.contains("测算") && full.contains(">110.00<") && full.contains(">9.75<"))
  }

  @Test("opens a line with the steps of its forecast and what the checks found")
  func details() throws {
    let page = try html(and: [
      PageSample.table(
        "forecast/explanations", ["stage", "year", "step", "amount"],
        [
          [.text("outturn"), .integer(2024), .text("own_trend"), .number(cents(370))],
          [.text("outturn"), .integer(2024), .text("rate"), .number(cents(0))],
        ], of: 1),  // the second line: parks, police
      PageSample.table(
        "findings", ["severity", "unit", "subject", "message"],
        [
          [.text("error"), .text("police"), .text("wages"), .text("off by one")],
          [.text("note"), .text("parks"), .text("fuel"), .text("elsewhere")],
        ]),
    ])
    let detail = page.components(of: "<b>police · wages</b>")[1].components(of: "</details>")[0]
    #expect(detail.contains("自身趋势") && detail.contains(">3.70<"))
    #expect(!detail.contains("标准"))  // a step that brings nothing is left out
    #expect(detail.contains("■ 错误") && detail.contains("off by one"))
    #expect(!detail.contains("elsewhere"))
  }

  @Test("opens a unit with what is found of it as a whole, and a subject with that of any unit")
  func findings() throws {
    let page = try html(and: [
      PageSample.table(
        "findings", ["severity", "unit", "subject", "message"],
        [
          [.text("error"), .text("police"), .blank, .text("as a whole")],
          [.text("error"), .text("police"), .text("wages"), .text("of one line")],
        ])
    ])
    func detail(_ name: String) -> String {
      page.components(of: "<b>\(name)</b>")[1].components(of: "</details>")[0]
    }
    #expect(detail("police").contains("as a whole") && !detail("police").contains("of one line"))
    #expect(detail("wages").contains("of one line") && !detail("wages").contains("as a whole"))
  }
}

extension String {
  /// The parts between occurrences of a text.
  func components(of separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
