import Testing

@testable import Analytics

/// A roster against one that is counted month by month.
@Suite("A roster of random years")
struct RosterPropertyTests {
  private struct Move {
    let year: Int
    let month: Int
    let delta: Int
  }

  /// One unit and category: closings that are given, and what moved.
  private struct Post {
    let name: (unit: String, category: String)
    var given: [Int: Int] = [:]
    var moves: [Move] = []

    /// Heads in each month of a year, from the heads before.
    func months(_ year: Int, from opening: Int) -> [Int] {
      (1...12).map { month in
        opening
          + moves.reduce(0) { $0 + ($1.year == year && $1.month <= month ? $1.delta : 0) }
      }
    }

    func net(_ year: Int) -> Int { moves.reduce(0) { $0 + ($1.year == year ? $1.delta : 0) } }
  }

  private static let years = 2015...2022

  private static func posts(_ random: inout CheckRandom) -> [Post] {
    var posts: [Post] = []
    for unit in ["B", "A", "Å"] {
      for category in ["clerk", "chief"] where Int.random(in: 0..<4, using: &random) > 0 {
        var post = Post(name: (unit, category))
        for year in years where Int.random(in: 0..<3, using: &random) > 0 {
          post.given[year] = Int.random(in: 20...29, using: &random)
        }
        for year in years where Int.random(in: 0..<2, using: &random) > 0 {
          for _ in 0...Int.random(in: 0..<2, using: &random) {
            post.moves.append(
              Move(
                year: year, month: Int.random(in: 1...12, using: &random),
                delta: Int.random(in: -3...3, using: &random)))
          }
        }
        posts.append(post)
      }
    }
    return posts
  }

  private static func roster(_ posts: [Post], _ random: inout CheckRandom) throws -> Roster {
    var headcount: [String] = []
    var movements: [String] = []
    for post in posts {
      let name = "\(post.name.unit),\(post.name.category)"
      headcount += post.given.keys.sorted().map { "\($0),\(name),\(post.given[$0]!)" }
      movements += post.moves.map { move in
        let month = move.month < 10 ? "0\(move.month)" : "\(move.month)"
        return "\(move.year)-\(month),\(name),\(move.delta)"
      }
    }
    headcount.shuffle(using: &random)
    movements.shuffle(using: &random)
    return Roster(
      try TestDataset.package([
        "accounts": "year,unit,subject,outturn\n2022,A,pay,1\n",
        "headcount": (["year,unit,category,in_post"] + headcount).joined(separator: "\n"),
        "movements": (["date,unit,category,delta"] + movements).joined(separator: "\n"),
      ]))
  }

  @Test("has the heads of every month, whatever the order of the rows", arguments: 1...8)
  func months(seed: UInt64) throws {
    var random = CheckRandom(seed: seed)
    let posts = Self.posts(&random)
    let roster = try Self.roster(posts, &random)
    for post in posts {
      let told = Set(post.given.keys).union(post.moves.map(\.year))
      guard let first = told.min(), let last = told.max() else { continue }
      let unit = try #require(roster.unit(post.name.unit))
      let category = try #require(roster.categories.place(post.name.category))
      let rows = roster.rows(unit, category)
      #expect(rows.map(\.year.number) == Array(first...last))
      for row in rows {
        let year = row.year.number
        let opening = Int(row.opening) / 1000
        #expect(row.isGiven == (post.given[year] != nil))
        #expect(Int(row.closing) == 1000 * (post.given[year] ?? opening + post.net(year)))
        #expect(row.closing - row.opening == Int64(1000 * post.net(year)))
        let months = post.months(year, from: opening).reduce(0, +)
        #expect(row.personYears == HeadYears(units: Int64(months) * 1_000_000))
        let before = roster.row(unit, category, FiscalYear(year - 1))
        let isChained = !row.isGiven || year == post.given.keys.min()
        if isChained, let before { #expect(row.opening == before.closing) }
      }
    }
  }
}
