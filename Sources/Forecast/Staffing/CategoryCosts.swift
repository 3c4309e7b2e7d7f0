import Analytics
import LinearAlgebra

/// What a person-year of each category costs on the lines of one subject, pooled over units and
/// years.
///
/// Of every unit and year with people, cost over person-years relative to the usual one is
///
///     a / m − 1  ≈  Σ_c share_c · d_c + g · (t − T)
///
/// with m the median cost of a person-year in the newest year T, share_c the part of person-years
/// that category c has, d_c how much dearer it is than the usual head, and g the drift a year. The
/// sum of absolute deviations is least; each d_c is drawn to 0, the category to the mean of all, as
/// if one more unit-year said so, so that a category without history has a cost too. Sums are exact,
/// so that the same data give the same costs on every machine.
struct CategoryCosts {
  /// One unit and year: its person-years by category, and what they cost.
  struct Observation {
    let year: FiscalYear
    /// As many as categories.
    let personYears: [Double]
    let amount: Double
  }

  /// In hundredths of the currency unit a person-year, by category, in the newest year.
  let costs: [Double]
  /// Part a year.
  let drift: Double

  /// Rows of ridge that draw a category to the mean.
  private static let ridge = 1.0
  /// A cost beyond so many times the usual one teaches no more than that.
  private static let clip = 3.0
  /// The least part of the usual cost that a category has.
  private static let least = 0.05

  init(_ observations: [Observation], categories: Int) {
    let used = observations.filter { $0.amount > 0 && $0.personYears.reduce(0, +) > 0 }
    guard let newest = used.map(\.year).max(),
      let usual = used.filter({ $0.year == newest }).map(\.perHead).median
    else {
      costs = Array(repeating: 0, count: categories)
      drift = 0
      return
    }
    var design = GridDesign(columns: categories + 1)
    var weights: [Double] = []
    for row in used {
      let total = row.personYears.reduce(0, +)
      let age = Double(newest.number - row.year.number)
      design.append(
        row.personYears.map { $0 / total } + [-age / 10],
        response: min(row.perHead / usual - 1, Self.clip))
      weights.append(total.squareRoot())
    }
    let prior = [Double](repeating: 0, count: categories + 1)
    let fit = try? LeastAbsoluteDeviations(
      design, weights: weights, threshold: .fixed(0.01),
      ridge: LeastAbsoluteDeviations.Ridge(prior: prior, strength: Self.ridge), rounds: 10)
    let coefficients = fit?.coefficients ?? prior
    costs = coefficients.dropLast().map { usual * max(Self.least, 1 + $0) }
    drift = coefficients[categories] / 10
  }
}

extension CategoryCosts.Observation {
  fileprivate var perHead: Double { amount / personYears.reduce(0, +) }
}
