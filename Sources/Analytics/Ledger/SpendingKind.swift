/// The kinds of expenditure: basic, which is personnel and operating, and project.
public enum SpendingKind: String, CaseIterable, Sendable {
  /// 基本支出
  case basic
  /// 人员经费, 人员类
  case personnel
  /// 公用经费, 运转类
  case operating
  /// 项目支出, 特定目标类
  case project

  public var parent: SpendingKind? { self == .personnel || self == .operating ? .basic : nil }

  /// What people call it.
  public func name(_ language: Language) -> String {
    let isChinese = language == .chinese
    return switch self {
    case .basic: isChinese ? "基本支出" : "Basic expenditure"
    case .personnel: isChinese ? "人员经费" : "Personnel"
    case .operating: isChinese ? "公用经费" : "Operating expenditure"
    case .project: isChinese ? "项目支出" : "Project expenditure"
    }
  }

  init?(word: String) {
    switch word.lowercased() {
    case "basic", "基本支出", "基本": self = .basic
    case "personnel", "人员经费", "人员类", "人员支出": self = .personnel
    case "operating", "公用经费", "运转类", "公用支出": self = .operating
    case "project", "项目支出", "特定目标类", "项目": self = .project
    default: return nil
    }
  }
}

extension Classification {
  /// Adds a kind of expenditure under its parent.
  mutating func add(_ kind: SpendingKind) {
    let member = codes.intern(kind.rawValue)
    if let parent = kind.parent { _ = tree.place(member, under: codes.intern(parent.rawValue)) }
  }

  /// Calls the kinds of expenditure what people who read a language call them.
  mutating func nameKinds(_ language: Language) {
    for kind in SpendingKind.allCases {
      if let member = codes.find(kind.rawValue) { setName(kind.name(language), of: member) }
    }
  }
}
