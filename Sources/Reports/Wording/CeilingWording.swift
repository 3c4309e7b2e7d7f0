import Analytics

extension Ceiling {
  /// What it is about, by codes.
  public var scope: Bilingual {
    let parts: [Bilingual] = [
      unit.map { Bilingual(zh: "单位\($0)", en: "unit \($0)") },
      subject.map { Bilingual(zh: "科目\($0)", en: "subject \($0)") },
      kind.map { Bilingual(zh: $0.name(.chinese), en: "kind \($0.rawValue)") },
      role.map { Bilingual(zh: "事项\($0)", en: "role \($0)") },
      fund.map { Bilingual(zh: "资金\($0)", en: "fund \($0)") },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return Bilingual(zh: "合计", en: "the total") }
    return Bilingual(
      zh: parts.map { $0.zh }.joined(separator: "、"),
      en: parts.map { $0.en }.joined(separator: ", "))
  }

  /// That it holds an amount, on what, and why.
  var told: Bilingual {
    let word = rule.word
    let why = reason ?? ""
    return Bilingual(
      zh: "受\(scope.zh)\(word.zh)限制" + (why.isEmpty ? "" : "：\(why)"),
      en: "held by the \(word.en) on \(scope.en)" + (why.isEmpty ? "" : ": \(why)"))
  }
}

extension Ceiling.Rule {
  fileprivate var word: Bilingual {
    switch self {
    case .fixed: Bilingual(zh: "定额", en: "fixed amount")
    case .atMost: Bilingual(zh: "控制数", en: "ceiling")
    case .atLeast: Bilingual(zh: "下限", en: "floor")
    }
  }
}
