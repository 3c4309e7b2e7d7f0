/// What the sources say of each unit and category, year by year, before it is told as a roster.
struct RosterPosts {
  private struct Key: Hashable {
    let unit: Int32
    let category: Int
  }

  private struct Post {
    var given: [FiscalYear: Headcount] = [:]
    var changes: [HeadChange] = []
  }

  private let categories: StaffCategories
  private var units = CodeTable()
  private var numbers: [Key: Int] = [:]
  private var keys: [Key] = []
  private var posts: [Post] = []

  init(_ categories: StaffCategories) { self.categories = categories }

  mutating func add(_ row: Headcount) {
    let number = post(row.unit, row.category)
    posts[number].given[row.year] = row
  }

  mutating func add(_ change: HeadChange) {
    let number = post(change.unit, change.category)
    posts[number].changes.append(change)
  }

  private mutating func post(_ unit: String, _ category: String) -> Int {
    let key = Key(unit: units.intern(unit), category: categories.place(category)!)
    if let number = numbers[key] { return number }
    numbers[key] = posts.count
    keys.append(key)
    posts.append(Post())
    return posts.count - 1
  }

  /// - Parameter retired: The category that a unit has only where its headcount is given.
  /// - Returns: The units' codes in order, and a row per unit, category and year.
  func rows(through last: FiscalYear?, retired: Int?) -> ([String], [Roster.Row]) {
    let order = (0..<Int32(units.count)).sorted { units.precedes($0, $1) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, unit) in order.enumerated() { ranks[Int(unit)] = rank }
    let sorted = keys.indices.sorted {
      (ranks[Int(keys[$0].unit)], keys[$0].category)
        < (ranks[Int(keys[$1].unit)], keys[$1].category)
    }
    var rows: [Roster.Row] = []
    for number in sorted {
      let (key, post) = (keys[number], posts[number])
      if key.category == retired && post.given.isEmpty { continue }
      rows += RosterPosts.rows(post, ranks[Int(key.unit)], key.category, through: last)
    }
    return (order.map(units.text), rows)
  }

  private static func rows(
    _ post: Post, _ unit: Int, _ category: Int, through last: FiscalYear?
  ) -> [Roster.Row] {
    let closings = post.given.filter { $0.value.inPost != nil }.keys
    let years = closings + post.changes.map(\.year)
    guard let first = years.min(), var end = years.max() else { return [] }
    if let last { end = max(end, last) }
    let byYear = Dictionary(grouping: post.changes, by: \.year)
    var heads = opening(post, first, byYear)
    var posts = Posts()
    var rows: [Roster.Row] = []
    for number in first.number...end.number {
      let year = FiscalYear(number)
      var row = Roster.Row(unit: unit, category: category, year: year)
      let changes = byYear[year] ?? []
      row.move(changes, from: heads, given: post.given[year]?.inPost?.thousandths)
      posts.take(post.given[year], changes)
      row.establishment = posts.establishment
      row.vacancy = posts.vacancy(closing: row.closing)
      heads = row.closing
      rows.append(row)
    }
    return rows
  }

  /// Heads before the first year: the first closing that is given less all that moved up to it, or
  /// none for a unit that opens.
  private static func opening(
    _ post: Post, _ first: FiscalYear, _ byYear: [FiscalYear: [HeadChange]]
  ) -> Int64 {
    guard let given = post.given.keys.filter({ post.given[$0]!.inPost != nil }).min() else {
      return 0
    }
    return (first.number...given.number).reduce(post.given[given]!.inPost!.thousandths) {
      heads, number in heads - (byYear[FiscalYear(number)] ?? []).reduce(0) { $0 + $1.delta }
    }
  }

  /// Posts and the heads on them.
  private struct Posts {
    private(set) var establishment: Int64?
    private var onEstablishment: Int64?

    mutating func take(_ given: Headcount?, _ changes: [HeadChange]) {
      if let posts = given?.establishment { establishment = posts.thousandths }
      if let heads = given?.onEstablishment {
        onEstablishment = heads.thousandths
      } else if given?.inPost != nil {
        onEstablishment = nil
      } else {
        let moved = changes.reduce(0) { $0 + ($1.movesPost ? $1.delta : 0) }
        onEstablishment = onEstablishment.map { $0 + moved }
      }
    }

    /// People who are paid off the establishment fill no post.
    func vacancy(closing: Int64) -> Int64? {
      establishment.map { $0 - (onEstablishment ?? closing) }
    }
  }
}

extension Roster.Row {
  /// Takes a year's changes, from the heads before or to those that are given at its end.
  fileprivate mutating func move(_ changes: [HeadChange], from heads: Int64, given: Int64?) {
    let net = changes.reduce(0) { $0 + $1.delta }
    joiners = changes.reduce(0) { $0 + max(0, $1.delta) }
    leavers = changes.reduce(0) { $0 + max(0, -$1.delta) }
    isGiven = given != nil
    closing = given ?? heads + net
    opening = closing - net
    let missed = changes.reduce(0) { $0 + $1.delta * $1.monthsBefore }
    personYears = HeadYears(units: closing * 12_000 - missed)
    december = closing - changes.reduce(0) { $0 + ($1.monthsBefore >= 12_000 ? $1.delta : 0) }
  }
}
