import Analytics

/// What is known of lines beforehand and changes their forecasts: price and pay growth, and
/// projects that end.
public struct KnownChanges: Sendable {
  private let growth: GrowthAssumptions?
  private let ends: ProjectEnds?

  public static let none = KnownChanges(growth: nil, ends: nil)

  private init(growth: GrowthAssumptions?, ends: ProjectEnds?) {
    self.growth = growth
    self.ends = ends
  }

  /// - Parameters:
  ///   - dataset: In the classification of the panel.
  ///   - panel: The dataset's.
  public init(_ dataset: Dataset, _ panel: Panel) {
    growth =
      dataset.assumptions.isEmpty
      ? nil : GrowthAssumptions(dataset.assumptions, dataset.accounts, panel)
    let ends = ProjectEnds(dataset, panel)
    self.ends = ends.isEmpty ? nil : ends
  }

  var isEmpty: Bool { growth == nil && ends == nil }

  /// The way of a line after what is known.
  ///
  /// An adopted budget knows of both already. In a year without one whose growth is known, the
  /// line grows by it from its own forecast of the year before; only the part of the line of which
  /// no growth is known moves as the regression says. Of what comes out, the part that ended
  /// projects have had in the amount started from is gone.
  ///
  /// - Parameters:
  ///   - model: What the regression says.
  ///   - base: The stage and year of the amount that it starts from.
  ///   - before: The way to the panel year before, if that is forecast too.
  func planned(
    _ model: Way, _ line: Int, _ stage: Stage, _ year: FiscalYear, basis: Basis,
    from base: (stage: Stage, year: FiscalYear)?, after before: PlannedWay?
  ) -> PlannedWay {
    guard basis == .history else { return PlannedWay(model) }
    let remaining = base.flatMap { ends?.remaining(line, $0.stage, in: $0.year, to: year) } ?? 1
    return PlannedWay(
      model, growth?.growth(line, stage, year), remaining: remaining, after: before)
  }

  /// Why a line grows in a year, as `assumptions` says; each reason once.
  func reasons(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> [String] {
    var seen: Set<String> = []
    return (growth?.parts(line, stage, year) ?? []).compactMap(\.row.reason).filter {
      seen.insert($0).inserted
    }
  }

  /// A project that ends, and its last year.
  struct Ending {
    let project: Int32
    let name: String
    let lastYear: FiscalYear
  }

  /// The projects of a line whose last year is a year or later, and before another year.
  func ending(_ line: Int, from year: FiscalYear, before end: FiscalYear) -> [Ending] {
    ends?.ending(line, from: year, before: end) ?? []
  }
}
