/// Lines without finer cuts, for datasets of any size.
struct LineWriter {
  private let plan: SyntheticPlan
  private let catalogue: SubjectCatalogue
  private let items: [Int]
  private var lineNumber = 0

  init(_ plan: SyntheticPlan, _ catalogue: SubjectCatalogue) {
    self.plan = plan
    self.catalogue = catalogue
    items = catalogue.subjects.indices.filter { catalogue.subjects[$0].code.utf8.count == 7 }
  }

  /// Writes the lines of a unit in the order of their codes, and adds them to its totals.
  mutating func write(
    _ unit: SyntheticUnit, number: Int, _ totals: inout AccountTotals,
    _ accounts: inout AccountsText, passOn: (inout AccountsText) throws -> Void
  ) rethrows {
    var sample = SplitMix64(plan.seed, UInt64(number), 2)
    let codes = unit.codes(plan)
    let published = unit.published(plan)
    var (section, sum) = ("", [StageAmounts]())
    for place in LineSample.places(items.count, &sample) {
      let subject = catalogue.subjects[items[place]].code
      if !subject.hasPrefix(section) || section.isEmpty {
        totals.add(sum, subject: section)
        section = String(subject.prefix(3))
        sum = Array(repeating: StageAmounts(), count: plan.years + 1)
      }
      let amounts = line(number, items[place], published)
      for year in amounts.indices { sum[year] += amounts[year] }
      accounts.add(codes, AccountsText.Key(subject: subject), amounts)
      try passOn(&accounts)
    }
    totals.add(sum, subject: section)
  }

  private mutating func line(
    _ number: Int, _ subject: Int, _ published: Range<Int>
  ) -> [StageAmounts] {
    let isNegative = lineNumber % PanelFacts.linesPerNegative == 1
    lineNumber += 1
    var amounts = LineProcess.amounts(
      years: plan.years, random: SplitMix64(plan.seed, UInt64(number), UInt64(subject), 1),
      isNegative: isNegative)
    for year in amounts.indices where !published.contains(year) { amounts[year] = StageAmounts() }
    return amounts
  }
}
