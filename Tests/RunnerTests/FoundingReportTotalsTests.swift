import Testing

/// Part 2, 一 to 五（二）, and Part 4, 二: the whole, its four stages, its kinds and classes.
@Suite("The founding report's totals")
struct FoundingReportTotalsTests {
  static let claims = onLastYear + inTheYear + bridge + kinds + classShares + income

  @Test("come out to the last printed digit", arguments: claims)
  func comeOut(_ claim: Claim) throws { try claim.check() }

  static let onLastYear = Claim.about(
    "comparison/year_on_year",
    [
      ("第二部分 一: 2022年 884.83 − 92.98", total("outturn", 2022), "amount", "791.85"),
      ("第二部分 一: 2022年 884.83 − 92.98", total("outturn", 2023), "previous", "791.85"),
      ("第二部分 一: 各增加92.98万元", total("outturn", 2023), "change", "92.98"),
      ("第二部分 一: 增长11.74%", total("outturn", 2023), "growth_pct", "11.74"),
      ("第二部分 一: 增长11.74%", total("outturn", 2023), "contribution_pp", "11.74"),
      ("第二部分 五（三）: 完成预算100%", total("revised", 2023), "amount", "884.83"),
      ("第二部分 四: 各增加92.98万元", department("outturn", 2023), "change", "92.98"),
      ("第二部分 四: 增长11.74%", department("outturn", 2023), "growth_pct", "11.74"),
      ("第二部分 四: 2022年", department("outturn", 2022), "amount", "791.85"),
    ])

  static let inTheYear = ["total", "unit"].flatMap { level in
    let key = [level, level == "unit" ? "部门" : "", "", "2023"]
    return Claim.about(
      "comparison/execution",
      [
        ("第二部分 五（三）: 决算数与预算数持平", key, "revised", "884.83"),
        ("第二部分 五（三）: 完成预算100%", key, "execution_revised_pct", "100.00"),
        ("第二部分 五（三）: 决算数与预算数持平", key, "unspent", "0.00"),
        ("第四部分 二: 769.33 → 884.83", key, "in_year_change", "115.50"),
        ("第四部分 二: 769.33 → 884.83", key, "in_year_change_pct", "15.01"),
        ("第四部分 二: 769.33 → 884.83", key, "deviation", "115.50"),
        ("第四部分 二: 完成年初预算", key, "execution_pct", "115.01"),
      ])
  }

  static let bridge = Claim.about(
    "comparison/bridge",
    [
      ("四阶段: 2022年决算", ["total", "", ""], "previous_outturn", "791.85"),
      ("四阶段: 年初预算比上年决算", ["total", "", ""], "budget_change", "-22.52"),
      ("四阶段: 全年预算", ["total", "", ""], "revised", "884.83"),
      ("四阶段: 年中追加", ["total", "", ""], "revised_change", "115.50"),
      ("四阶段: 决算与全年预算持平", ["total", "", ""], "estimate_change", "0.00"),
      ("四阶段: 养老保险 59.34 − 26.76", pension, "previous_outturn", "32.58"),
      ("四阶段: 养老保险追加9.26", pension, "revised_change", "9.26"),
      ("四阶段: 项目 2022年", ["subject", "", "2010302"], "previous_outturn", "30.00"),
      ("四阶段: 项目追加34", ["subject", "", "2010302"], "revised_change", "34.00"),
    ])

  static let kinds = Claim.about(
    "comparison/structure",
    [
      ("第二部分 一: 基本支出比上年增加68.88", kind("basic", "outturn", 2022), "amount", "761.85"),
      ("第二部分 一: 项目支出比上年增加24.1", kind("project", "outturn", 2022), "amount", "30.00"),
      ("第二部分 一: 基本支出比上年增加68.88", kind("basic", "outturn", 2023), "change", "68.88"),
      ("第二部分 一: 项目支出比上年增加24.1", kind("project", "outturn", 2023), "change", "24.10"),
      ("四阶段: 基本支出年中81.50", kind("basic", "outturn", 2023), "change_on_budget", "81.50"),
      ("四阶段: 基本支出年中81.50", kind("basic", "revised", 2023), "change_on_budget", "81.50"),
      ("四阶段: 项目支出追加34", kind("project", "outturn", 2023), "change_on_budget", "34.00"),
      ("第二部分 三: 基本支出占93.89%", kind("basic", "outturn", 2023), "share_pct", "93.89"),
      ("第二部分 三: 项目支出占6.11%", kind("project", "outturn", 2023), "share_pct", "6.11"),
      ("第二部分 五（三）: 基本支出持平", kind("basic", "revised", 2023), "amount", "830.73"),
      ("第二部分 五（三）: 项目支出持平", kind("project", "revised", 2023), "amount", "54.10"),
      ("第四部分 三（一）①: 追加80.40", kind("personnel", "budget", 2023), "amount", "618.06"),
      ("第四部分 三（一）②: 追加1.10", kind("operating", "budget", 2023), "amount", "131.17"),
    ])

  static let classShares = [
    ("201", "59.38"), ("208", "29.71"), ("210", "6.14"), ("221", "4.77"),
  ].flatMap { code, share in
    Claim.about(
      "comparison/year_on_year",
      [("第二部分 五（二）: 占\(share)%", subject(code), "share_pct", share)])
      + Claim.about(
        "comparison/structure",
        [
          (
            "第二部分 五（二）: 占\(share)%", ["total", "", "subject", code, "outturn", "2023"],
            "share_pct", share
          )
        ])
  }

  static let income =
    Claim.about(
      "comparison/receipts",
      [
        ("第二部分 二: 占100%", receipt("一般公共预算财政拨款"), "share_pct", "100.00"),
        ("第四部分 二（一）: 769.33 → 884.83", receipt("一般公共预算财政拨款"), "execution_pct", "115.01"),
      ])
    + [
      "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "上级补助收入", "事业收入", "经营收入",
      "附属单位上缴收入", "其他收入",
    ].flatMap { source in
      Claim.about(
        "comparison/receipts", [("第二部分 二: 占0%", receipt(source), "share_pct", "0.00")])
    }

  private static let pension = ["subject", "", "2080505"]

  private static func total(_ stage: String, _ year: Int) -> [String] {
    ["total", "", "", stage, "\(year)"]
  }

  private static func department(_ stage: String, _ year: Int) -> [String] {
    ["unit", "部门", "", stage, "\(year)"]
  }

  private static func kind(_ kind: String, _ stage: String, _ year: Int) -> [String] {
    ["total", "", "kind", kind, stage, "\(year)"]
  }

  private static func subject(_ code: String) -> [String] {
    ["subject", "", code, "outturn", "2023"]
  }

  private static func receipt(_ source: String) -> [String] { [source, "部门", "2023"] }
}
