import Analytics

/// One part of a line, personnel or operating, from its last year to a later one by people and
/// rates. Amounts are in hundredths of the currency unit.
struct PartCosting {
  let model: StaffingModel
  let line: StaffedLine
  let kind: SpendingKind?
  /// What of the last year's amount recurs.
  private(set) var base: Double
  let stage: Stage
  let origin: FiscalYear
  let year: FiscalYear
  /// The rates that apply.
  let items: [RateCosting.Item]

  /// How near rates must come to the last year's amount to hold.
  static let tolerance = 0.05

  init(
    _ model: StaffingModel, _ line: StaffedLine, _ kind: SpendingKind?, base: Double,
    _ stage: Stage, from origin: FiscalYear, to year: FiscalYear
  ) {
    self.model = model
    self.line = line
    self.kind = kind
    self.base = base
    self.stage = stage
    self.origin = origin
    self.year = year
    items = model.rates.items(line, kind: kind)
  }

  // MARK: Amounts by rates

  /// Whether rates alone make the amount: they do not lean on sums that are not known yet, and give
  /// the last year's amount within 5 %.
  var isCovered: Bool {
    guard !items.isEmpty, !items.contains(where: { $0.basis == .percent }) else { return false }
    return abs(amount(origin) - base) <= PartCosting.tolerance * abs(base)
  }

  /// Events that are entered; a budget plans for no death.
  func events(_ item: RateCosting.Item, _ year: FiscalYear) -> Double {
    stage == .budget && item.basis == .event("death") ? 0 : model.rates.events(item, year)
  }

  /// What rates give in a year: of heads with arrears, and of events that are entered.
  func amount(_ year: FiscalYear) -> Double {
    items.reduce(0) { sum, item in
      switch item.basis {
      case .percent: sum
      case .heads:
        sum + model.rates.price(item, year) * heads(item, year).counted
          + model.rates.arrears(item, year)
      case .event: sum + model.rates.price(item, year) * events(item, year)
      }
    }
  }

  /// Heads that a rate counts: of the year as the stage knows it, and at the last year's end.
  func heads(_ item: RateCosting.Item, _ year: FiscalYear) -> (counted: Double, closing: Double) {
    let own = model.roster.heads(item.units, item.category, year)
    return (model.counted(own, stage, year).value, own.closing.value)
  }

  // MARK: The way to the year

  /// The steps that people and rates bring.
  ///
  /// Each head counts once: at the rates per head that pay it, and by the cost of its category for
  /// what no such rate gives.
  func changes() -> [LinePlan.Item] {
    items.flatMap(eventChanges) + (byPercentage() ?? byHeads())
  }

  private func byHeads() -> [LinePlan.Item] {
    let isOperating = kind == .operating
    if countedItems.isEmpty {
      return isOperating ? impliedStandard() : CategoryChange(self).changes()
    }
    return byRates() + (isOperating || hasPay ? [] : CategoryChange(self).changes())
  }

  /// Of the last year's amount a percentage moves what it gives, and rates per head the rest; nil
  /// where there is no percentage.
  private func byPercentage() -> [LinePlan.Item]? {
    guard let item = items.first(where: { $0.basis == .percent }) else { return nil }
    let share = PercentageChange(self, item).share
    let (own, rest) = (of(share * base), of((1 - share) * base))
    return PercentageChange(own, item).changes() + CategoryChange(own).changes() + rest.byRates()
  }

  private func byRates() -> [LinePlan.Item] {
    let standards = countedItems.filter { !isPay($0) }
    let pay = countedItems.filter(isPay)
    return standards.flatMap { headChanges($0, .standard) }
      + (isCovered ? pay.flatMap { headChanges($0, .rate) } : ratioChanges(pay))
  }

  /// The same of another amount.
  private func of(_ base: Double) -> PartCosting {
    var part = self
    part.base = base
    return part
  }

  /// The rates per head.
  var countedItems: [RateCosting.Item] { items.filter { $0.basis == .heads } }

  /// Whether some rate pays each head, and is no standard of running costs.
  var hasPay: Bool { countedItems.contains(where: isPay) }

  private func isPay(_ item: RateCosting.Item) -> Bool {
    kind != .operating && !item.isOperating
  }

  /// Of a rate that holds: heads to the year's end at the year's rate, the rate at the year's end for
  /// all of them, later rates, later heads; and arrears.
  private func headChanges(
    _ item: RateCosting.Item, _ source: LinePlan.Source
  ) -> [LinePlan.Item] {
    let prices = Prices(self, item)
    let (counted, closing) = heads(item, origin)
    let later = heads(item, year).counted
    let arrears = model.rates.arrears(item, year) - model.rates.arrears(item, origin)
    return [
      change(.fullYear, item.category, closing - counted, prices.last, source),
      change(.fullYear, item.category, closing, prices.atEnd - prices.last, source),
      change(.rate, item.category, closing, prices.next - prices.atEnd, source),
      change(.headcount, item.category, later - closing, prices.next, source),
      change(.timing, item.category, nil, nil, amount: arrears, source),
    ].compactMap(\.self)
  }

  /// Of rates that do not give the last year's amount: the amount moves as they do, and a new head
  /// costs the rate.
  private func ratioChanges(_ items: [RateCosting.Item]) -> [LinePlan.Item] {
    var (last, atEnd, next) = (0.0, 0.0, 0.0)
    for item in items {
      let (prices, closing) = (Prices(self, item), heads(item, origin).closing)
      last += prices.last * closing
      atEnd += prices.atEnd * closing
      next += prices.next * closing
    }
    guard last > 0 else { return [] }
    let byRate = [
      change(.fullYear, nil, nil, nil, amount: base * (atEnd / last - 1), .ratio),
      change(.rate, nil, nil, nil, amount: base * (next - atEnd) / last, .ratio),
    ]
    let byHeads = items.flatMap { item -> [LinePlan.Item?] in
      let (prices, heads) = (Prices(self, item), heads(item, origin))
      let later = self.heads(item, year).counted
      return [
        change(.fullYear, item.category, heads.closing - heads.counted, prices.last, .ratio),
        change(.headcount, item.category, later - heads.closing, prices.next, .ratio),
      ]
    }
    return (byRate + byHeads).compactMap(\.self)
  }

  /// Of what happens to people: last year's events leave, those that are planned come. What is paid
  /// for each head in December recurs, and moves with heads and rate.
  private func eventChanges(_ item: RateCosting.Item) -> [LinePlan.Item] {
    guard case .event(let reason) = item.basis else { return [] }
    let (before, planned) = (events(item, origin), events(item, year))
    let (last, next) = (model.rates.price(item, origin), model.rates.price(item, year))
    let changes =
      reason == "december"
      ? [
        change(.rate, item.category, before, next - last, .event),
        change(.headcount, item.category, planned - before, next, .event),
      ]
      : [
        change(.oneOff, item.category, -before, last, .event),
        change(.headcount, item.category, planned, next, .event),
      ]
    return changes.compactMap(\.self)
  }

  /// Running costs by the standard that reasons imply for a person-year.
  private func impliedStandard() -> [LinePlan.Item] {
    let found = model.evidence.standards(line.line, .operating, origin)
    guard !found.isEmpty, stage != .budget else { return [] }
    let price = found.reduce(0) { $0 + $1.price } / Double(found.count)
    return line.categories.flatMap { category -> [LinePlan.Item?] in
      var (stays, closing, later) = (0.0, 0.0, 0.0)
      for unit in line.units {
        let now = model.roster.heads([unit], category, origin)
        // A post that is left and filled again within the year counts as filled throughout.
        stays += now.opening == now.closing ? now.closing.value : now.personYears.value
        closing += now.closing.value
        later += model.roster.heads([unit], category, year).personYears.value
      }
      return [
        change(.fullYear, category, closing - stays, price, .evidence),
        change(.headcount, category, later - closing, price, .evidence),
      ]
    }.compactMap(\.self)
  }

  /// An item, or nil where nothing changes.
  func change(
    _ step: Step, _ category: Int?, _ quantity: Double?, _ price: Double?,
    amount: Double? = nil, _ source: LinePlan.Source
  ) -> LinePlan.Item? {
    let amount = amount ?? (quantity ?? 0) * (price ?? 0)
    guard amount != 0 else { return nil }
    return LinePlan.Item(
      step: step, kind: kind, category: category, quantity: quantity, price: price,
      amount: amount, isResponse: source == .regression, source: source)
  }

  /// A rate in the last year, at its end, and in the year planned.
  struct Prices {
    let last: Double
    let atEnd: Double
    let next: Double

    init(_ part: PartCosting, _ item: RateCosting.Item) {
      last = part.model.rates.price(item, part.origin)
      atEnd = part.model.rates.priceAtEnd(item, part.origin)
      next = part.model.rates.price(item, part.year)
    }
  }
}

extension RateCosting.Item {
  var isOperating: Bool { rates.rates.contains { $0.kind == .operating } }
}
