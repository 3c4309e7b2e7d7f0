import Testing

/// Part 2, 四 其七, and Part 4, 三（二）: four projects, two of them new in 2023.
@Suite("The founding report's projects")
struct FoundingReportProjectTests {
  static let claims = lastYear + execution + sums

  @Test("come out to the last printed digit", arguments: claims)
  func comeOut(_ claim: Claim) throws { try claim.check() }

  static let lastYear = [
    ("招商引资活动", "10.00", "0.00", "0.00"), ("机关运转", "20.00", "19.00", "95.00"),
    ("维修维护", "0.00", "3.00", ""), ("物业管理", "0.00", "2.10", ""),
  ].flatMap { project, previous, change, growth in
    let place = "第二部分 四 其七: \(project)"
    return Claim.about(
      "comparison/projects",
      [
        (place, [project, "", "2022"], "outturn", previous),
        (place, [project, "", "2023"], "previous", previous),
        (place, [project, "", "2023"], "change", change),
        (place, [project, "", "2023"], "growth_pct", growth),
      ])
  }

  static let execution = [
    ("招商引资活动", "10.00", "100.00"), ("机关运转", "39.00", "780.00"),
    ("维修维护", "3.00", "100.00"), ("物业管理", "2.10", "100.00"),
  ].flatMap { project, revised, execution in
    let place = "第四部分 三（二）: \(project)"
    let key = [project, "", "2023"]
    return Claim.about(
      "comparison/projects",
      [
        (place, key, "revised", revised), (place, key, "execution_pct", execution),
        ("\(place)执行进度100%", key, "execution_revised_pct", "100.00"),
      ])
  }

  /// 物业管理 is printed by unit: 1.4 + 0.2 + 0.5. All projects of 2022 make 30.00.
  static let sums =
    Claim.about(
      "comparison/projects",
      [
        ("第四部分 三（二）2: 物业 1.4 + 0.2 + 0.5", ["物业管理", "", "2023"], "budget", "2.10"),
        ("第四部分 三（二）2: 物业 1.4 + 0.2 + 0.5", ["物业管理", "", "2023"], "outturn", "2.10"),
        ("第四部分 三（二）2: 物业 成办", ["物业管理", "成办", "2023"], "budget", "1.40"),
        ("第四部分 三（二）2: 物业 干休所", ["物业管理", "干休所", "2023"], "budget", "0.20"),
        ("第四部分 三（二）2: 物业 服务中心", ["物业管理", "服务中心", "2023"], "revised", "0.50"),
      ])
    + Claim.about(
      "comparison/structure",
      [
        (
          "第二部分 四 其七: 项目 2022年", ["unit", "部门", "kind", "project", "outturn", "2022"],
          "amount", "30.00"
        ),
        (
          "第二部分 四 其七: 干休所 2022年", ["unit", "干休所", "kind", "project", "outturn", "2022"],
          "amount", "20.00"
        ),
      ])
}
