import Testing

/// The claims are about the founding report's numbers, so they must fall with them.
@Suite("The claims about the founding report")
struct FoundingReportClaimTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("name each cell once")
  func once() {
    let cells = FoundingReport.claims.map { [$0.table, $0.column] + $0.key }
    #expect(Set(cells).count == cells.count)
  }

  @Test("fall with the number they rest on, and no others do", arguments: falsified)
  func fall(_ slip: Slip, _ places: Set<String>) throws {
    let report = try FoundingReport(of: slip.dataset(in: folder))
    #expect(Set(report.failing().map { "\($0.place) \($0.column)" }) == places)
  }

  private static let falsified: [(Slip, Set<String>)] = [
    (
      one("养老保险缴费增加额,26.76", in: "figures.csv", as: "养老保险缴费增加额,27.66"),
      [
        "四阶段: 养老保险 59.34 − 26.76 previous_outturn",
        "第二部分 四 其二: 59.34 − 26.76 amount",
        "第二部分 四 其二: 增加26.76 change",
        "第二部分 四 其二: 26.76 ÷ 32.58 growth_pct",
      ]
    ),
    (
      one("公务用车购置及运行维护费减少额,0.4,", in: "figures.csv", as: "公务用车购置及运行维护费减少额,0.5,"),
      [
        "第二部分 七（一）: 2022年 outturn",
        "第二部分 七（一）: 减少0.21 change",
        "第二部分 七（一）: 减少0.21 recomputed",
        "第二部分 七（一）: 下降0.79% growth_pct",
        "第二部分 七（一）: 下降0.79% recomputed",
        "第二部分 七（二）2: 2022年 outturn",
        "第二部分 七（二）2: 减少0.4 change",
        "第二部分 七（二）2: 下降4.37% growth_pct",
        "第二部分 七（二）2: 下降4.37% recomputed",
      ]
    ),
    (
      one("国内公务接待人次,,1925", in: "memos.csv", as: "国内公务接待人次,,1952"),
      ["第二部分 七（二）3: 每人次 amount_per_count"]
    ),
    (
      one("机关运行经费,,89.84", in: "memos.csv", as: "机关运行经费,,98.84"),
      [
        "第二部分 十（一）: 增加33.09 change",
        "第二部分 十（一）: 增加33.09 recomputed",
        "第二部分 十（一）: 增长36.83% growth_pct",
        "第二部分 十（一）: 增长36.83% recomputed",
      ]
    ),
    (
      one("2080801,,,,,2.23,", in: "accounts.csv", as: "2080801,,,,,3.22,"),
      [
        "第四部分 二（一）: 年初预算与决算之差 deviation",
        "第四部分 二（一）: 年初预算与决算之差 in_year_change",
        "第四部分 二（一）: 年初预算与决算之差 in_year_change_pct",
        "第四部分 二（一）: 完成年初预算 execution_pct",
        "第四部分 二（一）: 各项合计 budget",
        "第四部分 二（一）: 各项合计 in_year_change",
        "第四部分 二（一）: 各项合计 in_year_change_pct",
        "第四部分 二（一）: 各项合计 execution_pct",
        "第四部分 二（一）: 基本支出小计 recomputed",
        "第四部分 二（一）: 合计 recomputed",
      ]
    ),
  ]

  private static func one(_ right: String, in file: String, as wrong: String) -> Slip {
    Slip(
      what: "\(right) as \(wrong)", edits: [.init(file: file, right: right, wrong: wrong)],
      findings: [])
  }
}
