import Analytics

/// What heads move of a part that no rate per head gives, by the cost of a person-year.
///
/// Of its last year's amount each category has the part that its person-years times its cost have;
/// the subject's pooled costs give the ratios, the line itself the level. A line without people in
/// its last year takes the pooled costs as they are. Beside rates per head, which pay new heads, it
/// takes neither these nor what reasons imply: both hold all that a head costs.
struct CategoryChange {
  private let part: PartCosting

  init(_ part: PartCosting) { self.part = part }

  func changes() -> [LinePlan.Item] {
    guard part.line.hasDriver else { return [] }
    let model = part.model
    let costs = model.costs(of: part.line.subject)
    let heads = part.line.categories.map { category in
      (
        category: category, weight: costs[category] ?? 1,
        now: model.roster.heads(part.line.units, category, part.origin),
        later: model.roster.heads(part.line.units, category, part.year)
      )
    }
    let weighted = heads.reduce(0) { $0 + $1.weight * counted($1.now, part.origin).value }
    let growth = heads.reduce(0) { sum, own in
      let percent = model.roster.categories.all[own.category].progression?.doubleValue ?? 0
      return sum + own.weight * counted(own.now, part.origin).value * percent / 100
    }
    let isPooled = weighted <= 0 && !costs.isEmpty && !part.hasPay
    let level = weighted > 0 ? part.base / weighted : isPooled ? 1 : 0
    return [progression(weighted > 0 ? growth / weighted : 0)].compactMap(\.self)
      + heads.flatMap { own -> [LinePlan.Item] in
        let known = evidence(own.category)
        let source: LinePlan.Source = known == nil ? .regression : .evidence
        let price = known ?? level * own.weight
        let fullYear = (own.now.closing - counted(own.now, part.origin)).value
        let later = (counted(own.later, part.year) - own.now.closing).value
        return [
          part.change(.fullYear, own.category, fullYear, price, source),
          part.change(.headcount, own.category, later, price, source),
        ].compactMap(\.self)
      }
  }

  private func counted(_ heads: Roster.Heads, _ year: FiscalYear) -> HeadYears {
    part.model.counted(heads, part.stage, year)
  }

  /// Promotion and increments. A line with three years or more has them in its history already; the
  /// step then only says how much of its growth they are.
  private func progression(_ growth: Double) -> LinePlan.Item? {
    guard growth != 0, part.kind != .operating else { return nil }
    let nodes = part.model.nodes
    let observed = nodes.panel.years.count {
      $0 <= part.origin && nodes.cell(part.line.line, part.stage, $0).money != nil
    }
    let years = Double(part.year.number - part.origin.number)
    return LinePlan.Item(
      step: .progression, kind: part.kind, category: nil, quantity: nil, price: nil,
      amount: part.base * growth * years, isResponse: observed > 2, source: .regression)
  }

  /// What reasons imply for a person-year of a category that moved alone, at the line's only unit
  /// with the category.
  private func evidence(_ category: Int) -> Double? {
    guard part.stage != .budget, !part.hasPay else { return nil }
    let kind = part.kind ?? .personnel
    let found = part.model.evidence.standards(part.line.line, kind, part.origin)
    let own = found.filter { $0.categories == [category] }
    guard own.count == 1, let standard = own.first else { return nil }
    let others = part.line.units.filter { $0 != standard.unit }
    let isAlone = others.allSatisfy { unit in
      part.model.roster.row(unit, category, part.origin) == nil
    }
    return isAlone ? standard.price : nil
  }
}
