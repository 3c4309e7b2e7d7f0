import Analytics

/// What leaves a line's base, and what irregular events are expected instead.
struct BasePlanning {
  private let model: StaffingModel

  init(_ model: StaffingModel) { self.model = model }

  func add(to plan: inout LinePlan) {
    for adjustment in model.leaving(plan.line, plan.stage, plan.origin) {
      guard let (amount, isInterval) = adjustment.middle else { continue }
      let isTiming = adjustment.kinds.contains("timing") && !adjustment.kinds.contains("one_off")
      plan.items.append(
        LinePlan.Item(
          step: isTiming ? .timing : .oneOff, kind: adjustment.part, category: nil, quantity: nil,
          price: nil, amount: -Double(amount.cents), isResponse: false, source: .adjustment))
      if isInterval, let high = adjustment.high {
        plan.intervals.append(Double((high - (adjustment.low ?? .zero)).cents))
      }
    }
    addRateOfUnknownDate(to: &plan)
    addIrregular(to: &plan)
  }

  /// A rate that changed in a month that is not known: in a whole year the new one gives the
  /// budget's share of it, so that the way there lies between nothing and the whole difference.
  private func addRateOfUnknownDate(to plan: inout LinePlan) {
    guard plan.stage != .budget else { return }
    for adjustment in model.undated[plan.line] ?? [] where adjustment.year == plan.origin {
      guard let change = adjustment.rateChange, change.before.mantissa != 0,
        let budget = model.nodes.cell(plan.line, .budget, plan.origin).money
      else { continue }
      let ratio = change.after.doubleValue / change.before.doubleValue
      let bound = Double(budget.cents) * ratio - plan.last
      plan.items.append(
        LinePlan.Item(
          step: .fullYear, kind: adjustment.part, category: nil, quantity: nil, price: nil,
          amount: bound / 2, isResponse: false, source: .adjustment))
      plan.intervals.append(abs(bound))
    }
  }

  private func addIrregular(to plan: inout LinePlan) {
    guard plan.stage == .outturn || !plan.items.isEmpty, plan.stage != .budget,
      model.irregular.has(plan.line)
    else { return }
    let observed = model.nodes.panel.years.filter {
      model.nodes.cell(plan.line, plan.stage, $0).money != nil
    }
    guard
      let moments = model.irregular.moments(plan.line, upTo: plan.origin, observed: observed)
    else { return }
    plan.expected += moments.mean
    plan.expectedVariance += moments.square
  }
}
