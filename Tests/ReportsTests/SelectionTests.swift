import Analytics
import Testing

@testable import Reports

@Suite("A selection")
struct SelectionTests {
  private let trends = Table(
    name: "trends", title: Bilingual(zh: "", en: ""),
    columns: ["unit", "first_year", "last_year"].map { Column($0, .text, "", "", "") },
    key: ["unit"],
    rows: [
      [.text("A"), .integer(2015), .integer(2018)],
      [.text("B"), .integer(2018), .integer(2023)],
    ])

  private func years(_ years: Set<Int>) -> Selection {
    var selection = Selection()
    selection.years = years
    return selection
  }

  @Test(
    "by year takes rows of several years that have it among them",
    arguments: [
      ([2014], []), ([2015], ["A"]), ([2018], ["A", "B"]), ([2014, 2023], ["B"]), ([], ["A", "B"]),
    ] as [(Set<Int>, [String])])
  func spans(wanted: Set<Int>, units: [String]) {
    let rows = trends.selecting(years(wanted)).rows
    #expect(rows.map { $0[0] } == units.map { Cell.text($0) })
  }

  @Test("is at fault where no row can have what it asks")
  func fault() {
    #expect(years([2018]).fault(in: trends) { _, _ in true } == nil)
    var stages = Selection()
    stages.stages = [.budget]
    #expect(
      stages.fault(in: trends) { _, _ in true }
        == .noColumn("stage", selectable: ["unit", "year"]))
  }
}
