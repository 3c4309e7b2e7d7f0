import Analytics

extension LinePlan {
  /// The steps that people, rates and what does not recur may have a part in, in their order.
  static let steps: [Step] = [.oneOff, .timing, .fullYear, .headcount, .rate, .progression]

  /// What these steps bring to a forecast, as far as it may be told; those that bring nothing are
  /// left out.
  ///
  /// - Parameters:
  ///   - basis: What the line is forecast from; a costing by rates is its own.
  ///   - response: How far cost follows heads on that basis.
  func told(_ basis: Basis, _ response: HeadcountResponse) -> [StepAmount] {
    Self.steps.compactMap { step in
      guard !untold.contains(step) else { return nil }
      let amount =
        part(step, isResponse: false, basis, response) * self.amount(step)
        + part(step, isResponse: true, basis, response) * self.response(step)
      return amount == 0 ? nil : StepAmount(step, amount)
    }
  }

  /// The items that have a part in these steps, with what each brings to a forecast, in hundredths
  /// of the currency unit.
  func counted(_ basis: Basis, _ response: HeadcountResponse) -> [(item: Item, amount: Double)] {
    items.compactMap { item in
      let part = part(item.step, isResponse: item.isResponse, basis, response)
      return part == 0 ? nil : (item, part * item.amount)
    }
  }

  /// The part of a step's amounts that is in a forecast.
  ///
  /// Where rates cover the line all that they say is. Otherwise what heads move comes as far as cost
  /// follows them. A budget has what rates and one-offs bring in itself. The progression of a line
  /// with a history is in that history, and is told out of it.
  private func part(
    _ step: Step, isResponse: Bool, _ basis: Basis, _ response: HeadcountResponse
  ) -> Double {
    let isHistory = covered == nil && basis == .history
    guard isResponse else { return covered != nil || isHistory ? 1 : 0 }
    if step == .progression { return isHistory ? 1 : 0 }
    return covered == nil ? response.factor(step) : 1
  }
}
