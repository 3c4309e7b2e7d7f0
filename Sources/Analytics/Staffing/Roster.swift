/// Who is there: heads by unit, category and year, from openings over dated movements to closings,
/// and the person-years that they come to.
///
/// A year's closing is what `headcount` gives, failing that its opening and what moved; its opening
/// is its closing less what moved, so that heads which no movement explains count as there from the
/// first of January. Movements of closed years that were only planned did not happen; those after
/// the last closed year are the plan.
public struct Roster: Sendable {
  /// One unit, category and year. Heads are in thousandths.
  public struct Row: Hashable, Sendable {
    /// The place of the unit in `units`.
    public let unit: Int
    /// The place of the category in `categories`.
    public let category: Int
    public let year: FiscalYear
    public internal(set) var opening: Int64 = 0
    public internal(set) var joiners: Int64 = 0
    public internal(set) var leavers: Int64 = 0
    public internal(set) var closing: Int64 = 0
    public internal(set) var personYears = HeadYears.zero
    /// Heads at the end of the year's last month, those among them who leave with it.
    public internal(set) var december: Int64 = 0
    public internal(set) var establishment: Int64?
    /// Posts less the heads that stand on them.
    public internal(set) var vacancy: Int64?
    /// Whether `headcount` gives the closing.
    public internal(set) var isGiven = false
  }

  /// Sorted by the bytes of their codes.
  public let units: [String]
  public let categories: StaffCategories
  /// By unit, category and year, without a gap in the years of a unit and category.
  public let rows: [Row]
  /// The last year that is no plan, or nil where the accounts have no outturn.
  public let lastClosed: FiscalYear?
  /// The last year after the closed ones of whose heads anything is known: movements, or a
  /// headcount. Heads of later years are projected.
  public let lastPlanned: FiscalYear?
  /// How many heads came or went, by reason.
  let events: EventCounts
  private let unitPlaces: [String: Int]
  private let index: RosterIndex

  /// - Parameter last: The year to which heads are carried on.
  public init(_ dataset: Dataset, through last: FiscalYear? = nil) {
    let categories = StaffCategories(dataset)
    let lastClosed = dataset.lastClosedYear
    let retired = categories.retired.map { categories.all[$0].code }
    var posts = RosterPosts(dataset.headcount, categories)
    for movement in dataset.movements where movement.happens(lastClosed) {
      posts.add(movement, retiredCategory: retired)
    }
    self.categories = categories
    self.lastClosed = lastClosed
    (units, rows) = posts.rows(through: last, retired: categories.retired)
    lastPlanned = Roster.lastPlanned(rows, after: lastClosed)
    let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    unitPlaces = places
    events = EventCounts(dataset, categories, lastClosed) { places[$0] }
    index = RosterIndex(rows, units: units.count)
  }

  private static func lastPlanned(_ rows: [Row], after lastClosed: FiscalYear?) -> FiscalYear? {
    guard let lastClosed else { return nil }
    return rows.lazy.filter {
      $0.year > lastClosed && ($0.isGiven || $0.joiners != 0 || $0.leavers != 0)
    }.map(\.year).max()
  }

  public var hasPlan: Bool { lastPlanned != nil }

  /// How many years of the way from one to a later one have heads that are projected.
  public func projectedYears(from origin: FiscalYear, to year: FiscalYear) -> Int {
    max(0, year.number - max(origin, lastPlanned ?? origin).number)
  }

  public func unit(_ code: String) -> Int? { unitPlaces[code] }

  /// The year of a unit and category; nil before its first. After the last it is as it closed.
  public func row(_ unit: Int, _ category: Int, _ year: FiscalYear) -> Row? {
    let range = index[unit, category]
    guard !range.isEmpty, case let first = rows[range.lowerBound].year.number,
      year.number >= first
    else { return nil }
    let place = range.lowerBound + year.number - first
    return place < range.upperBound ? rows[place] : rows[range.upperBound - 1].carried(to: year)
  }

  /// The years of a unit and category, rising.
  public func rows(_ unit: Int, _ category: Int) -> ArraySlice<Row> {
    rows[index[unit, category]]
  }
}

extension Roster.Row {
  /// A later year in which nothing moves.
  func carried(to year: FiscalYear) -> Roster.Row {
    var row = Roster.Row(unit: unit, category: category, year: year)
    row.opening = closing
    row.closing = closing
    row.december = closing
    row.personYears = HeadYears(headThousandths: closing)
    row.establishment = establishment
    row.vacancy = vacancy
    return row
  }
}

extension Dataset {
  /// The last year with an outturn.
  public var lastClosedYear: FiscalYear? {
    accounts.years.last { !accounts.column(.outturn, $0).isEmpty }
  }

  /// The last year with a budget.
  public var lastBudgetYear: FiscalYear? {
    accounts.years.last { !accounts.column(.budget, $0).isEmpty }
  }
}
