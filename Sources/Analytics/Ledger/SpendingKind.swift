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

  public var chineseName: String {
    switch self {
    case .basic: "基本支出"
    case .personnel: "人员经费"
    case .operating: "公用经费"
    case .project: "项目支出"
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
    setName(kind.chineseName, of: member)
  }
}
