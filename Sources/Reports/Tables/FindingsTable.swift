import Analytics

extension Table {
  /// `findings.csv`: what the checks have to say, errors first.
  ///
  /// Rows are in the order of the key, and after that of all other columns, so that the same
  /// findings in any order give the same bytes.
  public static func findings(_ findings: [Finding]) -> Table {
    let keyed = findings.map { (key: sortKey($0), row: row($0)) }
    let sorted = keyed.sorted { a, b in
      a.key.lexicographicallyPrecedes(b.key) { $0.isOrderedBefore($1) }
    }
    return Table(
      name: "findings", title: Bilingual(zh: "核对结果", en: "Findings"), columns: findingColumns,
      key: ["severity", "rule", "year", "unit", "subject", "stage", "message", "source"],
      rows: sorted.map(\.row))
  }
}

private func row(_ finding: Finding) -> [Cell] {
  [
    .text(finding.rule), .text(finding.severity.rawValue), Cell(finding.year), Cell(finding.unit),
    Cell(finding.subject), Cell(finding.stage?.rawValue), Cell(finding.expected),
    Cell(finding.found), Cell(finding.difference), Cell(finding.bound), Cell(finding.repairCell),
    Cell(finding.repairValue), .text(finding.message), Cell(finding.source),
  ]
}

private func sortKey(_ finding: Finding) -> [Cell] {
  let severity = Finding.Severity.allCases.filter { $0 < finding.severity }.count
  return [
    .integer(severity), .text(finding.rule), Cell(finding.year), Cell(finding.unit),
    Cell(finding.subject), Cell(finding.stage?.index), .text(finding.message),
    Cell(finding.source), Cell(finding.expected), Cell(finding.found), Cell(finding.difference),
    Cell(finding.bound), Cell(finding.repairCell), Cell(finding.repairValue),
  ]
}

private let findingColumns = [
  Column(
    "rule", .text, title: Bilingual(zh: "规则", en: "Rule"),
    description: "The check that found it."),
  Column(
    "severity", .text, title: Bilingual(zh: "级别", en: "Severity"),
    description: "error, warning or note."),
  Column(
    "year", .year, title: Bilingual(zh: "年度", en: "Year"),
    description: "The fiscal year, if it concerns one."),
  Column(
    "unit", .text, title: Bilingual(zh: "单位", en: "Unit"),
    description: "The code of the unit, if it concerns one."),
  Column(
    "subject", .text, title: Bilingual(zh: "科目", en: "Subject"),
    description: "The code of the subject, if it concerns one."),
  Column(
    "stage", .text, title: Bilingual(zh: "阶段", en: "Stage"),
    description: "budget, revised or outturn, if it concerns one."),
  Column(
    "expected", .number, title: Bilingual(zh: "应为", en: "Expected"),
    description: "What the other figures give, in the amount unit or in per cent."),
  Column(
    "found", .number, title: Bilingual(zh: "实为", en: "Found"),
    description: "What the source prints."),
  Column(
    "difference", .number, title: Bilingual(zh: "差额", en: "Difference"),
    description: "Found less expected."),
  Column(
    "bound", .number, title: Bilingual(zh: "尾差上限", en: "Bound"),
    description: "The largest difference that rounding of the printed digits can make."),
  Column(
    "repair_cell", .text, title: Bilingual(zh: "建议更正处", en: "Cell to repair"),
    description: "The one cell whose change would make the accounts tie out."),
  Column(
    "repair_value", .number, title: Bilingual(zh: "建议更正为", en: "Value to repair it with"),
    description: "What that cell would have to be."),
  Column(
    "message", .text, title: Bilingual(zh: "说明", en: "Message"),
    description: "The finding in words."),
  Column(
    "source", .text, title: Bilingual(zh: "来源", en: "Source"),
    description: "The file and line, or the place in the report, where the figures stand."),
]
