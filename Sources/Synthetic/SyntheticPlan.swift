/// How large a synthetic dataset is to be, and which one it is.
public struct SyntheticPlan: Hashable, Sendable {
  /// Rows of `units`, the parents and the codes that ended among them.
  public let units: Int
  /// Rows of `subjects`, on all three levels, the codes that ended among them.
  public let subjects: Int
  /// Closed years, the last of them `newestYear`; a budget is adopted for the year after.
  public let years: Int
  public let seed: UInt64
  /// Only accounts by unit and subject, without finer cuts and without the tables beside them.
  public let linesOnly: Bool
  /// Ceilings of single units, besides those of the whole city.
  public let ceilings: Int

  public static let newestYear = 2024
  public static let demoCity = try! SyntheticPlan(units: 12, subjects: 60, years: 9, seed: 2025)

  public static let unitBounds = 1...100_000
  public static let subjectBounds = 3...250_000
  public static let yearBounds = 2...100
  /// Beyond so many lines `linesOnly` holds by itself.
  public static let mostDetailedLines = 200_000
  public static let mostLines = 20_000_000

  public init(
    units: Int, subjects: Int, years: Int, seed: UInt64, linesOnly: Bool = false,
    ceilings: Int = 0
  ) throws(SyntheticPlanError) {
    try SyntheticPlan.require(units, in: SyntheticPlan.unitBounds, "units")
    try SyntheticPlan.require(subjects, in: SyntheticPlan.subjectBounds, "subjects")
    try SyntheticPlan.require(years, in: SyntheticPlan.yearBounds, "years")
    try SyntheticPlan.require(ceilings, in: 0...units, "ceilings")
    let lines = SyntheticPlan.lines(units, subjects)
    guard lines <= SyntheticPlan.mostLines else { throw .tooManyLines(lines) }
    self.units = units
    self.subjects = subjects
    self.years = years
    self.seed = seed
    self.ceilings = ceilings
    self.linesOnly = linesOnly || lines > SyntheticPlan.mostDetailedLines
  }

  private static func require(
    _ value: Int, in bounds: ClosedRange<Int>, _ what: String
  ) throws(SyntheticPlanError) {
    guard bounds.contains(value) else { throw .outOfBounds(what: what, value: value, bounds) }
  }

  /// About how many lines there will be.
  private static func lines(_ units: Int, _ subjects: Int) -> Int {
    units * (10 + subjects / PanelFacts.subjectsPerLine)
  }

  var firstYear: Int { SyntheticPlan.newestYear - years + 1 }

  /// The number of the year in which something happens, counted from 0, at a share of the years.
  private func index(_ numerator: Int, of denominator: Int) -> Int {
    min(years - 1, max(1, years * numerator / denominator))
  }

  /// Year numbers of the events: a unit is renamed, a subject split, another merged and the base
  /// of pension contributions widened, a rate raised in the middle of the year.
  var renameIndex: Int { index(3, of: 9) }
  var splitIndex: Int { index(4, of: 9) }
  var mergeIndex: Int { index(5, of: 9) }
  var rateIndex: Int { index(6, of: 9) }
}

/// Why a dataset cannot have the size that was asked for.
public enum SyntheticPlanError: Error, Hashable, CustomStringConvertible {
  case outOfBounds(what: String, value: Int, ClosedRange<Int>)
  case tooManyLines(Int)

  public var description: String {
    switch self {
    case .outOfBounds(let what, let value, let bounds):
      "--\(what) must be from \(bounds.lowerBound) to \(bounds.upperBound), not \(value)."
    case .tooManyLines(let lines):
      "--units and --subjects make about \(lines) lines; there may be "
        + "\(SyntheticPlan.mostLines) at most."
    }
  }
}
