extension Check {
  /// Every check, in the order in which they are listed.
  public static let all = reading + arithmetic + statements + people + shape

  public static func named(_ name: String) -> Check? { all.first { $0.name == name } }

  /// What the reader noticed.
  private static let reading: [Check] = [
    note("duplicate_row", .warning, zh: "重复的行", en: "rows that repeat earlier ones"),
    note("undeclared_code", .warning, zh: "分类表中没有的编码", en: "codes that no table lists"),
    note(
      "unknown_code", .warning, zh: "其他表中账目没有的编码",
      en: "codes beside the accounts that are nowhere else"),
    note(
      "movement_reason", .warning, zh: "人员变动原因与正负号",
      en: "movements whose reason goes against the sign"),
    note("repeated_movement", .warning, zh: "重复的人员变动", en: "movements that stand there many times"),
    note(
      "rate_without_ratio", .warning, zh: "得不出比例的标准变动",
      en: "changes of a rate that give no ratio"),
    note("unknown_setting", .warning, zh: "不认识的设置", en: "settings that have no effect"),
    note("unknown_column", .note, zh: "不认识的列", en: "columns that are kept aside"),
    note(
      "parent_without_rows", .note, zh: "没有自己的行的上级", en: "parents that no row is of"),
    note("unknown_table", .note, zh: "不认识的表", en: "tables that are kept aside"),
    note("blank_code", .note, zh: "空白的编码", en: "blank units or subjects of a lone file"),
    note("rounded_amount", .note, zh: "舍入的金额", en: "amounts with more decimals than cents"),
    note("dash_amount", .note, zh: "以横线表示的金额", en: "dashes that were read as blanks"),
  ]

  private static func note(
    _ name: String, _ severity: Finding.Severity, zh: String, en: String
  ) -> Check {
    Check(name, severity, page: "reading", zh: zh, en: en) { checked in
      checked.dataset.notes.filter { $0.rule == name }
    }
  }

  /// What should add up.
  private static let arithmetic: [Check] = [
    Check(
      PartsAndTotals.rule, .error, zh: "合计与分项是否相符，错在哪一格",
      en: "published totals against their parts, and the cell that is wrong"
    ) { PartsAndTotals.findings($0.dataset, $0.tieOut) },
    Check(
      FigureFindings.rule, .error, zh: "报告所印数字能否复算",
      en: "figures that a report prints, recomputed"
    ) { FigureFindings($0.dataset, $0.tieOut).figures() },
    Check(
      FigureFindings.zeroBase, .warning, zh: "以零为基数的百分比", en: "percentages of nothing"
    ) { FigureFindings($0.dataset, $0.tieOut).zeroBases() },
    Check(
      ItemTotals.rule, .error, zh: "“三公”经费、资产等事项的合计",
      en: "memos and balances against the items that make them up"
    ) { ItemTotals.findings($0.dataset, $0.tieOut) },
    Check(
      Rests.rule, .note, zh: "公布合计中未分列的部分", en: "what published totals leave undivided"
    ) { Rests.findings($0.dataset, $0.panel) },
  ]

  /// What a report says of itself.
  private static let statements: [Check] = [
    Check(
      Contradictions.rule, .warning, zh: "同一事项的两种说法", en: "two statements about one thing"
    ) { Contradictions.findings($0.dataset) },
    Check(
      ReasonFindings.rule, .warning, zh: "变动原因与变动额", en: "reasons against the change itself"
    ) { ReasonFindings.findings($0.dataset, $0.nodes) },
    Check(
      UnappliedCeiling.rule, .warning, zh: "不能用于预测的控制数", en: "ceilings that forecasts cannot keep"
    ) { UnappliedCeiling.findings($0.dataset, $0.nodes, horizon: $0.horizon) },
    Check(
      CarryForward.rule, .warning, zh: "未计入总计的结转结余",
      en: "a grand total without what is carried forward"
    ) { CarryForward.findings($0.dataset) },
  ]

  /// People against posts, rates and money.
  private static let people: [Check] = [
    Check(
      Establishment.rule, .warning, zh: "在编人数与编制",
      en: "heads on the establishment against its posts"
    ) { Establishment.findings($0.dataset, $0.roster) },
    Check(
      NegativeHeads.rule, .error, zh: "少于零的人数", en: "fewer heads than none"
    ) { NegativeHeads.findings($0.dataset, $0.roster) },
    Check(
      RateFindings.impliedHeads, .warning, zh: "人均标准所对应的人数与花名册",
      en: "heads that a rate implies against the roster"
    ) { RateFindings($0.dataset, $0.panel, $0.roster).heads() },
    Check(
      RateFindings.impliedBase, .warning, zh: "比例所对应的基数与所列基数",
      en: "sums that a percentage implies against those it is taken of"
    ) { RateFindings($0.dataset, $0.panel, $0.roster).bases() },
    Check(
      CostPerHead.rule, .note, zh: "人年均支出是否离群",
      en: "costs of a person-year that are out of the range of other units"
    ) { CostPerHead.findings($0.dataset, $0.panel, $0.roster, privacy: $0.privacy) },
    Check(
      SplitHeads.rule, .warning, zh: "单位拆分后无法拆分的人数",
      en: "heads of units that a crosswalk splits"
    ) { SplitHeads.findings($0.dataset) },
  ]

  /// What the numbers look like.
  private static let shape: [Check] = [
    Check(
      TotalsAmongDetails.rule, .warning, zh: "混在明细中的合计",
      en: "totals that are added to their details"
    ) { TotalsAmongDetails.findings($0.dataset, $0.nodes) },
    Check(
      ScaleSlips.rule, .warning, zh: "相差十倍、百倍、千倍、万倍的金额",
      en: "amounts 10, 100, 1 000 or 10 000 times their neighbours"
    ) {
      UnitSlips.findings($0.dataset, $0.tieOut) + ScaleSlips.findings($0.dataset, $0.nodes)
    },
    Check(Signs.rule, .warning, zh: "正负号", en: "a minus too many") {
      Signs.findings($0.dataset, $0.nodes)
    },
    Check(PartYear.rule, .warning, zh: "不足全年的年度", en: "a last year that is not whole") {
      PartYear.findings($0.dataset, $0.nodes)
    },
    Check(RolledOver.rule, .warning, zh: "照抄上年的数", en: "a year that repeats the last") {
      RolledOver.findings($0.dataset, $0.nodes)
    },
    Check(MissingYears.rule, .warning, zh: "缺少的年度", en: "years that are left out") {
      MissingYears.findings($0.dataset, $0.nodes)
    },
    Check(
      LateUnits.rule, .warning, zh: "最新年度尚无数据的单位",
      en: "units without anything in the newest year"
    ) { LateUnits.findings($0.dataset, $0.nodes) },
    Check(
      NearCodes.rule, .warning, zh: "几乎相同的编码", en: "codes that are almost the same"
    ) { NearCodes.findings($0.dataset) },
    Check(
      ReadingNote.doubtfulEncoding, .warning, zh: "编码很可能识别有误的文件",
      en: "files read as GB18030 that are hardly that"
    ) { checked in
      checked.dataset.notes.filter { $0.rule == ReadingNote.doubtfulEncoding }
    },
    Check(
      HiddenCharacters.rule, .warning, zh: "编码中看不见的字符",
      en: "codes with characters that cannot be seen"
    ) { HiddenCharacters.findings($0.dataset) },
    Check(
      NameDrift.rule, .warning, zh: "同一编码的不同名称", en: "codes with more than one name"
    ) { NameDrift.findings($0.dataset) },
    Check(
      UnmappedCodes.rule, .warning, zh: "疑似改编码而未登记对照的科目或单位",
      en: "codes that end where others like them begin"
    ) { UnmappedCodes.findings($0.dataset, $0.nodes) },
    Check(
      ReplacedCodes.rule, .warning, zh: "已被取代而仍在使用的编码",
      en: "codes that a crosswalk replaces, and that go on"
    ) { ReplacedCodes.findings($0.dataset) },
    Check(
      Reorganisation.rule, .warning, zh: "科目或单位的大范围调整",
      en: "years between which most codes change"
    ) { Reorganisation.findings($0.dataset, $0.nodes) },
  ]
}
