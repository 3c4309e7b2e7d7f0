/// Fills in the indicators, year by year.
struct PefaRows {
  let dataset: Dataset
  let years: PefaYears
  private(set) var rows: [Pefa.Row] = []
  private(set) var heads: [Pefa.HeadRow] = []
  /// The scores that PI-2 combines, by year.
  private var dimensions: [FiscalYear: [PefaScore]] = [:]

  /// A score is of three completed years.
  private static let scored = 3

  init(dataset: Dataset, years: PefaYears) {
    self.dataset = dataset
    self.years = years
  }

  /// The year and the two completed ones before it, if there are.
  private func three(_ year: FiscalYear) -> [FiscalYear]? {
    let before = years.completed.filter { $0 <= year }.suffix(PefaRows.scored)
    return before.count == PefaRows.scored ? Array(before) : nil
  }

  mutating func addOutturn() {
    for year in years.completed {
      let totals = years.totals(year)
      let score = three(year).map { PefaScore.outturn($0.map(years.totals)) }
      add(
        "PI-1.1", year, Percentage.of(Money(cents: totals.outturn), Money(cents: totals.budget)),
        score, ["outturn": totals.outturn, "budget": totals.budget])
    }
  }

  mutating func addCompositions() {
    let isByUnit = years.completed.allSatisfy { years.heads(.unit, $0) != nil }
    for basis in PefaYears.Basis.allCases {
      let name = basis == .economic ? "PI-2.2" : "PI-2.1 \(basis.rawValue)"
      let counts = basis == .economic || basis == (isByUnit ? .unit : .class)
      let heads = Dictionary(
        uniqueKeysWithValues: years.completed.map { ($0, years.heads(basis, $0)) })
      for year in years.completed { add(name, heads, year, isDimension: counts) }
    }
  }

  private mutating func add(
    _ name: String, _ byYear: [FiscalYear: PefaHeads?], _ year: FiscalYear, isDimension: Bool
  ) {
    guard let heads = byYear[year] ?? nil, let variance = heads.variance else { return }
    let variances = three(year)?.compactMap { byYear[$0]??.variance } ?? []
    let score = variances.count == PefaRows.scored ? PefaScore.composition(variances) : nil
    if isDimension, let score { dimensions[year, default: []].append(score) }
    add(
      name, year, variance.percent, score,
      ["outturn": heads.outturn, "budget": heads.budget], heads: heads.heads.count)
    self.heads += heads.heads.map { row($0, of: heads, name, year) }
  }

  private func row(
    _ head: PefaHeads.Head, of heads: PefaHeads, _ name: String, _ year: FiscalYear
  ) -> Pefa.HeadRow {
    let outturn = Money(cents: head.outturn)
    let adjusted = heads.adjusted(head)
    return Pefa.HeadRow(
      indicator: name, year: year, head: head.code, budget: Money(cents: head.budget),
      outturn: outturn, adjusted: adjusted, deviation: adjusted.map { outturn - $0 },
      deviationPct: adjusted.flatMap { Percentage.growth(from: $0, to: outturn) })
  }

  mutating func addContingency() {
    for year in years.completed {
      guard let charged = years.contingency(year) else { continue }
      let budget = years.totals(year).budget
      let history = three(year)?.map { (years.contingency($0)!, years.totals($0).budget) }
      let score = history.map(PefaScore.contingency)
      if let score { dimensions[year, default: []].append(score) }
      add(
        "PI-2.3", year, Percentage.of(Money(cents: charged), Money(cents: budget)), score,
        ["charged": charged, "budget": budget])
    }
  }

  /// PI-2, where all three dimensions have a score.
  mutating func addCombined() {
    for year in years.completed {
      guard let scores = dimensions[year], scores.count == PefaRows.scored else { continue }
      rows.append(
        Pefa.Row(
          indicator: "PI-2", year: year, value: nil, score: PefaScore.weakestLink(scores),
          inputs: "M1 \(scores.map(\.rawValue).joined(separator: " "))"))
    }
  }

  private mutating func add(
    _ indicator: String, _ year: FiscalYear, _ value: PrintedNumber?, _ score: PefaScore?,
    _ amounts: [String: Int64], heads: Int? = nil
  ) {
    let list = amounts.sorted { $0.key > $1.key }.map {
      "\($0.key) \(dataset.printed(Money(cents: $0.value)))"
    }
    let inputs = list + (heads.map { ["heads \($0)"] } ?? [])
    rows.append(
      Pefa.Row(
        indicator: indicator, year: year, value: value, score: score?.rawValue,
        inputs: inputs.joined(separator: ", ")))
  }
}
