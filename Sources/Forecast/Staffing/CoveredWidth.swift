import Analytics

/// How far a line that rates cover has been from what they give.
struct CoveredWidth {
  private let model: StaffingModel
  private let line: StaffedLine
  /// Years that are looked back on.
  private static let years = 5
  /// No forecast is surer than this.
  private static let least = 0.002

  init(_ model: StaffingModel, _ line: StaffedLine) {
    self.model = model
    self.line = line
  }

  /// The root mean square of relative errors, of rates against what was spent and, for each year
  /// whose heads are projected, of one year's heads against the next year's.
  func relative(_ plan: LinePlan) -> Double {
    let first = max(1, plan.origin.number - CoveredWidth.years + 1)
    let years = (first...plan.origin.number).map(FiscalYear.init)
    let residuals = years.compactMap { residual($0, plan.stage) }
    let projected = model.roster.projectedYears(from: plan.origin, to: plan.year)
    let moves = projected == 0 ? [] : years.compactMap(move)
    let squares = CoveredWidth.mean(residuals) + Double(projected) * CoveredWidth.mean(moves)
    return max(CoveredWidth.least, squares.squareRoot())
  }

  private static func mean(_ squares: [Double]) -> Double {
    squares.isEmpty ? 0 : squares.reduce(0, +) / Double(squares.count)
  }

  private func residual(_ year: FiscalYear, _ stage: Stage) -> Double? {
    let parts = model.parts.parts(line.line, stage, year)
    guard !parts.isEmpty else { return nil }
    var (given, spent) = (0.0, 0.0)
    for part in parts {
      let amount = Double(part.amount.cents)
      spent += amount
      given += PartCosting(
        model, line, part.kind, base: amount, stage, from: year, to: year
      ).amount(year)
    }
    guard given > 0 else { return nil }
    let error = (spent - given) / given
    return error * error
  }

  private func move(_ year: FiscalYear) -> Double? {
    guard let before = year.previous else { return nil }
    let heads = [before, year].map { year in
      line.categories.reduce(0) {
        $0 + model.roster.heads(line.units, $1, year).personYears.value
      }
    }
    guard heads[0] > 0 else { return nil }
    let change = heads[1] / heads[0] - 1
    return change * change
  }
}
