import Analytics

/// The phrases that sentences of the narrative are made of.
///
/// An execution rate always names its budget: 完成年初预算的…% or 完成全年预算的…%, never bare
/// 完成预算.
struct NarrativeWording {
  let number: NumberWording

  init(_ dataset: Dataset) { number = NumberWording(dataset) }

  var isChinese: Bool { number.language == .chinese }

  func text(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[number.language] }

  /// Clauses of one sentence.
  func joined(_ clauses: [String]) -> String { clauses.joined(separator: text("，", ", ")) }

  /// Members of one list.
  func listed(_ members: [String]) -> String { members.joined(separator: text("；", "; ")) }

  func sentence(_ clauses: [String]) -> String { joined(clauses) + text("。", ".") }

  /// A text of the dataset: Markdown shows it as it is, and its own full stop is dropped.
  func quoted(_ data: String) -> String {
    var text = data
    while let last = text.last, "。；;.".contains(last) || last.isWhitespace { text.removeLast() }
    return MarkdownText.escaped(text)
  }

  /// An amount, or a count with its own decimals; blank is 0.
  func value(_ amount: ComparedAmount) -> String {
    let outturn = amount.outturn ?? .zero
    return amount.measure == .money
      ? number.amount(outturn) : number.count(outturn, decimals: amount.decimals)
  }

  /// A name and its amount: apart where the name ends in a Latin letter or a digit, as codes do.
  func named(_ name: String, _ amount: ComparedAmount) -> String {
    let isApart = !isChinese || name.last.map(\.isASCII) ?? false
    return name + (isApart ? " " : "") + value(amount)
  }

  // MARK: Changes

  /// 增加…，增长…%: what an amount did since the year before; nil where that is not published.
  func movement(_ amount: ComparedAmount) -> String? {
    guard let change = amount.change, let previous = amount.previous else { return nil }
    if change == .zero { return text("持平", "did not change") }
    let isRise = change > .zero
    let size = number.size(change)
    guard let growth = amount.growthPct else {
      return previous == .zero
        ? text(
          "增加\(size)（上年为0，不计算增长率）", "increased by \(size) (from 0, so no rate is given)")
        : text("\(isRise ? "增加" : "减少")\(size)", "\(isRise ? "in" : "de")creased by \(size)")
    }
    let rate = number.size(ofPercent: growth)
    return isRise
      ? text("增加\(size)，增长\(rate)", "increased by \(size), or \(rate)")
      : text("减少\(size)，下降\(rate)", "decreased by \(size), or \(rate)")
  }

  /// 比年初预算增加…: a difference that has no rate; nil where it is not known.
  func difference(_ money: Money?, from base: Bilingual) -> String? {
    guard let money else { return nil }
    let base = base[number.language]
    if money == .zero { return text("与\(base)持平", "equal to the \(base)") }
    let size = number.size(money)
    return money > .zero
      ? text("比\(base)增加\(size)", "\(size) above the \(base)")
      : text("比\(base)减少\(size)", "\(size) below the \(base)")
  }

  static let initialBudget = Bilingual(zh: "年初预算数", en: "initial budget")
  static let revisedBudget = Bilingual(zh: "全年预算数", en: "revised budget")
  static let lastOutturn = Bilingual(zh: "上年决算数", en: "outturn of the year before")

  /// 年中追加…, 年中追减…; nil where nothing is known or changed.
  func inYearChange(_ amount: ComparedAmount) -> String? {
    guard let change = amount.inYearChange, change != .zero else { return nil }
    let size = number.size(change)
    return change > .zero
      ? text("年中追加\(size)", "supplemented by \(size) in the year")
      : text("年中追减\(size)", "cut by \(size) in the year")
  }

  // MARK: Execution

  /// 完成年初预算的…%，完成全年预算的…%
  func completion(_ amount: ComparedAmount) -> [String] {
    [
      completion(amount.executionPct, of: amount.budget, text("年初预算", "initial budget")),
      completion(amount.executionRevisedPct, of: amount.revised, text("全年预算", "revised budget")),
    ].compactMap { $0 }
  }

  private func completion(_ rate: PrintedNumber?, of budget: Money?, _ name: String) -> String? {
    if let rate {
      let percent = number.percent(rate)
      return text("完成\(name)的\(percent)", "\(percent) of the \(name)")
    }
    guard budget == .zero else { return nil }
    return text("\(name)为0，不计算完成率", "the \(name) is 0, so no rate is given")
  }

  func share(_ amount: ComparedAmount) -> String? {
    amount.sharePct.map { text("占\(number.percent($0))", number.percent($0)) }
  }

  // MARK: Reasons

  /// How many reasons a sentence gives; the others are counted.
  private static let reasonsShown = 20

  /// Reasons, each with what it explains, in one list; nil where there are none.
  func causes(_ causes: [Cause], namingSubjects: Bool = false) -> String? {
    guard !causes.isEmpty else { return nil }
    let shown = causes.prefix(NarrativeWording.reasonsShown).map { cause in
      let subject = namingSubjects ? cause.subject.map { quoted($0) + text("：", ": ") } : nil
      let details = [cause.unit.map(quoted), cause.amount.map(number.signed)].compactMap { $0 }
      let brackets = text("（\(joined(details))）", " (\(joined(details)))")
      return (subject ?? "") + quoted(cause.text) + (details.isEmpty ? "" : brackets)
    }
    let rest = causes.count - shown.count
    return listed(shown + (rest > 0 ? [text("其余\(rest)项从略", "\(rest) more")] : []))
  }
}
