import Foundation
import Testing

/// Part 2 of the founding report, sections 一 to 十, against the narrative that its dataset gives.
@Suite("The founding report's narrative")
struct FoundingNarrativeTests {
  @Test("says it in its section", arguments: NarrativeClaim.all)
  func says(_ claim: NarrativeClaim) throws {
    let section = try FoundingNarrative().section(claim.section)
    #expect(section.contains(claim.sentence))
  }

  @Test("leaves out no figure of Part 2, and gives each its number")
  func complete() throws {
    let figures = try StrictCSV(
      String(contentsOf: FoundingReport.dataset.appending(path: "figures.csv"), encoding: .utf8)
    ).rows.filter { $0["source"]!.hasPrefix("第二部分") }
    let claims = Dictionary(
      NarrativeClaim.all.flatMap { claim in claim.figures.map { ($0, claim) } }
    ) { first, _ in first }
    #expect(figures.count > 190)
    #expect(Set(figures.map { $0["figure"]! }) == Set(claims.keys))
    for figure in figures where figure["figure"] != "因公出国境费完成预算" {
      let name = figure["figure"]!
      let claim = try #require(claims[name])
      let section = figure["source"]!.dropFirst("第二部分 ".count).prefix(1)
      #expect(claim.section == section, "\(name)")
      let number = try #require(Decimal(string: figure["printed"]!))
      #expect(claim.numbers.contains(number), "\(name): \(number) in \(claim.sentence)")
    }
  }

  @Test("always names the budget that was executed")
  func budgets() throws {
    let text = try FoundingNarrative().text
    #expect(text.contains("部分数据因四舍五入存在尾差"))
    #expect(!text.contains("完成预算"))
    for part in text.components(separatedBy: "完成").dropFirst() {
      let isNamed = ["年初预算的", "全年预算的", "率", "了市委"].contains { part.hasPrefix($0) }
      #expect(isNamed, "完成\(part.prefix(12))")
    }
  }

  @Test("gives every reason of adjustments that has one")
  func reasons() throws {
    let text = try FoundingNarrative().text
    let rows = try StrictCSV(
      String(
        contentsOf: FoundingReport.dataset.appending(path: "adjustments.csv"), encoding: .utf8)
    ).rows.filter { $0["against"] != "level" || $0["item"] != "" }
    #expect(rows.count > 30)
    for row in rows { #expect(text.contains(row["reason"]!), "\(row["reason"]!)") }
  }

  @Test("says the same numbers in English")
  func english() throws {
    let english = try FoundingNarrative(language: "en")
    let chinese = try FoundingNarrative()
    #expect(english.sections.count == chinese.sections.count)
    #expect(english.text.contains("each increased by 92.98, or 11.74%"))
    #expect(english.text.contains("115.01% of the initial budget, 100.00% of the revised budget"))
    #expect(english.text.contains("the revised budget is 0, so no rate is given"))
    let numbers = /[0-9][0-9,]*(\.[0-9]+)?%?/
    func count(_ text: String) -> [String: Int] {
      Dictionary(text.matches(of: numbers).map { (String($0.0), 1) }, uniquingKeysWith: +)
    }
    let (a, b) = (count(english.text), count(chinese.text))
    for (number, times) in b where number.contains(".") { #expect(a[number] == times, "\(number)") }
  }
}
