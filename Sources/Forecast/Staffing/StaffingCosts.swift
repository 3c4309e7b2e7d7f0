import Analytics

/// What each category of people costs on a line in a year to come.
public struct StaffingCost: Sendable {
  public let line: Int
  public let year: FiscalYear
  /// The place of the category in the roster; nil for what goes by no head.
  public let category: Int?
  public let personYears: HeadYears?
  /// Heads at the end of the year, in thousandths.
  public let heads: Int64
  /// In hundredths of the currency unit.
  public let amount: Double
  public let limits: Limits
  /// What the amount comes from: a rate, a standard, the cost of the category.
  public let method: String

  public var perPersonYear: Double? {
    personYears.flatMap { $0.units > 0 ? amount / $0.value : nil }
  }
}

extension StaffingProjection {
  /// By line, category, year and method; what goes by no head stands first. The rows of a line and
  /// year add up to its forecast.
  public var costs: [StaffingCost] {
    func key(_ cost: StaffingCost) -> (Int, Int, FiscalYear, String) {
      (cost.line, cost.category ?? -1, cost.year, cost.method)
    }
    return entries.flatMap { CostDivision(self, $0).rows }.sorted { key($0) < key($1) }
  }
}

/// Divides a line's forecast among the categories that it pays.
private struct CostDivision {
  private let model: StaffingModel
  private let entry: StaffingProjection.Entry
  private let line: StaffedLine?

  init(_ projection: StaffingProjection, _ entry: StaffingProjection.Entry) {
    model = projection.model
    self.entry = entry
    line = projection.staffedLine(entry)
  }

  private var mean: Double { Double(entry.prediction.mean.cents) }
  private var plan: LinePlan { entry.plan }

  var rows: [StaffingCost] {
    guard let line else { return [row(nil, mean, "base")] }
    let direct = byRates(line)
    let weights = line.hasDriver && plan.covered == nil ? payWeights(line) : [:]
    let total = weights.values.reduce(0, +)
    let left = mean - direct.values.reduce(0, +) - fixed
    var rows = fixed != 0 ? [row(nil, fixed, "fixed")] : []
    for category in line.categories {
      let share = total > 0 ? left * (weights[category] ?? 0) / total : 0
      let amount = (direct[category] ?? 0) + share
      if amount != 0 || model.roster.heads(line.units, category, plan.year).closing != .zero {
        rows.append(row(category, amount, method(category)))
      }
    }
    let rest = mean - rows.reduce(0) { $0 + $1.amount }
    guard abs(rest) >= 1 else { return rows }
    return [row(nil, rest, "base")] + rows
  }

  /// Running costs less what the standard gives for heads of the last year.
  private var fixed: Double {
    guard plan.covered == nil, let line else { return 0 }
    let operating = operatingPart
    guard operating != 0 else { return 0 }
    let price = standardPrice
    guard price > 0 else { return operating }
    let heads = line.categories.reduce(0) {
      $0 + model.roster.heads(line.units, $1, plan.origin).closing.value
    }
    return operating + plan.operatingFullYear - price * heads
  }

  private var operatingPart: Double {
    model.parts.parts(plan.line, .outturn, plan.origin).first { $0.kind == .operating }
      .map { Double($0.amount.cents) } ?? 0
  }

  /// What a head adds to running costs, by a standard or by what reasons imply.
  private var standardPrice: Double {
    let prices = plan.items.filter {
      $0.kind == .operating && ($0.source == .standard || $0.source == .evidence)
    }.compactMap(\.price)
    return prices.first ?? 0
  }

  /// What rates and standards give for each category's heads of the year.
  private func byRates(_ line: StaffedLine) -> [Int: Double] {
    var amounts: [Int: Double] = [:]
    if plan.covered != nil {
      for item in model.rates.items(line, kind: nil) {
        let heads = model.roster.heads(item.units, item.category, plan.year).personYears.value
        let count = item.basis == .heads ? heads : model.rates.events(item, plan.year)
        amounts[item.category, default: 0] +=
          model.rates.price(item, plan.year) * count + model.rates.arrears(item, plan.year)
      }
    } else if standardPrice > 0 {
      for category in line.categories {
        let heads = model.roster.heads(line.units, category, plan.year).personYears.value
        amounts[category] = standardPrice * heads
      }
    }
    return amounts
  }

  /// How the pay of a line divides: person-years times the category's cost.
  private func payWeights(_ line: StaffedLine) -> [Int: Double] {
    let costs = model.costs(of: line.subject)
    return line.categories.reduce(into: [:]) { weights, category in
      let heads = model.roster.heads(line.units, category, plan.year).personYears.value
      weights[category] = max(0, heads) * (costs[category] ?? 1)
    }
  }

  private func method(_ category: Int) -> String {
    if plan.covered != nil { return LinePlan.Source.rate.rawValue }
    let sources = plan.items.filter { $0.category == category || $0.source == .ratio }
    return (sources.first { $0.kind != .operating }?.source ?? .regression).rawValue
  }

  private func row(_ category: Int?, _ amount: Double, _ method: String) -> StaffingCost {
    let heads = line.flatMap { line in
      category.map { model.roster.heads(line.units, $0, plan.year) }
    }
    let limits = entry.prediction.limits
    func share(_ limit: Double) -> Double {
      mean != 0 ? amount + (limit - mean) * abs(amount / mean) : amount + limit - mean
    }
    return StaffingCost(
      line: plan.line, year: plan.year, category: category, personYears: heads?.personYears,
      heads: (heads?.closing.units ?? 0) / 12_000, amount: amount,
      limits: Limits(
        low95: share(limits.low95), low80: share(limits.low80), high80: share(limits.high80),
        high95: share(limits.high95)), method: method)
  }
}

extension LinePlan {
  fileprivate var operatingFullYear: Double {
    items.reduce(0) {
      $0 + ($1.kind == .operating && $1.step == .fullYear ? $1.amount : 0)
    }
  }
}
