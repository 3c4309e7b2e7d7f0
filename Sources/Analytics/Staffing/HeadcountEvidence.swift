/// What a person-year costs on a line by the reasons that its source gives: an amount that heads
/// alone have moved, over the person-years that they moved.
///
/// A budget knows the heads at the opening of its year, so that an amount against it stands for the
/// person-years that the year's movements made. Running costs go by posts: a post that is left and
/// filled again within the year moves none. Pay goes by people, and is told only where one category
/// alone has moved.
public struct HeadcountEvidence: Sendable {
  /// What a reason says of one part of a line.
  public struct Standard: Hashable, Sendable {
    /// In hundredths of the currency unit a person-year.
    public let price: Double
    /// The place of the unit in the roster.
    public let unit: Int
    /// Places of the categories that moved.
    public let categories: Set<Int>
  }

  private struct Key: Hashable {
    let line: Int
    let part: SpendingKind
    let year: FiscalYear
  }

  private var standards: [Key: [Standard]] = [:]

  public init(_ dataset: Dataset, _ nodes: NodeTable, _ lines: StaffedLines, _ roster: Roster) {
    var adjusted = AdjustedLines(nodes)
    let byLine = Dictionary(uniqueKeysWithValues: lines.lines.map { ($0.line, $0) })
    for adjustment in dataset.adjustments
    where adjustment.kinds == ["headcount"] && adjustment.against == "budget" {
      guard let part = adjustment.part, let amount = adjustment.amount,
        let unit = adjustment.unit.flatMap(roster.unit), let line = adjusted.line(of: adjustment),
        let staffed = byLine[line],
        let standard = HeadcountEvidence.standard(
          amount, part, unit, staffed.categories, adjustment.year, roster)
      else { continue }
      standards[Key(line: line, part: part, year: adjustment.year), default: []].append(standard)
    }
  }

  private static func standard(
    _ amount: Money, _ part: SpendingKind, _ unit: Int, _ categories: [Int], _ year: FiscalYear,
    _ roster: Roster
  ) -> Standard? {
    let moved = categories.filter { category in
      guard let row = roster.row(unit, category, year) else { return false }
      return part == .operating ? row.closing != row.opening : row.joiners + row.leavers > 0
    }
    guard !moved.isEmpty, part == .operating || moved.count == 1 else { return nil }
    let years = moved.reduce(HeadYears.zero) { sum, category in
      let row = roster.row(unit, category, year)!
      return sum + row.personYears - HeadYears(headThousandths: row.opening)
    }
    guard years != .zero, case let price = Double(amount.cents) / years.value, price > 0 else {
      return nil
    }
    return Standard(price: price, unit: unit, categories: Set(moved))
  }

  public func standards(_ line: Int, _ part: SpendingKind, _ year: FiscalYear) -> [Standard] {
    standards[Key(line: line, part: part, year: year)] ?? []
  }
}
