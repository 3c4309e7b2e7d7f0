/// A ceiling that forecasts cannot keep to, and why.
public struct UnappliedCeiling: Error, Hashable, Sendable {
  public enum Obstacle: Hashable, Sendable {
    /// The accounts have nothing by this dimension that the ceiling names.
    case notInAccounts(Dimension)
    /// A line, by its codes, is only in part of what the ceiling names by this dimension.
    case partOfLine(Dimension, String)
    /// Nothing says how much of a line is of it.
    case nothingOfLine(Dimension, String)
    /// Neither a subject nor an economic class has the role.
    case noSubjectOfRole(String)
    case unknownCode(String)
    /// No line is of the unit, subject, kind and fund.
    case noLine
    /// There is no amount of the year before.
    case noLastAmount
    /// The stage is known of the year; what it has, where the ceiling is about whole lines.
    case adopted(Outcome?)
    /// The accounts have nothing of the year, which is before the last one that the stage has.
    case noSuchYear(FiscalYear)
    /// Forecasts end with an earlier year.
    case beyondHorizon(FiscalYear)
    /// The accounts have the stage in no year.
    case stageNotPublished
  }

  public static let rule = "ceiling_not_applied"

  public let ceiling: Ceiling
  public let obstacle: Obstacle

  public init(_ ceiling: Ceiling, _ obstacle: Obstacle) {
    self.ceiling = ceiling
    self.obstacle = obstacle
  }
}

extension UnappliedCeiling {
  /// Those of a dataset that are about nothing that is forecast.
  ///
  /// - Parameter horizon: Years beyond the last year of the dataset that are forecast.
  static func findings(_ dataset: Dataset, _ nodes: NodeTable, horizon: Int = 1) -> [Finding] {
    guard !dataset.ceilings.isEmpty else { return [] }
    let restated = Crosswalk(dataset.crosswalk).restated(dataset)
    let years = CeilingYear(nodes, horizon: horizon)
    var scope = CeilingScope(restated, nodes)
    return restated.ceilings.compactMap { ceiling in
      var obstacle: Obstacle?
      var members: CeilingMembers?
      do throws(UnappliedCeiling) {
        members = try scope.members(ceiling)
      } catch {
        obstacle = error.obstacle
      }
      let missing: Obstacle? = years.origin(ceiling.stage) == nil ? .stageNotPublished : nil
      return (years.obstacle(ceiling, members) ?? obstacle ?? missing).map {
        UnappliedCeiling(ceiling, $0).finding(dataset)
      }
    }
  }
}
