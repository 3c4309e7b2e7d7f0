import Analytics

extension Ceiling {
  /// What it is about, by codes.
  public var scope: Bilingual { Bilingual(zh: scope(.chinese), en: scope(.english)) }

  /// That it holds an amount, on what, and why.
  var told: Bilingual {
    let why = reason ?? ""
    return Bilingual(
      zh: "受\(scope.zh)\(rule.name(.chinese))限制" + (why.isEmpty ? "" : "：\(why)"),
      en: "held by the \(rule.name(.english)) on \(scope.en)" + (why.isEmpty ? "" : ": \(why)"))
  }
}
