import Testing

/// `pefa.csv` and `reasons.csv`: how reliable the budget was, and what explains the changes.
@Suite("The founding report's reliability")
struct FoundingReportReliabilityTests {
  static let claims =
    Claim.about(
      "comparison/pefa",
      [
        ("PEFA: 884.83 ÷ 769.33", ["PI-1.1", "2023"], "value", "115.01"),
        ("PEFA: 四类", ["PI-2.1 class", "2023"], "value", "5.64"),
        ("PEFA: 十五项", ["PI-2.1 item", "2023"], "value", "17.26"),
        ("PEFA: 四个经济分类", ["PI-2.2", "2023"], "value", "11.11"),
        ("PEFA: 一年不评分", ["PI-1.1", "2023"], "score", ""),
      ])
    + Claim.about(
      "comparison/reasons",
      [
        (
          "第二部分: 26.76 + 5.30 + 33.09 + 24.10", ["2023", "previous", "", "", ""], "explained",
          "89.25"
        ),
        ("第二部分: 92.98 − 89.25", ["2023", "previous", "", "", ""], "unexplained", "3.73"),
        ("第四部分: 80.40 + 1.10 + 34.00", ["2023", "budget", "", "", ""], "explained", "115.50"),
        (
          "第四部分 三（四）1: 六项合计", ["2023", "previous", "机关运行经费", "部门", ""], "explained",
          "33.09"
        ),
        ("第四部分: 12.64 + 0.66", ["2023", "budget", "", "", "2010301"], "explained", "13.30"),
      ])

  @Test("comes out to the last digit", arguments: claims)
  func comeOut(_ claim: Claim) throws { try claim.check() }
}
