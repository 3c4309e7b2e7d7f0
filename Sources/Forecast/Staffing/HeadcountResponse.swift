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

  /// Cost follows no heads.
  static let none = HeadcountResponse(fullYear: 0, headcount: 0, evidence: nil, isUsed: true)

  /// Past origins below this cannot overrule what people and rates say.
  static let fewest = 4
  private static let clip = 3.0
  private static let most = 1.5

  private init(fullYear: Double, headcount: Double, evidence: Evidence?, isUsed: Bool) {
    self.fullYear = fullYear
    self.headcount = headcount
    self.evidence = evidence
    self.isUsed = isUsed
  }

  /// The part of what heads would move at a step that comes.
  public func factor(_ step: Step) -> Double {
    switch step {
    case .fullYear: fullYear
    case .headcount: headcount
    default: 1
    }
  }

  /// - Parameters:
  ///   - cases: By origin, the newest first.
  ///   - prior: What is expected of full years and of movements.
  init(_ cases: [[Case]], prior: [Double]) {
    let kept = cases.filter { !$0.isEmpty }
    guard !kept.isEmpty else {
      self.init(fullYear: prior[0], headcount: prior[1], evidence: nil, isUsed: true)
      return
    }
    let fitted = Self.fit(kept, prior)
    let known = kept.indices.reduce(0) { sum, out in
      var others = kept
      let left = others.remove(at: out)
      let coefficients = others.isEmpty ? prior : Self.fit(others, prior)
      return sum + left.reduce(0) { $0 + abs($1.rest(coefficients)) }
    }
    let all = kept.joined()
    let evidence = Evidence(
      lines: Set(all.map(\.line)).count, origins: kept.count,
      actual: all.reduce(0) { $0 + abs($1.actual) },
      naive: all.reduce(0) { $0 + abs($1.actual - $1.last) },
      trend: all.reduce(0) { $0 + abs($1.actual - $1.trend) }, known: known)
    self.init(
      fullYear: fitted[0], headcount: fitted[1], evidence: evidence,
      isUsed: kept.count < Self.fewest || known <= evidence.trend)
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
