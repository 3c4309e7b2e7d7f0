import Analytics
import Testing

@testable import Reports

@Suite("The lines of a draft that a sheet has room for")
struct DraftChoiceTests {
  private struct Line {
    let unit: String
    let subject: String
    let amount: Int64
    /// Of its kinds, which come behind it.
    let kinds: [Int64]
  }

  private func table(_ lines: [Line]) -> Table {
    let rows = lines.flatMap { line -> [[Cell]] in
      let key: [Cell] = [.text(line.unit), .text(line.subject)]
      return [key + [.blank, .blank, .number(cents(line.amount))]]
        + line.kinds.enumerated().map { place, amount in
          key + [.text("kind \(place)"), .blank, .number(cents(amount))]
        }
    }
    return Table(
      name: "forecast/draft", title: Bilingual(zh: "草案", en: "Draft"),
      columns: DraftRows.key.map { SampleWorkbookRun.column($0, .text) }
        + [SampleWorkbookRun.column("reference", .amount)], key: [], rows: rows)
  }

  private func choice(_ lines: [Line], limit: Int) -> DraftChoice {
    DraftChoice(table(lines), figures: ["reference"], limit: limit)
  }

  @Test("are all of them where they have room, with the largest of their kinds")
  func kinds() {
    let lines = [
      Line(unit: "A", subject: "1", amount: 50, kinds: [20, 30]),
      Line(unit: "A", subject: "2", amount: -90, kinds: []),
    ]
    #expect(choice(lines, limit: 4).chosen.map(\.number) == [0, 1, 2, 3])
    let three = choice(lines, limit: 3)
    #expect(three.chosen.map(\.number) == [0, 2, 3])
    #expect(three.rests.isEmpty)
    #expect(choice(lines, limit: 1).chosen.map(\.number) == [3])
  }

  @Test("leave units without any of them one rest together, where they are many")
  func units() {
    let amounts: [(unit: String, amount: Int64)] = [("A", 50), ("A", 5), ("B", 20), ("C", -10)]
    let lines = amounts.map {
      Line(unit: $0.unit, subject: "\($0.amount)", amount: $0.amount, kinds: [])
    }
    let one = choice(lines, limit: 1)
    #expect(one.chosen.map(\.number) == [0])
    #expect(one.rests.keys.sorted() == ["A"])
    #expect(one.restOfUnits?.count == 2)
    #expect(one.restOfUnits?.sums == [.number(cents(10)), .number(cents(10))])
    let two = choice(lines, limit: 2)
    #expect(two.rests.keys.sorted() == ["A", "C"])
    #expect(two.restOfUnits == nil)
  }

  @Test("are the largest, and the others add up by unit", arguments: 1...4 as ClosedRange<UInt64>)
  func largest(seed: UInt64) {
    var random = Seeded(seed)
    // So many that what has no room is let go of more than once.
    let lines = (0..<4_000).map { number in
      Line(
        unit: "unit \(random.below(30))", subject: "\(number)",
        amount: Int64(random.below(2_001) - 1_000), kinds: random.below(3) == 0 ? [1] : [])
    }
    let choice = choice(lines, limit: 100)
    let order = lines.indices.sorted {
      (abs(lines[$1].amount), $0) < (abs(lines[$0].amount), $1)
    }
    let subjects = Set(choice.chosen.map { $0.row[1] })
    #expect(subjects == Set(order.prefix(100).map { .text(lines[$0].subject) }))
    #expect(choice.chosen.count == 100)
    var sums: [String: Int64] = [:]
    for place in order.dropFirst(100) { sums[lines[place].unit, default: 0] += lines[place].amount }
    #expect(choice.rests.mapValues { $0.sums[0] } == sums.mapValues { .number(cents($0)) })
    #expect(choice.rests.values.reduce(0) { $0 + $1.count } == 3_900)
  }
}
