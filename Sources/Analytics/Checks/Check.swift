/// One question that is put to a dataset.
///
/// Its page is `docs/checks/<page>.md`: what a finding means, an example that fails, how to mend
/// it.
public struct Check: Sendable {
  /// What its findings have as their rule.
  public let name: String
  /// The gravest finding that it gives.
  public let severity: Finding.Severity
  public let page: String
  private let chinese: String
  private let english: String
  let find: @Sendable (CheckedDataset) -> [Finding]

  init(
    _ name: String, _ severity: Finding.Severity, page: String? = nil, zh: String, en: String,
    _ find: @escaping @Sendable (CheckedDataset) -> [Finding]
  ) {
    self.name = name
    self.severity = severity
    self.page = page ?? name
    chinese = zh
    english = en
    self.find = find
  }

  /// What it asks, in one line.
  public func summary(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

/// What checks look at: a dataset as it was read, and what it comes to in the newest
/// classification.
public struct CheckedDataset: Sendable {
  public let dataset: Dataset
  public let panel: Panel
  public let nodes: NodeTable
  public let tieOut: TieOut
  /// Heads, under the codes of the sources.
  let roster: Roster
  /// Whose cost per head findings may tell.
  let privacy: Privacy
  /// Years beyond the last one that are forecast.
  let horizon: Int

  /// - Parameters:
  ///   - nodes: Of the restated panel.
  ///   - roster: Of the dataset, where one is at hand.
  ///   - privacy: Whose cost per head findings may tell.
  ///   - horizon: Years beyond the last one that are forecast.
  public init(
    _ dataset: Dataset, _ nodes: NodeTable, _ roster: Roster? = nil, privacy: Privacy = .none,
    horizon: Int = 1
  ) {
    self.dataset = dataset
    self.nodes = nodes
    self.privacy = privacy
    self.horizon = horizon
    panel = nodes.panel
    tieOut = TieOut(dataset)
    self.roster = roster ?? Roster(dataset)
  }

  /// The findings of some checks.
  ///
  /// Of notes and warnings of one rule, no more than `Check.mostAlike` are kept; one more finding
  /// then counts the others.
  public func findings(_ checks: [Check] = Check.all) -> [Finding] {
    checks.flatMap { check in Check.condensed(check.find(self), dataset.language) }
  }
}

extension Check {
  /// Beyond this many notes or warnings of one rule nobody reads on.
  static let mostAlike = 40

  static func condensed(_ findings: [Finding], _ language: Language) -> [Finding] {
    Finding.Severity.allCases.flatMap { severity -> [Finding] in
      let alike = findings.filter { $0.severity == severity }
      guard severity != .error, alike.count > mostAlike else { return alike }
      let sizes = alike.map(\.size)
      let largest = alike.indices.sorted { a, b in
        sizes[a] != sizes[b] ? sizes[a] > sizes[b] : a < b
      }
      let left = alike.count - mostAlike
      let text =
        language == .chinese
        ? "另有 \(left) 处同类情况未逐一列出" : "\(left) more of the same kind are not listed"
      return largest.prefix(mostAlike).map { alike[$0] }
        + [Finding(rule: alike[0].rule, severity: severity, message: text)]
    }
  }
}

extension Finding {
  /// How much money or how many per cent it is about.
  fileprivate var size: Double { abs((difference ?? found)?.doubleValue ?? 0) }
}
