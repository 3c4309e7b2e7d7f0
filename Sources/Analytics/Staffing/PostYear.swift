/// What the sources say of one unit and category in one year. Heads are in thousandths.
struct PostYear {
  let year: FiscalYear
  /// What `headcount` gives.
  var given = HeadcountFigures.Row()
  private(set) var joiners: Int64 = 0
  private(set) var leavers: Int64 = 0
  /// Heads that change at the end of the year's last month.
  private(set) var lastMonth: Int64 = 0
  /// Heads on the establishment that change.
  private(set) var moved: Int64 = 0
  /// What changes counts for in the months before, in heads times months.
  private(set) var missed: Int64 = 0
  private var hasChanges = false

  init(_ year: FiscalYear) { self.year = year }

  var net: Int64 { joiners - leavers }

  /// Whether it tells how many heads there are; posts alone do not.
  var tellsHeads: Bool { given.inPost != nil || hasChanges }

  mutating func take(_ change: HeadChange) {
    hasChanges = true
    joiners += max(0, change.delta)
    leavers += max(0, -change.delta)
    missed += change.delta * change.monthsBefore
    if change.monthsBefore >= 12_000 { lastMonth += change.delta }
    if change.movesPost { moved += change.delta }
  }

  /// Heads before the first year: the first closing that is given less all that moved up to it, or
  /// none for a unit that opens.
  static func opening(_ history: [PostYear]) -> Int64 {
    var net: Int64 = 0
    for year in history {
      net += year.net
      if let closing = year.given.inPost { return closing - net }
    }
    return 0
  }

  /// The year as a roster tells it, from the heads before or to those that are given at its end.
  func row(
    _ unit: Int, _ category: Int, from heads: Int64, _ posts: PostEstablishment
  ) -> Roster.Row {
    var row = Roster.Row(unit: unit, category: category, year: year)
    row.joiners = joiners
    row.leavers = leavers
    row.isGiven = given.inPost != nil
    row.closing = given.inPost ?? heads + net
    row.opening = row.closing - net
    row.personYears = HeadYears(units: row.closing * 12_000 - missed)
    row.december = row.closing - lastMonth
    row.establishment = posts.establishment
    row.vacancy = posts.vacancy(closing: row.closing)
    return row
  }
}

/// Posts and the heads on them, year after year.
struct PostEstablishment {
  private(set) var establishment: Int64?
  private var onEstablishment: Int64?

  mutating func take(_ year: PostYear) {
    if let posts = year.given.establishment { establishment = posts }
    if let heads = year.given.onEstablishment {
      onEstablishment = heads
    } else if year.given.inPost != nil {
      onEstablishment = nil
    } else {
      onEstablishment = onEstablishment.map { $0 + year.moved }
    }
  }

  /// People who are paid off the establishment fill no post.
  func vacancy(closing: Int64) -> Int64? {
    establishment.map { $0 - (onEstablishment ?? closing) }
  }
}

/// The figures of `headcount`, in thousandths of a head.
struct HeadcountFigures {
  struct Row {
    var establishment: Int64?
    var inPost: Int64?
    var onEstablishment: Int64?

    /// Adds another row of the same unit, category and year, as units have that became one. Where
    /// only one of them tells who is on the establishment, all paid heads of the other are.
    mutating func add(_ other: Row) {
      if onEstablishment != nil || other.onEstablishment != nil {
        onEstablishment =
          (onEstablishment ?? inPost ?? 0) + (other.onEstablishment ?? other.inPost ?? 0)
      }
      if let posts = other.establishment { establishment = (establishment ?? 0) + posts }
      if let heads = other.inPost { inPost = (inPost ?? 0) + heads }
    }
  }

  private let establishment: CodedColumn<Int64>
  private let inPost: CodedColumn<Int64>
  private let onEstablishment: CodedColumn<Int64>

  init(_ table: HeadcountTable) {
    establishment = table.establishment.compactMap(\.thousandths)
    inPost = table.inPost.compactMap(\.thousandths)
    onEstablishment = table.onEstablishment.compactMap(\.thousandths)
  }

  subscript(row: Int) -> Row {
    Row(
      establishment: establishment[row], inPost: inPost[row],
      onEstablishment: onEstablishment[row])
  }
}
