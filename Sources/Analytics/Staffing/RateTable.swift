/// What rates come to in a year: dated rows, the more particular before the more general, the later
/// date before the earlier, and of one date the row that was added last.
public struct RateTable: Sendable {
  /// What a rate applies to.
  public struct Target: Hashable, Sendable {
    public let subject: String
    public let unit: String
    public let category: StaffCategory
    public let kind: SpendingKind?

    public init(
      subject: String, unit: String, category: StaffCategory, kind: SpendingKind? = nil
    ) {
      self.subject = subject
      self.unit = unit
      self.category = category
      self.kind = kind
    }
  }

  private struct Place: Hashable {
    let subject: String
    /// Nil for rows of any unit.
    let unit: String?
  }

  /// In the order of the table.
  private let byPlace: [Place: [Rate]]
  private let subjects: Set<String>

  public init(_ rates: [Rate]) {
    byPlace = Dictionary(grouping: rates) { Place(subject: $0.subject, unit: $0.unit) }
    subjects = Set(rates.map(\.subject))
  }

  /// Whether a subject has rows.
  func hasRates(of subject: String) -> Bool { subjects.contains(subject) }

  /// Whether rows of a subject name a unit.
  func names(_ unit: String, of subject: String) -> Bool {
    byPlace[Place(subject: subject, unit: unit)] != nil
  }

  /// Rows of a target, the ones that go first in front.
  func rates(for target: Target) -> [Rate] {
    let found = [target.unit, nil].flatMap { unit in
      (byPlace[Place(subject: target.subject, unit: unit)] ?? []).filter { $0.applies(to: target) }
    }
    return found.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.rank(target) != y.rank(target) { return x.rank(target) > y.rank(target) }
      return x.from != y.from ? x.from > y.from : a.offset > b.offset
    }.map(\.element)
  }
}

extension Rate {
  /// Whether a row of the target's subject and unit is for its kind and category.
  fileprivate func applies(to target: RateTable.Target) -> Bool {
    if let kind, let wanted = target.kind, kind != wanted { return false }
    guard let category else { return true }
    return category == target.category.code || category == target.category.group
  }

  /// How particular a row is to a target: a unit before all units, a category before a group.
  fileprivate func rank(_ target: RateTable.Target) -> Int {
    let byCategory = category == nil ? 0 : category == target.category.code ? 2 : 1
    return (unit == nil ? 0 : 3) + byCategory
  }

  /// The moment from which it is paid.
  fileprivate var payable: Moment { paidFrom ?? from }

  func isInForce(at moment: Moment) -> Bool {
    from <= moment && (to.map { moment < $0 } ?? true)
  }
}

/// The rates of one target and basis, ready to be asked year by year.
public struct DatedRates: Sendable {
  /// The ones that go first in front.
  public let rates: [Rate]

  init(_ rates: [Rate]) { self.rates = rates }

  /// The value over a year, each row for the part of the year in which it is in force; 0 for a part
  /// in which none is.
  ///
  /// - Parameter known: Rows that are paid only after this year are not looked at.
  public func average(_ year: FiscalYear, paidBy known: FiscalYear) -> Double {
    parts(of: year, paidBy: known).reduce(0) {
      $0 + ($1.rate?.yearly ?? 0) * Double($1.length) / 12_000
    }
  }

  /// The parts of a year, each with the row in force, nil where none is, and its length in
  /// thousandths of a month.
  ///
  /// - Parameter known: Rows that are paid only after this year are not looked at.
  func parts(
    of year: FiscalYear, paidBy known: FiscalYear
  ) -> [(rate: Rate?, length: Int)] {
    let start = year.number * 12_000
    var cuts: Set<Int> = [0, 12_000]
    for rate in rates {
      cuts.insert(rate.from.offset(in: year))
      if let to = rate.to { cuts.insert(to.offset(in: year)) }
    }
    let edges = cuts.sorted()
    return zip(edges, edges.dropFirst()).map { from, to in
      (rate(at: Moment(thousandths: start + from), paidBy: known), to - from)
    }
  }

  /// The value at the end of a year, or nil where none is in force.
  public func atEnd(of year: FiscalYear) -> Double? { rate(atEndOf: year)?.yearly }

  /// The row in force at the end of a year.
  func rate(atEndOf year: FiscalYear) -> Rate? {
    rate(at: Moment(thousandths: year.number * 12_000 + 11_999), paidBy: year)
  }

  /// The row in force at a moment.
  public func rate(at moment: Moment, paidBy known: FiscalYear) -> Rate? {
    rates.first { $0.isInForce(at: moment) && $0.payable.year <= known }
  }

  /// The earlier years in which rows that are first paid in a year were in force already.
  func arrearsYears(paidIn year: FiscalYear) -> [FiscalYear] {
    let starts = rates.filter { $0.payable.year == year && $0.from.year < year }.map(\.from.year)
    guard let first = starts.min() else { return [] }
    return (first.number..<year.number).map(FiscalYear.init)
  }
}

extension Rate {
  /// The value for a year.
  fileprivate var yearly: Double {
    basis == .perHeadMonth ? value.doubleValue * 12 : value.doubleValue
  }
}
