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
  }

  public static let rule = "ceiling_not_applied"

  public let ceiling: Ceiling
  public let obstacle: Obstacle

  public init(_ ceiling: Ceiling, _ obstacle: Obstacle) {
    self.ceiling = ceiling
    self.obstacle = obstacle
  }

  /// As a finding: a rule that has no effect must not go unseen.
  public func finding(_ language: Language) -> Finding {
    let message =
      language == .chinese
      ? "该控制数未用于预测：\(chineseReason)" : "this ceiling is not applied to forecasts: \(reason)"
    return Finding(
      rule: Self.rule, severity: .warning, year: ceiling.year, unit: ceiling.unit,
      subject: ceiling.subject, stage: ceiling.stage, message: message, source: ceiling.place)
  }

  private var reason: String {
    switch obstacle {
    case .notInAccounts(let dimension):
      "the accounts have no such \(dimension.name); name the subjects, or compare it with memos"
    case .partOfLine(let dimension, let line):
      "lines are unit × subject, and \(line) is not wholly of one \(dimension.name); name the "
        + "subjects, or compare it with memos"
    case .nothingOfLine(let dimension, let line):
      "lines are unit × subject, and nothing says of what \(dimension.name) \(line) is; name the "
        + "subjects, or compare it with memos"
    case .noSubjectOfRole(let role):
      "no subject has the role '\(role)'; give it to subjects, or compare it with memos"
    case .unknownCode(let code): "there is no '\(code)' in the accounts"
    case .noLine: "there is no line that it could be about"
    case .noLastAmount: "of_last has no amount of the year before to go by"
    }
  }

  private var chineseReason: String {
    switch obstacle {
    case .notInAccounts(let dimension):
      "数据中没有该\(dimension.chineseName)；请改列科目，或与 memos 中的数对照"
    case .partOfLine(let dimension, let line):
      "预测按单位×科目进行，而 \(line) 不全属于一个\(dimension.chineseName)；请改列科目，或与 memos 中的数对照"
    case .nothingOfLine(let dimension, let line):
      "预测按单位×科目进行，而数据未列明 \(line) 属于哪一\(dimension.chineseName)；请改列科目，或与 memos 中的数对照"
    case .noSubjectOfRole(let role): "没有科目的 role 为“\(role)”；请在 subjects 中标明，或与 memos 中的数对照"
    case .unknownCode(let code): "数据中没有编码“\(code)”"
    case .noLine: "没有与之相应的单位×科目"
    case .noLastAmount: "of_last 所依据的上年数不存在"
    }
  }
}

extension UnappliedCeiling {
  /// Those of a dataset that are about nothing that is forecast.
  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    guard !dataset.ceilings.isEmpty else { return [] }
    let restated = Crosswalk(dataset.crosswalk).restated(dataset)
    var scope = CeilingScope(restated, nodes)
    var findings: [Finding] = []
    for ceiling in restated.ceilings {
      do {
        _ = try scope.members(ceiling)
      } catch {
        findings.append(error.finding(dataset.language))
      }
    }
    return findings
  }
}
