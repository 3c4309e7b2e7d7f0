/// What a column of the `accounts` table holds.
public enum AccountsColumn: String, CaseIterable, Sendable {
  case year, unit, subject, economic, kind, fund, project
  case unitName = "unit_name"
  case subjectName = "subject_name"
  case unitParent = "unit_parent"
  case subjectParent = "subject_parent"
  case budget, revised, outturn
  case basis, expression, source
  /// 预计执行数: the outturn of a year that is not closed.
  case estimate
  /// An amount whose stage the heading does not say.
  case amount
  /// 预算数: the budget in a budget document, and in final accounts nobody knows which.
  case bareBudget = "预算数"

  var stage: Stage? {
    switch self {
    case .budget: .budget
    case .revised: .revised
    case .outturn: .outturn
    default: nil
    }
  }

  var dimension: Dimension? {
    switch self {
    case .unit: .unit
    case .subject: .subject
    case .economic: .economic
    case .kind: .kind
    case .fund: .fund
    case .project: .project
    default: nil
    }
  }

  /// Of which codes the column names the parents.
  var parentDimension: Dimension? {
    switch self {
    case .unitParent: .unit
    case .subjectParent: .subject
    default: nil
    }
  }

  /// The headings that mean the column, in lower case, without a bracketed amount unit.
  var headings: [String] {
    switch self {
    case .year: ["year", "fiscal_year", "fiscal year", "年度", "年份", "财政年度", "年"]
    case .unit:
      [
        "unit_code", "unit", "单位编码", "单位代码", "部门编码", "部门代码", "预算单位编码", "单位", "部门",
        "预算单位",
      ]
    case .subject:
      [
        "subject_code", "subject", "科目编码", "科目代码", "功能科目编码", "功能分类科目编码", "功能科目",
        "科目",
      ]
    case .economic:
      ["economic", "economic_code", "经济科目编码", "经济分类科目编码", "经济科目", "经济分类"]
    case .kind: ["kind", "支出类别", "支出类型"]
    case .fund: ["fund", "fund_code", "资金性质", "资金来源"]
    case .project: ["project", "project_code", "项目编码", "项目代码", "项目"]
    case .unitName: ["unit_name", "单位名称", "部门名称", "预算单位名称"]
    case .subjectName: ["subject_name", "科目名称", "功能科目名称", "功能分类科目名称"]
    case .unitParent:
      [
        "unit_parent", "parent_unit", "上级单位编码", "上级单位代码", "上级部门编码", "上级部门代码", "上级单位", "上级部门",
      ]
    case .subjectParent: ["subject_parent", "parent_subject", "上级科目编码", "上级科目代码", "上级科目"]
    case .budget: ["budget", "年初预算", "年初预算数"]
    case .revised: ["revised", "budget_revised", "全年预算", "全年预算数", "调整预算", "调整预算数"]
    case .outturn: ["outturn", "actual", "决算", "决算数", "支出决算", "支出决算数"]
    case .estimate: ["estimate", "执行数", "预计执行数"]
    case .amount: ["amount", "value", "金额"]
    case .bareBudget: ["预算数", "预算"]
    case .basis: ["basis"]
    case .expression: ["expression"]
    case .source: ["source"]
    }
  }
}

/// A heading as a source has it: its words, and the amount unit it names in brackets.
struct Heading {
  let words: String
  let amountUnit: AmountUnit?

  init(_ text: String) {
    var words = text.trimmed.lowercased()
    var unit: AmountUnit?
    let brackets: [(Character, Character)] = [("(", ")"), ("（", "）"), ("[", "]"), ("【", "】")]
    for (open, close) in brackets where words.last == close {
      guard let start = words.lastIndex(of: open) else { continue }
      let inside = String(words[words.index(after: start)...].dropLast()).trimmed
      if inside == "数" {  // 年初预算(数)
        words = String(words[..<start]) + "数"
      } else if let named = AmountUnit.named(inside) {
        unit = named
        words = String(words[..<start]).trimmed
      }
    }
    self.words = words
    amountUnit = unit
  }
}

extension AmountUnit {
  /// The unit that a bracket or a line above a table names: `万元`, `单位：万元`, `in million`.
  static func named(_ text: String) -> AmountUnit? {
    var words = text.trimmed.lowercased()
    for prefix in ["金额单位", "单位", "unit", "in"] where words.hasPrefix(prefix) {
      let rest = words.dropFirst(prefix.count)
      guard let next = rest.first, !next.isLetter || prefix.first!.isASCII == false else {
        continue
      }
      words = String(rest).trimmingPrefix(of: [":", "："]).trimmed
      break
    }
    for prefix in ["人民币", "cny ", "rmb "] where words.hasPrefix(prefix) {
      words = String(words.dropFirst(prefix.count))
    }
    switch words {
    case "thousands", "千元": return .thousand
    case "millions", "百万元": return .million
    default: return AmountUnit(rawValue: words).flatMap { $0 == .unit ? nil : $0 }
    }
  }

  /// The unit that a line such as `金额单位：万元` or `amounts in thousands of EUR` above a table sets.
  static func declared(inLine cells: [String]) -> AmountUnit? {
    for cell in cells {
      let text = cell.trimmed
      if let unit = inWords(text) { return unit }
      for marker in ["金额单位", "单位"] {
        guard let range = text.firstRange(of: marker) else { continue }
        let rest = String(text[range.upperBound...]).trimmed
        guard rest.hasPrefix(":") || rest.hasPrefix("：") else { continue }
        let words = rest.trimmingPrefix(of: [":", "："]).trimmed
        let end = words.firstIndex(where: { " ，,；;）)".contains($0) }) ?? words.endIndex
        if let unit = named(String(words[..<end])) { return unit }
      }
    }
    return nil
  }
}

extension AmountUnit {
  /// The unit of a sentence that has `in thousands` or `in millions`.
  private static func inWords(_ text: String) -> AmountUnit? {
    let words = text.lowercased().split(whereSeparator: { !$0.isLetter })
    for (word, next) in zip(words, words.dropFirst()) where word == "in" {
      if next == "thousands" || next == "thousand" { return .thousand }
      if next == "millions" || next == "million" { return .million }
    }
    return nil
  }
}

extension String {
  /// How many characters `trimmed` takes off the start.
  var leadingBlanks: Int { trimmed.isEmpty ? 0 : count - (self + ".").trimmed.count + 1 }

  /// Without blanks at its ends, the ideographic ones and the byte order mark among them.
  var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.isBlank || last.isBlank
    else { return self }
    let inner = drop(while: \.isBlank)
    return inner.lastIndex { !$0.isBlank }.map { String(inner[...$0]) } ?? ""
  }

  fileprivate func trimmingPrefix(of characters: Set<Character>) -> String {
    String(drop { characters.contains($0) || $0 == " " })
  }
}

extension Character {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension Unicode.Scalar {
  /// Whether it is one of the blanks and line ends that stand around texts in published tables.
  var isBlank: Bool {
    switch self {
    case " ", "\t", "\n", "\r", "\u{a0}", "\u{3000}", "\u{feff}": true
    default: false
    }
  }
}
