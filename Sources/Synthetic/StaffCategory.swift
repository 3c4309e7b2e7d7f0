/// A category of staff: what a head costs and what it counts as.
struct StaffCategory: Sendable {
  let code: String
  let name: String
  let group: String
  let countsAsHead: Bool
  /// Pay of a head in the first year, in hundredths of the currency unit.
  let pay: Int64
  /// Promotion and increments a year, in hundredths of a per cent.
  let progression: Int

  static let official = StaffCategory(
    code: "公务员", name: "公务员", group: "行政", countsAsHead: true, pay: 13_200_000,
    progression: 150)
  static let manual = StaffCategory(
    code: "机关工勤", name: "机关工勤人员", group: "行政", countsAsHead: true, pay: 9_000_000,
    progression: 80)
  static let manager = StaffCategory(
    code: "管理", name: "事业管理人员", group: "事业", countsAsHead: true, pay: 10_800_000,
    progression: 120)
  static let specialist = StaffCategory(
    code: "专技", name: "专业技术人员", group: "事业", countsAsHead: true, pay: 11_400_000,
    progression: 140)
  static let retired = StaffCategory(
    code: "退休", name: "退休人员", group: "退休", countsAsHead: false, pay: 0, progression: 0)

  static let all = [official, manual, manager, specialist, retired]

  static func active(_ form: SyntheticUnit.Form) -> [StaffCategory] {
    form == .administrative ? [official, manual] : [manager, specialist]
  }
}

/// Rates and standards of the made-up city.
enum StaffRates {
  /// Shares of pay in thousandths: basic pay, allowances; the rest is the bonus.
  static let basicPay = 350
  static let allowances = 300
  /// Shares in thousandths of basic pay and allowances.
  static let pension = 160
  static let annuity = 80
  static let health = 65
  static let otherInsurance = 5
  static let housingFund = 120
  /// Hundredths of the currency unit a head and year, before and after the rate is raised.
  static let medicalSubsidy: (before: Int64, after: Int64) = (80_000, 120_000)
  /// The month from which the raised rate holds, and that from which it is paid.
  static let medicalSubsidyFrom = 7
  static let medicalSubsidyPaidFrom = 9
  /// Hundredths of the currency unit: a month for each retiree, once for each death.
  static let retiree: Int64 = 42_000
  static let deathBenefit: Int64 = 4_500_000
  /// Running costs a head and year, and how they divide in thousandths: 办公费, 差旅费, 公务接待费,
  /// the rest 公务用车运行维护费.
  static let running: Int64 = 1_800_000
  static let runningShares = [("30201", 450), ("30211", 250), ("30217", 80)]
  static let vehicles = "30231"
  /// The yearly pay rise between these, in thousandths.
  static let raise = 20...50
}
