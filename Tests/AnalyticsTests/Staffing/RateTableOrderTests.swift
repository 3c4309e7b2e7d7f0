import Testing

@testable import Analytics

@Suite("The rates of a target")
struct RateTableOrderTests {
  private static let categories = [
    StaffCategory(code: "clerk", group: "staff", progression: nil, countsAsHead: true),
    StaffCategory(code: "driver", group: nil, progression: nil, countsAsHead: true),
  ]

  private func rates(_ seed: UInt64) throws -> [Rate] {
    var random = CheckRandom(seed: seed)
    var text = "subject,unit,category,kind,from,basis,value\n"
    var keys: Set<String> = []
    for value in 1...60 {
      func pick(_ words: [String]) -> String { words.randomElement(using: &random)! }
      let key =
        "\(pick(["1", "2"])),\(pick(["", "A", "B"])),\(pick(["*", "clerk", "driver", "staff"])),"
        + "\(pick(["", "personnel", "operating"])),20\(pick(["20", "21"]))-01"
      if keys.insert(key).inserted { text += "\(key),per_head_year,\(value)\n" }
    }
    return try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,1,1\n", "rates": text,
    ]).rates
  }

  /// A unit before all units, a category before its group before any, then the later date, then the
  /// later row.
  private func order(_ rate: Rate, _ row: Int, _ category: StaffCategory) -> [Int] {
    let narrowness = rate.category == category.code ? 2 : rate.category == nil ? 0 : 1
    return [rate.unit == nil ? 0 : 1, narrowness, rate.from.offset(in: FiscalYear(2020)), row]
  }

  @Test("are those that a look at each row finds, the more particular in front", arguments: 1...10)
  func all(seed: UInt64) throws {
    let rates = try rates(seed)
    let table = RateTable(rates)
    for subject in ["1", "2", "3"] {
      #expect(table.hasRates(of: subject) == rates.contains { $0.subject == subject })
      for unit in ["A", "B", "C"] {
        let own = rates.filter { $0.subject == subject && $0.unit == unit }
        #expect(table.names(unit, of: subject) == !own.isEmpty)
        for category in Self.categories {
          let plain = rates.enumerated().filter { _, rate in
            rate.subject == subject && (rate.unit ?? unit) == unit && rate.kind != .operating
              && [nil, category.code, category.group].contains(rate.category)
          }.sorted {
            order($1.element, $1.offset, category).lexicographicallyPrecedes(
              order($0.element, $0.offset, category))
          }
          let target = RateTable.Target(
            subject: subject, unit: unit, category: category, kind: .personnel)
          #expect(table.rates(for: target) == plain.map(\.element))
        }
      }
    }
  }
}
