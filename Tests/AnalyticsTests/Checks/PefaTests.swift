import Testing

@testable import Analytics

/// Source of the bounds: PEFA (2016), Framework for assessing public financial management, PI-1
/// and PI-2.
@Suite("PEFA")
struct PefaTests {
  private func pefa(_ rows: String, _ tables: [String: String] = [:]) throws -> [Pefa.Row] {
    var all = tables
    all["accounts"] = "year,unit,subject,budget,outturn\n" + rows
    let dataset = try TestDataset.package(all)
    return Pefa(dataset, NodeTable(Panel(dataset))).rows
  }

  @Test("adjusts each budget by what was spent in all, and adds up what is off")
  func variance() throws {
    // k = 120 / 100; 1 is 66 of 60, 2 is 54 of 48 + 6: |66 − 72| + |54 − 48| = 12 of 120.
    let row = try #require(
      try pefa("2023,A,1,60,66\n2023,A,2,40,54\n").first { $0.indicator == "PI-2.1 class" })
    #expect(row.value == printed("10.00"))
    #expect(row.score == nil)
  }

  @Test("says nothing of a head whose share of the outturn no ledger holds")
  func nearlyNothing() throws {
    let rows = "2023,A,1,50000000.00,90\n2023,A,2,-49999999.99,10\n"
    let dataset = try TestDataset.package(["accounts": "year,unit,subject,budget,outturn\n" + rows])
    let heads = Pefa(dataset, NodeTable(Panel(dataset))).heads
    #expect(!heads.isEmpty)
    let large = "2023,A,1,5000000000.00,900000000\n2023,A,2,-4999999999.99,1\n"
    let beyond = try TestDataset.package([
      "accounts": "year,unit,subject,budget,outturn\n" + large
    ])
    let found = Pefa(beyond, NodeTable(Panel(beyond))).heads.filter { $0.head == "1" }
    #expect(!found.isEmpty && found.allSatisfy { $0.adjusted == nil })
  }

  @Test("scores the outturn by the second best of three years")
  func outturn() throws {
    let rows = try pefa("2021,A,1,100,104\n2022,A,1,100,120\n2023,A,1,100,95\n")
    let pi1 = rows.filter { $0.indicator == "PI-1.1" }
    #expect(pi1.map(\.value) == ["104.00", "120.00", "95.00"].map(printed))
    #expect(pi1.map(\.score) == [nil, nil, "A"])
  }

  @Test(
    "gives the bounds of each score to the better side alone",
    arguments: [(4, PefaScore.a), (5, .b), (9, .b), (10, .c), (14, .c), (15, .d)])
  func bounds(_ percent: Int, _ score: PefaScore) {
    let year = PefaFraction(dividend: UInt128(percent), divisor: 100)
    #expect(PefaScore.composition([year, year, PefaFraction(dividend: 9, divisor: 10)]) == score)
  }

  @Test("leaves contingency and interest out of PI-2.1, and scores contingency by its average")
  func contingency() throws {
    let years = (2021...2023).map { year in
      "\(year),A,1,60,60\n\(year),A,2,30,30\n\(year),A,9,10,5\n\(year),A,8,5,40\n"
    }.joined()
    let rows = try pefa(
      years,
      ["subjects": "code,name,role\n1,a,\n2,b,\n9,reserve,contingency\n8,interest,interest\n"])
    #expect(
      rows.filter { $0.indicator == "PI-2.1 class" }.allSatisfy { $0.value == printed("0.00") })
    // 5 of 105 is 4.76 %: above 3, below 6.
    let pi23 = try #require(rows.last { $0.indicator == "PI-2.3" })
    #expect(pi23.value == printed("4.76") && pi23.score == "B")
  }

  @Test("combines by the weakest link, with a plus where another is better")
  func weakest() {
    #expect(PefaScore.weakestLink([.a, .c, .b]) == "C+")
    #expect(PefaScore.weakestLink([.b, .b, .b]) == "B")
  }

  @Test("puts the smallest of more than twenty units into one head")
  func largest() {
    let heads = (1...30).map { PefaHeads.Head(code: "\($0)", budget: Int64($0), outturn: 1) }
    let largest = PefaHeads(heads: heads).largest()
    // 30 + 29 + … + 11 = 410 of 465 is more than three quarters after twenty heads.
    #expect(largest.heads.count == 21)
    #expect(largest.heads.last == PefaHeads.Head(code: "other (10)", budget: 55, outturn: 10))
    #expect(largest.outturn == 30)
  }
}
