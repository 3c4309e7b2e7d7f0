import Analytics

extension Table {
  /// The checks that there are, in the order in which they are made.
  public static func checks(_ checks: [Check], _ language: Language) -> Table {
    Table(
      name: "checks", title: Bilingual(zh: "检查项目", en: "Checks"), columns: checkColumns,
      key: ["name"],
      rows: checks.map { check in
        [.text(check.name), .text(check.severity.rawValue), .text(check.summary(language))]
      })
  }
}

private let checkColumns: [Column] = [
  Column("name", .text, "名称", "Name", "The rule that its findings have."),
  Column("severity", .text, "最高级别", "Severity", "The gravest finding that it gives."),
  Column("summary", .text, "内容", "Summary", "What it asks."),
]
