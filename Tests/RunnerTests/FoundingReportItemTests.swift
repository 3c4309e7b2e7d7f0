import Testing

/// Part 2, 七 and 十, and Part 4, 三（一）4 and 三（四）: what stands beside the accounts.
@Suite("The founding report's 三公, running cost and assets")
struct FoundingReportItemTests {
  static let claims = publicExpenses + reception + runningCost + assets + otherItems

  @Test("come out to the last printed digit", arguments: claims)
  func comeOut(_ claim: Claim) throws { try claim.check() }

  static let publicExpenses = Claim.about(
    "comparison/three_public",
    [
      ("第二部分 七（一）: 2022年", key("三公经费", 2022), "outturn", "26.71"),
      ("第二部分 七（一）: 减少0.21", key("三公经费"), "change", "-0.21"),
      ("第二部分 七（一）: 下降0.79%", key("三公经费"), "growth_pct", "-0.79"),
      ("第二部分 七（一）: 与预算数持平", key("三公经费"), "revised", "26.50"),
      ("第二部分 七（一）: 完成预算100%", key("三公经费"), "execution_revised_pct", "100.00"),
      ("第二部分 七: 年初预算未公布", key("三公经费"), "execution_pct", ""),
      ("第二部分 七（二）1: 与2022年持平", key("因公出国（境）费", 2022), "outturn", "0.00"),
      ("第二部分 七（二）1: 与2022年持平", key("因公出国（境）费"), "change", "0.00"),
      ("第二部分 七（二）1: 上年为0", key("因公出国（境）费"), "growth_pct", ""),
      ("第二部分 七（二）: 占0%", key("因公出国（境）费"), "share_pct", "0.00"),
      ("第二部分 七（二）1: 预算为0", key("因公出国（境）费"), "revised", "0.00"),
      ("第二部分 七（二）1: 完成预算 0/0", key("因公出国（境）费"), "execution_revised_pct", ""),
      ("第二部分 七（二）2: 2022年", vehicles(2022), "outturn", "9.15"),
      ("第二部分 七（二）2: 减少0.4", vehicles(), "change", "-0.40"),
      ("第二部分 七（二）2: 下降4.37%", vehicles(), "growth_pct", "-4.37"),
      ("第二部分 七（二）: 占33.02%", vehicles(), "share_pct", "33.02"),
      ("第二部分 七（二）2: 与预算数持平", vehicles(), "revised", "8.75"),
      ("第二部分 七（二）2: 完成预算100%", vehicles(), "execution_revised_pct", "100.00"),
      ("第二部分 七（二）2: 购置0", key("公务用车购置费"), "share_pct", "0.00"),
      ("第二部分 七（二）2: 运行维护8.75", key("公务用车运行维护费"), "share_pct", "100.00"),
      ("第二部分 七（二）3: 2022年", key("公务接待费", 2022), "outturn", "17.56"),
      ("第二部分 七（二）3: 增加0.19", key("公务接待费"), "change", "0.19"),
      ("第二部分 七（二）3: 增长1.08%", key("公务接待费"), "growth_pct", "1.08"),
      ("第二部分 七（二）: 占66.98%", key("公务接待费"), "share_pct", "66.98"),
      ("第二部分 七（二）3: 与预算数持平", key("公务接待费"), "revised", "17.75"),
      ("第二部分 七（二）3: 完成预算100%", key("公务接待费"), "execution_revised_pct", "100.00"),
    ])

  /// 17.75 万元 over 474 批次 and 1925 人次, in 元.
  static let reception = Claim.about(
    "comparison/three_public",
    [
      ("第二部分 七（二）3: 每批次", key("国内公务接待批次"), "amount_per_count", "374.47"),
      ("第二部分 七（二）3: 每人次", key("国内公务接待人次"), "amount_per_count", "92.21"),
    ])

  static let runningCost = Claim.about(
    "comparison/running_cost",
    [
      ("第二部分 十（一）: 增加33.09", key("机关运行经费"), "change", "33.09"),
      ("第二部分 十（一）: 增长36.83%", key("机关运行经费"), "growth_pct", "36.83"),
    ])

  static let assets = Claim.about(
    "comparison/balances",
    [
      ("第四部分 三（一）4（1）: 占77.09%", key("行政单位国有资产"), "share_pct", "77.09"),
      ("第四部分 三（一）4（1）: 占22.91%", key("事业单位国有资产"), "share_pct", "22.91"),
      ("第四部分 三（一）4（2）: 差额", key("货币资金"), "change", "-35.46"),
      ("第四部分 三（一）4（2）: 变动率", key("货币资金"), "growth_pct", "-4.67"),
      ("第四部分 三（一）4（2）: 差额", key("其他应收款"), "change", "-11.23"),
      ("第四部分 三（一）4（2）: 变动率", key("其他应收款"), "growth_pct", "-3.93"),
      ("第四部分 三（一）4（2）: 差额", key("固定资产净值"), "change", "-6.97"),
      ("第四部分 三（一）4（2）: 变动率", key("固定资产净值"), "growth_pct", "-7.20"),
      ("第四部分 三（一）4（2）: 差额", key("无形资产净值"), "change", "-0.62"),
      ("第四部分 三（一）4（2）: 变动率", key("无形资产净值"), "growth_pct", "-17.37"),
      ("第四部分 三（一）4（2）: 合计差额", key("资产总额"), "change", "-54.28"),
      ("第四部分 三（一）4: 资产总额下降4.74%", key("资产总额"), "growth_pct", "-4.74"),
      ("第四部分 三（一）4: 2022年负债", key("负债总额", 2022), "outturn", "869.59"),
      ("第四部分 三（一）4: 2022年负债", key("负债总额"), "previous", "869.59"),
      ("第四部分 三（一）4: 负债下降5.54%", key("负债总额"), "growth_pct", "-5.54"),
      ("第四部分 三（一）4: 2022年净资产", key("净资产", 2022), "outturn", "275.52"),
      ("第四部分 三（一）4: 2022年净资产", key("净资产"), "previous", "275.52"),
      ("第四部分 三（一）4: 净资产下降2.22%", key("净资产"), "growth_pct", "-2.22"),
    ])

  static let otherItems = Claim.about(
    "comparison/memos",
    [
      ("第二部分 四 其四: 34.51 − 5.30", key("一次性丧葬抚恤金", 2022), "outturn", "29.21"),
      ("第二部分 四 其四: 多5.3", key("一次性丧葬抚恤金"), "change", "5.30"),
      ("第二部分 十（二）: 全部为货物", key("政府采购货物支出"), "share_pct", "100.00"),
      ("第二部分 十（二）: 工程0", key("政府采购工程支出"), "share_pct", "0.00"),
      ("第二部分 十（二）: 服务0", key("政府采购服务支出"), "share_pct", "0.00"),
      ("第二部分 十（二）: 中小企业0%", key("授予中小企业合同金额"), "share_pct", "0.00"),
      ("第四部分 三（二）2: 4 + 2", ["劳务费所列临聘人员", "干休所", "2023"], "outturn", "6"),
      ("第二部分 七（一）: 下降0.79%", key("三公经费"), "growth_pct", "-0.79"),
      ("第二部分 十（一）: 增长36.83%", key("机关运行经费"), "growth_pct", "36.83"),
    ])

  private static func key(_ item: String, _ year: Int = 2023) -> [String] {
    [item, "部门", "\(year)"]
  }

  private static func vehicles(_ year: Int = 2023) -> [String] { key("公务用车购置及运行维护费", year) }
}
