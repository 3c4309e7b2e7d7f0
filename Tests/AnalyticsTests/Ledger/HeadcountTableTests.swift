import Testing

@testable import Analytics

@Suite("The rows of headcount")
struct HeadcountTableTests {
  private static let units = ["A", "B", "C", "D"]

  private func table(_ seed: UInt64) throws -> HeadcountTable {
    var random = CheckRandom(seed: seed)
    var text = "year,unit,category,establishment,in_post\n"
    for year in 2020...2023 {
      for unit in Self.units.shuffled(using: &random) where Bool.random(using: &random) {
        text += "\(year),\(unit),clerk,9,\(Int.random(in: 1...9, using: &random))\n"
      }
    }
    return try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,1,1\n", "headcount": text,
    ]).headcount
  }

  @Test("of a unit are those that a look at each row finds", arguments: 1...10)
  func byUnit(seed: UInt64) throws {
    let table = try table(seed)
    for unit in Self.units {
      let plain = table.indices.filter { table[$0].unit == unit }
      #expect((table.rowsByUnit[unit] ?? []) == plain)
    }
  }

  @Test("go to the unit that each is moved to, and stay as they are otherwise", arguments: 1...10)
  func moving(seed: UInt64) throws {
    let table = try table(seed)
    func successor(_ unit: String, _ year: FiscalYear) -> String? {
      unit == "A" ? (year.number < 2022 ? "B" : "new") : nil
    }
    let moved = table.moving(successor)
    #expect(moved.count == table.count)
    for (before, after) in zip(table, moved) {
      #expect(after.unit == (successor(before.unit, before.year) ?? before.unit))
      #expect(after.year == before.year && after.category == before.category)
      #expect(after.inPost == before.inPost && after.place == before.place)
    }
  }
}
