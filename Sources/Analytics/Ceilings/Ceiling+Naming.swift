extension Ceiling {
  /// What it is about, by codes: `单位101、科目2010602`, `unit 101, subject 2010602`.
  public func scope(_ language: Language) -> String {
    let isChinese = language == .chinese
    func part(_ chinese: String, _ english: String, _ code: String?) -> String? {
      code.map { isChinese ? "\(chinese)\($0)" : "\(english) \($0)" }
    }
    let parts = [
      part("单位", "unit", unit), part("科目", "subject", subject),
      part("", "kind", isChinese ? kind?.name(.chinese) : kind?.rawValue),
      part("事项", "role", role), part("资金", "fund", fund),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return isChinese ? "合计" : "the total" }
    return parts.joined(separator: isChinese ? "、" : ", ")
  }
}

extension Ceiling.Rule {
  /// What people call such a figure.
  public func name(_ language: Language) -> String {
    let isChinese = language == .chinese
    return switch self {
    case .fixed: isChinese ? "定额" : "fixed amount"
    case .atMost: isChinese ? "控制数" : "ceiling"
    case .atLeast: isChinese ? "下限" : "floor"
    }
  }
}
