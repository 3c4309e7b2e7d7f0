import Analytics
import LinearAlgebra

/// How far cost follows heads, learned from past origins: the elasticity of a year's full effect and
/// of later movements, never forced to 1.
///
/// What the forecasts of history left over is explained by what heads would have moved had cost
/// followed them wholly, by least absolute deviations drawn to a prior. Where that has not made past
/// forecasts better, at origins left out of the fit, plans are not used at all.
public struct HeadcountResponse: Hashable, Sendable {
  /// What past origins say, all lines with people together; sums of absolute errors in hundredths of
  /// the currency unit.
  public struct Evidence: Hashable, Sendable {
    public let lines: Int
    public let origins: Int
    public let actual: Double
    public let naive: Double
    public let trend: Double
    /// With heads known, each origin forecast by coefficients learned at the others.
    public let known: Double
  }

  public let fullYear: Double
  public let headcount: Double
  /// Nil where no past origin has people.
  public let evidence: Evidence?
  /// Whether plans are used.
  public let isUsed: Bool
  /// How wide limits of lines with people are, beside those of history alone.
  ///
  /// What past forecasts with heads left over has in it what a head costs, what heads did that were
  /// not known, and the rest; so have limits that hold as much of it as those of history of theirs.
  public let width: Double

  /// Cost follows no heads.
  static let none = HeadcountResponse(
    fullYear: 0, headcount: 0, evidence: nil, isUsed: true, width: 1)

  /// Cost follows heads wholly.
  static let whole = HeadcountResponse(
    fullYear: 1, headcount: 1, evidence: nil, isUsed: true, width: 1)

  /// Past origins below this cannot overrule what people and rates say.
  static let fewest = 4
  private static let clip = 3.0
  private static let most = 1.5

  private init(
    fullYear: Double, headcount: Double, evidence: Evidence?, isUsed: Bool, width: Double
  ) {
    self.fullYear = fullYear
    self.headcount = headcount
    self.evidence = evidence
    self.isUsed = isUsed
    self.width = width
  }

  /// The part of what heads would move at a step that comes.
  func factor(_ step: Step) -> Double {
    switch step {
    case .fullYear: fullYear
    case .headcount: headcount
    default: 1
    }
  }

  /// - Parameters:
  ///   - cases: By origin, the newest first.
  ///   - prior: What is expected of full years and of movements.
  ///   - isFirm: Whether plans are used though they have not made past forecasts better.
  init(_ cases: [[Case]], prior: [Double], isFirm: Bool = false) {
    let kept = cases.filter { !$0.isEmpty }
    guard !kept.isEmpty else {
      self.init(fullYear: prior[0], headcount: prior[1], evidence: nil, isUsed: true, width: 1)
      return
    }
    let fitted = Self.fit(kept, prior)
    let all = Array(kept.joined())
    let rests = kept.indices.flatMap { out in
      var others = kept
      let left = others.remove(at: out)
      let coefficients = others.isEmpty ? prior : Self.fit(others, prior)
      return left.map { abs($0.rest(coefficients)) }
    }
    let known = rests.reduce(0, +)
    let evidence = Evidence(
      lines: Set(all.map(\.line)).count, origins: kept.count,
      actual: all.reduce(0) { $0 + abs($1.actual) },
      naive: all.reduce(0) { $0 + abs($1.actual - $1.last) },
      trend: all.reduce(0) { $0 + abs($1.actual - $1.trend) }, known: known)
    self.init(
      fullYear: fitted[0], headcount: fitted[1], evidence: evidence,
      isUsed: isFirm || kept.count < Self.fewest || known <= evidence.trend,
      width: Self.width(all, rests, origins: kept.count))
  }

  /// The ratio of the errors with heads to those of history that 80 % limits hold, each by the
  /// line's own spread; drawn to 1 as if two more origins said so.
  ///
  /// - Parameter rests: By case, what is left over with heads known.
  private static func width(_ cases: [Case], _ rests: [Double], origins: Int) -> Double {
    let moving = cases.indices.filter { cases[$0].spread > 0 }
    let known = ResidualQuantiles(moving.map { rests[$0] / cases[$0].spread })
    let trend = ResidualQuantiles(
      moving.map { abs(cases[$0].actual - cases[$0].trend) / cases[$0].spread })
    guard known.isEnough, case let usual = trend.quantile(0.8), usual > 0 else { return 1 }
    return (Double(origins) * known.quantile(0.8) / usual + 2) / Double(origins + 2)
  }

  /// A past forecast of a line with people.
  struct Case {
    let line: Int
    let last: Double
    let actual: Double
    /// What history alone said.
    let trend: Double
    /// The same with all that is known but heads.
    let reference: Double
    /// What heads would have moved had cost followed them wholly.
    let fullYear: Double
    let headcount: Double
    /// How far it may be out, before errors are measured.
    let spread: Double

    func rest(_ coefficients: [Double]) -> Double {
      actual - reference - coefficients[0] * fullYear - coefficients[1] * headcount
    }
  }

  private static func fit(_ cases: [[Case]], _ prior: [Double]) -> [Double] {
    var design = GridDesign(columns: 2)
    var weights: [Double] = []
    for one in cases.joined() where one.last > 0 && (one.fullYear != 0 || one.headcount != 0) {
      func clipped(_ value: Double) -> Double { min(max(value / one.last, -clip), clip) }
      design.append(
        [clipped(one.fullYear), clipped(one.headcount)],
        response: clipped(one.actual - one.reference))
      weights.append(one.last.squareRoot())
    }
    guard design.rows > 0 else { return prior }
    let strength = 4 + 0.5 * Double(design.rows) / Double(cases.count)
    let ridge = LeastAbsoluteDeviations.Ridge(prior: prior, strength: strength)
    let fit = try? LeastAbsoluteDeviations(
      design, weights: weights, threshold: .fixed(0.01), ridge: ridge, rounds: 10)
    return (fit?.coefficients ?? prior).map { min(max($0, 0), most) }
  }
}
