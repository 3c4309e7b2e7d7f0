import Testing

/// Part 2, 五（三）, and Part 4, 二（一）and 三（一）: the fifteen 项, their classes and units.
@Suite("The founding report's subjects")
struct FoundingReportSubjectTests {
  static let claims = execution + classes + byUnit + onLastYear

  @Test("come out to the last printed digit", arguments: claims)
  func comeOut(_ claim: Claim) throws { try claim.check() }

  private struct Line {
    /// The item of 第二部分 五（三）.
    let item: Int
    let code: String
    let revised, change, changePct, execution: String

    init(_ item: Int, _ code: String, _ numbers: (String, String, String, String)) {
      (self.item, self.code) = (item, code)
      (revised, change, changePct, execution) = numbers
    }
  }

  /// The revised budget, which equals the outturn; then outturn − initial budget, that in per
  /// cent of the initial budget, and the outturn in per cent of it.
  private static let lines = [
    Line(1, "2010301", ("397.52", "13.30", "3.46", "103.46")),
    Line(2, "2010302", ("50.60", "34.00", "204.82", "304.82")),
    Line(3, "2010305", ("3.50", "0.00", "0.00", "100.00")),
    Line(4, "2010350", ("73.78", "7.02", "10.52", "110.52")),
    Line(5, "2080501", ("145.90", "8.53", "6.21", "106.21")),
    Line(6, "2080502", ("18.92", "3.66", "23.98", "123.98")),
    Line(7, "2080505", ("59.34", "9.26", "18.49", "118.49")),
    Line(8, "2080801", ("36.74", "34.51", "1547.53", "1647.53")),
    Line(9, "2089999", ("1.98", "0.06", "3.13", "103.13")),  // 3.125, a half
    Line(10, "2101101", ("22.20", "0.92", "4.32", "104.32")),
    Line(11, "2101102", ("4.87", "0.33", "7.27", "107.27")),
    Line(12, "2101103", ("5.81", "1.17", "25.22", "125.22")),
    Line(13, "2101199", ("14.38", "-6.31", "-30.50", "69.50")),
    Line(14, "2109999", ("7.10", "7.10", "", "")),  // no initial budget
    Line(15, "2210201", ("42.19", "1.95", "4.85", "104.85")),
  ]

  static let execution = lines.flatMap { line in
    let key = ["subject", "", line.code, "2023"]
    let level = "第二部分 五（三）\(line.item): 决算数与预算数持平"
    let added = "第四部分 二（一）: 年初预算与决算之差"
    return Claim.about(
      "comparison/execution",
      [
        (level, key, "revised", line.revised), (level, key, "unspent", "0.00"),
        ("第二部分 五（三）\(line.item): 完成预算100%", key, "execution_revised_pct", "100.00"),
        (added, key, "deviation", line.change), (added, key, "in_year_change", line.change),
        (added, key, "in_year_change_pct", line.changePct),
        ("第四部分 二（一）: 完成年初预算", key, "execution_pct", line.execution),
      ])
  }

  /// 类 have no printed initial budget, 款 have no printed number at all.
  static let classes = [
    ("201", "471.08", "525.40", "54.32", "11.53", "111.53"),
    ("20103", "471.08", "525.40", "54.32", "11.53", "111.53"),
    ("208", "206.86", "262.88", "56.02", "27.08", "127.08"),
    ("20805", "202.71", "224.16", "21.45", "10.58", "110.58"),
    ("20808", "2.23", "36.74", "34.51", "1547.53", "1647.53"),
    ("20899", "1.92", "1.98", "0.06", "3.13", "103.13"),
    ("210", "51.15", "54.36", "3.21", "6.28", "106.28"),
    ("21011", "51.15", "47.26", "-3.89", "-7.61", "92.39"),
    ("21099", "", "7.10", "7.10", "", ""),  // no initial budget: growth is undefined
    ("221", "40.24", "42.19", "1.95", "4.85", "104.85"),
    ("22102", "40.24", "42.19", "1.95", "4.85", "104.85"),
  ].flatMap { code, budget, outturn, change, changePct, execution in
    let key = ["subject", "", code, "2023"]
    let place = "第四部分 二（一）: 各项合计"
    let claims = Claim.about(
      "comparison/execution",
      [
        (place, key, "budget", budget), (place, key, "revised", outturn),
        (place, key, "in_year_change", change), (place, key, "in_year_change_pct", changePct),
        (place, key, "execution_pct", execution), (place, key, "execution_revised_pct", "100.00"),
      ])
    // The outturn of a 类 is printed.
    return code.count == 3
      ? claims : claims + Claim.about("comparison/execution", [(place, key, "outturn", outturn)])
  }

  /// The only 其他事业单位 bears these 项 alone; projects are printed by unit.
  static let byUnit = [
    ("服务中心", "2010305", "3.50", "3.50", "100.00"),
    ("服务中心", "2010350", "66.76", "73.78", "110.52"),
    ("服务中心", "2080502", "15.26", "18.92", "123.98"),
    ("服务中心", "2101102", "4.54", "4.87", "107.27"),
    ("干休所", "2010302", "5.20", "39.20", "753.85"),
  ].flatMap { unit, code, budget, outturn, execution in
    let key = ["line", unit, code, "2023"]
    let place = "第二部分 五（三）、第四部分 三（二）2: \(unit)"
    return Claim.about(
      "comparison/execution",
      [
        (place, key, "budget", budget), (place, key, "revised", outturn),
        (place, key, "outturn", outturn), (place, key, "execution_pct", execution),
      ])
  }

  static let onLastYear = Claim.about(
    "comparison/year_on_year",
    [
      ("第二部分 四 其二: 59.34 − 26.76", outturn("2080505", 2022), "amount", "32.58"),
      ("第二部分 四 其二: 增加26.76", outturn("2080505", 2023), "change", "26.76"),
      ("第二部分 四 其二: 26.76 ÷ 32.58", outturn("2080505", 2023), "growth_pct", "82.14"),
      ("第二部分 四 其七: 10.00 + 20.00 + 0", outturn("2010302", 2022), "amount", "30.00"),
      ("第二部分 四 其七: 19 + 1.6", outturn("2010302", 2023), "change", "20.60"),
      ("第二部分 四 其七: 维修和物业2022年为0", outturn("2010305", 2022), "amount", "0.00"),
      ("第二部分 四 其七: 3 + 0.5", outturn("2010305", 2023), "change", "3.50"),
      ("第二部分 四 其七: 上年为0", outturn("2010305", 2023), "growth_pct", ""),
    ])

  private static func outturn(_ code: String, _ year: Int) -> [String] {
    ["subject", "", code, "outturn", "\(year)"]
  }
}
