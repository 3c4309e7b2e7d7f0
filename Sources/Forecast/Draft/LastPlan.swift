import Analytics

/// The budgets of the years to come as an earlier run has planned them, by its explanations.
public struct LastPlan: Sendable {
  struct Key: Hashable {
    let level: Level
    let unit: String
    let subject: String
    let year: FiscalYear
  }

  private var plans: [Key: [Step: Money]] = [:]
  /// The years that it plans, rising.
  public private(set) var years: [FiscalYear] = []

  private static let columns = ["stage", "level", "unit", "subject", "year", "step", "amount"]

  /// Reads a run's `forecast/explanations.csv`.
  ///
  /// - Parameter unit: In which it is printed.
  /// - Throws: `SourceErrors`, or what the source throws.
  public init(_ source: any ByteSource, in unit: AmountUnit) throws {
    var years: Set<FiscalYear> = []
    try WrittenTable.forEachRow(of: source, columns: Self.columns) { row in
      guard row.has(Stage.budget.rawValue, at: 0) else { return }
      guard let level = Level(rawValue: row[1]), let year = Int(row[4]),
        (1...9999).contains(year), let step = Step(rawValue: row[5]),
        let amount = row.money(6, in: unit)
      else { throw row.error("this is no step of a forecast that a run has written", column: 1) }
      years.insert(FiscalYear(year))
      let key = Key(level: level, unit: row[2], subject: row[3], year: FiscalYear(year))
      plans[key, default: [:]][step] = amount
    }
    self.years = years.sorted()
  }

  /// The steps of a plan, which add up to it; nil where there is none.
  func steps(_ key: Key) -> [Step: Money]? { plans[key] }
}
