/// The cost of a person-year on a line against that of other units on the same subject.
enum CostPerHead {
  static let rule = "cost_per_head"
  /// Units that a median needs, and how many times it is out of range.
  private static let fewest = 5
  private static let factor = 3.0

  static func findings(
    _ dataset: Dataset, _ panel: Panel, _ roster: Roster, privacy: Privacy = .none
  ) -> [Finding] {
    guard let year = dataset.lastClosedYear, let plane = panel.plane(.outturn, year) else {
      return []
    }
    let lines = StaffedLines(panel, dataset, roster).lines.filter(\.hasDriver)
    let costs = lines.compactMap { line -> (line: StaffedLine, cost: Double)? in
      let years = line.categories.reduce(HeadYears.zero) {
        $0 + roster.heads(line.units, $1, year).personYears
      }
      guard let amount = panel[line.line, plane].money, amount > .zero, years > .zero else {
        return nil
      }
      return (line, Double(amount.cents) / years.value)
    }
    let medians = Dictionary(grouping: costs, by: \.line.subject).compactMapValues { costs in
      costs.count >= fewest ? costs.map(\.cost).median : nil
    }
    return costs.compactMap { line, cost in
      guard let median = medians[line.subject],
        cost > factor * median || cost * factor < median,
        !privacy.hides(roster.heads(of: line, year))
      else { return nil }
      return finding(line, cost, median, year, dataset)
    }
  }

  private static func finding(
    _ line: StaffedLine, _ cost: Double, _ median: Double, _ year: FiscalYear, _ dataset: Dataset
  ) -> Finding {
    func printed(_ cents: Double) -> PrintedNumber {
      dataset.printed(Money(rounding: cents))
    }
    let (expected, found) = (printed(median), printed(cost))
    let message =
      dataset.language == .chinese
      ? "\(year) 年 \(line.unit) \(line.subject)：人年均 \(found)，同科目各单位的中位数为 \(expected)，"
        + "请核实人数或归集口径"
      : "\(year) \(line.unit) \(line.subject): a person-year costs \(found), and \(expected) in the "
        + "median of all units; please verify heads or what the line holds"
    return Finding(
      rule: rule, severity: .note, year: year, unit: line.unit, subject: line.subject,
      stage: .outturn, expected: expected, found: found, message: message)
  }
}
