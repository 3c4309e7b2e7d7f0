/// Whether rates give what was spent: the heads that a rate per head implies against the roster, and
/// the sum that a percentage implies against the sum that it is taken of.
struct RateFindings {
  static let impliedHeads = "implied_heads"
  static let impliedBase = "implied_base"
  /// A rate that comes nearer than this gives the amount.
  static let tolerance = 0.05

  private let dataset: Dataset
  private let panel: Panel
  private let roster: Roster
  private let lines: StaffedLines
  private let costing: RateCosting
  private let parts: LineParts
  private let wording: FindingWording
  private var isChinese: Bool { dataset.language == .chinese }

  init(_ dataset: Dataset, _ panel: Panel, _ roster: Roster) {
    self.dataset = dataset
    self.panel = panel
    self.roster = roster
    lines = StaffedLines(panel, dataset, roster)
    costing = RateCosting(dataset, roster)
    parts = LineParts(dataset.accounts, panel)
    wording = FindingWording(dataset)
  }

  /// A part of a line in the last closed year, with the rates that hold for it.
  private struct Case {
    let line: StaffedLine
    let amount: Money
    let items: [RateCosting.Item]
    let year: FiscalYear
  }

  private func cases(_ basis: RateCosting.Basis) -> [Case] {
    guard let year = dataset.lastClosedYear else { return [] }
    return lines.lines.flatMap { line -> [Case] in
      parts.parts(line.line, .outturn, year).compactMap { part in
        guard part.kind != .operating else { return nil }
        let items = costing.items(line, kind: part.kind).filter { item in
          item.basis == basis && !item.rates.rates.contains { $0.kind == .operating }
        }
        return items.isEmpty
          ? nil : Case(line: line, amount: part.amount, items: items, year: year)
      }
    }
  }

  // MARK: Heads

  func heads() -> [Finding] { cases(.heads).compactMap(heads) }

  private func heads(_ it: Case) -> Finding? {
    var (given, years) = (0.0, HeadYears.zero)
    for item in it.items {
      let own = roster.heads(item.units, item.category, it.year).personYears
      years += own
      given += costing.price(item, it.year) * own.value + costing.arrears(item, it.year)
    }
    let spent = Double(it.amount.cents)
    guard given > 0, abs(given - spent) > RateFindings.tolerance * abs(spent) else { return nil }
    let implied = hundredths(spent / (given / years.value))
    let before = before(it)
    let message =
      isChinese
      ? "\(name(it))：决算数 \(dataset.printed(it.amount)) 按现行标准相当于 \(implied) 人，"
        + "花名册为 \(years.printed) 人年\(before)；标准只作比率使用，请核实人数或标准"
      : "\(name(it)): at the rate in force, \(dataset.printed(it.amount)) stands for \(implied) "
        + "heads, and the roster has \(years.printed) person-years\(before); the rate is used as a "
        + "ratio; please verify heads or rate"
    return finding(RateFindings.impliedHeads, it, expected: years.printed, implied, message)
  }

  /// What the budget implied at the rate before, where the rate changed with the year.
  private func before(_ it: Case) -> String {
    guard let previous = it.year.previous, let item = it.items.first,
      case let old = costing.priceAtEnd(item, previous), old > 0,
      old != costing.priceAtEnd(item, it.year), let plane = panel.plane(.budget, it.year),
      let budget = panel[it.line.line, plane].money
    else { return "" }
    let implied = hundredths(Double(budget.cents) / old)
    let printed = dataset.printed(budget)
    return isChinese
      ? "；年初预算 \(printed) 按原标准相当于 \(implied) 人"
      : "; the budget of \(printed) stood for \(implied) at the rate before"
  }

  // MARK: Sums

  func bases() -> [Finding] {
    let base = RateBase(dataset, panel)
    return cases(.percent).compactMap { bases($0, base) }
  }

  private func bases(_ it: Case, _ base: RateBase) -> Finding? {
    let percentage = PercentageRate(
      it.items[0], it.line, base, roster, cents: Double(dataset.amountUnit.cents))
    guard let given = percentage.amount(it.year, onSumsOf: it.year, .outturn),
      case let spent = Double(it.amount.cents),
      given > 0, abs(given - spent) > RateFindings.tolerance * abs(spent),
      let rate = percentage.rate(atEndOf: it.year),
      let sum = percentage.sum(rate, it.year, .outturn),
      case let implied = sum * spent / given
    else { return nil }
    let (expected, found) = (printed(sum), printed(implied))
    let message =
      isChinese
      ? "\(name(it))：决算数 \(dataset.printed(it.amount)) 按 \(rate.value)% 相当于基数 \(found)，"
        + "所列基数合计 \(expected)；比例只作比率使用，请核实缴费基数"
      : "\(name(it)): at \(rate.value) %, \(dataset.printed(it.amount)) stands for a base of "
        + "\(found), and the sums it is taken of are \(expected); the rate is used as a ratio; "
        + "please verify what it is taken of"
    return finding(RateFindings.impliedBase, it, expected: expected, found, message)
  }

  // MARK: Words

  private func name(_ it: Case) -> String {
    isChinese
      ? "\(it.year) 年 \(it.line.unit) \(it.line.subject)"
      : "\(it.year) \(it.line.unit) \(it.line.subject)"
  }

  private func finding(
    _ rule: String, _ it: Case, expected: PrintedNumber, _ found: PrintedNumber,
    _ message: String
  ) -> Finding {
    Finding(
      rule: rule, severity: .warning, year: it.year, unit: it.line.unit,
      subject: it.line.subject, stage: .outturn, expected: expected, found: found,
      difference: try? (Rational(found) - Rational(expected)).printed(atLeast: 2),
      message: message, source: it.items[0].rates.rates.first?.place)
  }

  private func hundredths(_ value: Double) -> PrintedNumber {
    PrintedNumber(mantissa: Money(rounding: value * 100).cents, decimals: 2)
  }

  private func printed(_ cents: Double) -> PrintedNumber {
    dataset.printed(Money(rounding: cents))
  }
}
