/// A line of the panel whose cost people drive, and the people who do.
public struct StaffedLine: Sendable {
  /// The line's place in the panel.
  public let line: Int
  public let subject: String
  /// The code of its unit, or of the unit whose rest it is.
  public let unit: String
  /// Places in the roster of the units whose people it pays: its own and those below that have no
  /// line of their own.
  public let units: [Int]
  /// Places of categories in the roster.
  public let categories: [Int]
  /// Whether the subject names its driver; otherwise only rates tie it to people.
  public let hasDriver: Bool
}

/// The lines of a panel that people drive.
public struct StaffedLines: Sendable {
  public let lines: [StaffedLine]

  /// Lines of subjects that name a driver or have rates, and of units with people.
  public init(_ panel: Panel, _ dataset: Dataset, _ roster: Roster) {
    guard !roster.rows.isEmpty, !(dataset.staffing.isEmpty && dataset.rates.isEmpty) else {
      lines = []
      return
    }
    let own = OwnUnits(panel)
    let categories = StaffedLines.categories(panel, dataset, roster.categories)
    lines = panel.lines.indices.compactMap { line in
      let subject = panel.lines[line].subject
      let categories = categories[subject]!
      guard !categories.isEmpty else { return nil }
      let units = own.units(of: line, in: roster)
      guard !units.isEmpty else { return nil }
      return StaffedLine(
        line: line, subject: panel.subjects.code(subject),
        unit: panel.units.code(panel.unitWithParts(panel.lines[line].unit)), units: units,
        categories: categories, hasDriver: dataset.staffing[subject] != nil)
    }
  }

  /// The categories that drive each subject with a line; none where no people do.
  private static func categories(
    _ panel: Panel, _ dataset: Dataset, _ categories: StaffCategories
  ) -> [Int32: [Int]] {
    let rates = Dictionary(grouping: dataset.rates, by: \.subject)
    return Set(panel.lines.map(\.subject)).reduce(into: [:]) { found, subject in
      found[subject] = StaffedLines.categories(
        dataset.staffing[subject], rates[panel.subjects.code(subject)] ?? [], categories)
    }
  }

  /// The driver's categories, and those that a rate of the subject names.
  private static func categories(
    _ driver: String?, _ rates: [Rate], _ categories: StaffCategories
  ) -> [Int] {
    var places = Set(driver.map(categories.driven) ?? [])
    for rate in rates {
      if let named = rate.category {
        places.formUnion(categories.driven(by: named))
      } else if driver == nil {
        places.formUnion(categories.driven(by: "*"))
      }
    }
    return places.sorted()
  }
}

/// Whose people a line pays.
private struct OwnUnits {
  private let panel: Panel
  /// The units that have a line of a subject.
  private let unitsBySubject: [Int32: Set<Int32>]

  init(_ panel: Panel) {
    self.panel = panel
    unitsBySubject = panel.lines.reduce(into: [:]) { sets, line in
      sets[line.subject, default: []].insert(line.unit)
    }
  }

  func units(of line: Int, in roster: Roster) -> [Int] {
    let unit = panel.unitWithParts(panel.lines[line].unit)
    let others = unitsBySubject[panel.lines[line].subject] ?? []
    var places: [Int] = []
    func collect(_ unit: Int32, isTop: Bool) {
      guard isTop || !others.contains(unit) else { return }
      if let place = roster.unit(panel.units.code(unit)) { places.append(place) }
      for part in panel.units.tree.children(of: unit) { collect(part, isTop: false) }
    }
    if panel.units.code(unit) == "all" {
      for top in 0..<Int32(panel.units.codes.count)
      where panel.units.tree.parent(of: top) == Tree.root { collect(top, isTop: false) }
    } else {
      collect(unit, isTop: true)
    }
    return places.sorted()
  }
}

extension Roster {
  /// Heads of one category over some units in a year.
  public struct Heads: Sendable {
    public var opening = HeadYears.zero
    public var closing = HeadYears.zero
    public var personYears = HeadYears.zero
    public var december = HeadYears.zero
    /// Whether any of the units had some of the category by then.
    public var isKnown = false
  }

  public func heads(_ units: [Int], _ category: Int, _ year: FiscalYear) -> Heads {
    var sum = Heads()
    for unit in units {
      guard let row = row(unit, category, year) else { continue }
      sum.isKnown = true
      sum.opening += HeadYears(headThousandths: row.opening)
      sum.closing += HeadYears(headThousandths: row.closing)
      sum.december += HeadYears(headThousandths: row.december)
      sum.personYears += row.personYears
    }
    return sum
  }

  /// All heads that a line pays at the end of a year, in thousandths.
  func heads(of line: StaffedLine, _ year: FiscalYear) -> Int64 {
    line.categories.reduce(0) {
      $0 + heads(line.units, $1, year).closing.units / HeadYears(headThousandths: 1).units
    }
  }
}

extension Roster.Heads {
  /// What a stage counts: budgets know the heads at the opening of the year.
  public func counted(_ stage: Stage) -> HeadYears { stage == .budget ? opening : personYears }
}
