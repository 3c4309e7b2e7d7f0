/// What the sources say of each unit and category, year by year, before it is told as a roster.
///
/// Columns of entries, the rows of `headcount` first and then what movements change; entries of one
/// unit and category are a post.
struct RosterPosts {
  private let categories: StaffCategories
  private let headcount: HeadcountTable
  private var changes: [HeadChange] = []
  private var unitCodes: CodeTable
  /// By entry.
  private var units: [Int32]
  private var places: [Int32]
  private var years: [Int32]

  init(_ headcount: HeadcountTable, _ categories: StaffCategories) {
    self.headcount = headcount
    self.categories = categories
    var codes = CodeTable()
    let numbers = headcount.units.values.map { codes.intern($0) }
    unitCodes = codes
    let categoryPlaces = headcount.categories.values.map { Int32(categories.place($0)!) }
    units = headcount.units.codes.map { numbers[Int($0)] }
    places = headcount.categories.codes.map { categoryPlaces[Int($0)] }
    years = headcount.indices.map { Int32(headcount.years[$0]!.number) }
  }

  mutating func add(_ movement: Movement, retiredCategory: String?) {
    let change = HeadChange(movement)
    add(change, movement.unit, movement.category)
    if let other = movement.destination(retiredCategory: retiredCategory) {
      add(change.otherSide, other.unit, other.category)
    }
  }

  private mutating func add(_ change: HeadChange, _ unit: String, _ category: String) {
    changes.append(change)
    units.append(unitCodes.intern(unit))
    places.append(Int32(categories.place(category)!))
    years.append(Int32(change.year.number))
  }

  // MARK: Rows

  /// - Parameter retired: The category that a unit has only where its headcount is given.
  /// - Returns: The units' codes in order, and a row per unit, category and year.
  func rows(through last: FiscalYear?, retired: Int?) -> ([String], [Roster.Row]) {
    let order = (0..<Int32(unitCodes.count)).sorted { unitCodes.precedes($0, $1) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, unit) in order.enumerated() { ranks[Int(unit)] = rank }
    let (firsts, entries) = posts()
    let keys = firsts.map { entry in
      ranks[Int(units[entry])] * categories.all.count + Int(places[entry])
    }
    let figures = HeadcountFigures(headcount)
    var rows: [Roster.Row] = []
    rows.reserveCapacity(years.count)
    for post in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      let (own, first) = (entries[post], firsts[post])
      if places[first] == retired ?? -1 && !own.contains(where: { $0 < headcount.count }) {
        continue
      }
      append(
        history(own, figures), ranks[Int(units[first])], Int(places[first]), through: last,
        to: &rows)
    }
    return (order.map(unitCodes.text), rows)
  }

  /// The first entry of each post, and the entries of each by year.
  private func posts() -> (firsts: [Int], entries: NumberLists) {
    var index = RowIndex([units, places])
    var numbers = [Int32](repeating: -1, count: units.count)
    var firsts: [Int] = []
    for entry in units.indices {
      let first = index.first(like: entry)
      if first == entry {
        numbers[entry] = Int32(firsts.count)
        firsts.append(entry)
      } else {
        numbers[entry] = numbers[first]
      }
    }
    let byYear = NumberLists.sorted(Array(units.indices), below: 10_000) { Int(years[$0]) }
    return (firsts, NumberLists(byYear, under: numbers, count: firsts.count))
  }

  /// The years of a post of which something is said, rising.
  private func history(
    _ entries: ArraySlice<Int32>, _ figures: HeadcountFigures
  ) -> [PostYear] {
    var history: [PostYear] = []
    for entry in entries.lazy.map(Int.init) {
      let year = Int(years[entry])
      if history.last?.year.number != year { history.append(PostYear(FiscalYear(year))) }
      if entry < headcount.count {
        history[history.count - 1].given.add(figures[entry])
      } else {
        history[history.count - 1].take(changes[entry - headcount.count])
      }
    }
    return history
  }

  private func append(
    _ history: [PostYear], _ unit: Int, _ category: Int, through last: FiscalYear?,
    to rows: inout [Roster.Row]
  ) {
    let told = history.filter(\.tellsHeads).map(\.year)
    guard let first = told.first, var end = told.last else { return }
    if let last { end = max(end, last) }
    var heads = PostYear.opening(history)
    var posts = PostEstablishment()
    var later = history.drop { $0.year < first }
    for number in first.number...end.number {
      let year =
        later.first?.year.number == number
        ? later.removeFirst() : PostYear(FiscalYear(number))
      posts.take(year)
      let row = year.row(unit, category, from: heads, posts)
      heads = row.closing
      rows.append(row)
    }
  }
}
