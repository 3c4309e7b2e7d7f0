import Testing

@testable import Analytics

@Suite("Memos by what they are about")
struct MemoIndexTests {
  @Test("are the first that a look at each memo finds", arguments: [1, 2, 3])
  func first(seed: UInt64) throws {
    var random = CheckRandom(seed: seed)
    var keys: Set<[Int]> = []
    var memos = "year,unit,item,outturn,role\n"
    for _ in 0..<40 {
      let key = [2, 3, 4].map { Int.random(in: 0..<$0, using: &random) }
      guard keys.insert(key).inserted else { continue }
      let role = ["", "a", "a.b"].randomElement(using: &random)!
      memos += "\(2022 + key[0]),u\(key[1]),i\(key[2]),1,\(role)\n"
    }
    let all = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2022,u0,1,1\n", "memos": memos,
    ]).memos
    let index = MemoIndex(all)
    for year in [2022, 2023, 2024].map(FiscalYear.init) {
      for unit in ["u0", "u1", "u2", "u3"] {
        for name in ["i0", "i1", "i2", "i3", "a", "a.b"] {
          let own = all.filter { $0.year == year && $0.unit == unit }
          #expect(
            index.first(name, unit, year)?.place == own.first { $0.item == name }?.place)
          #expect(
            index.first(role: name, unit, year)?.place == own.first { $0.role == name }?.place)
          #expect(
            index.first(name, nil, year)?.place
              == all.first { $0.year == year && $0.item == name }?.place)
        }
      }
    }
  }
}
