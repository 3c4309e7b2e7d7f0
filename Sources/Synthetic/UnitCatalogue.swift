/// A unit of the made-up city.
struct SyntheticUnit: Sendable {
  enum Form: String, Sendable {
    case administrative = "行政"
    case institution = "事业"
  }

  let code: String
  let name: String
  var parent: String?
  let form: Form
  /// Has parts, and no lines of its own.
  var isParent = false
  /// What the unit was before it was renamed.
  var former: (code: String, name: String)?
  /// The subject that bears its pay.
  var payroll: String
  /// Subjects of its projects that its work brings with it.
  var own: [String] = []
  /// The number of the year in which it opens.
  var opens = 0
  /// Has published nothing for the newest year.
  var isLate = false
}

/// The units of a dataset: a fixed dozen first, then as many as needed.
struct UnitCatalogue: Sendable {
  /// Parents directly before their parts.
  let units: [SyntheticUnit]

  init(_ plan: SyntheticPlan, _ subjects: SubjectCatalogue) {
    var units = UnitCatalogue.named(plan)
    if units.rows < plan.units {
      units += UnitCatalogue.numbered(plan.units - units.rows)
    }
    for index in units.indices {
      if !subjects.has(units[index].payroll) {
        units[index].payroll =
          units[index].form == .institution && subjects.has("2010350") ? "2010350" : "2010301"
      }
      units[index].own = units[index].own.filter(subjects.has)
    }
    self.units = units
  }

  /// The parents' places and those of their parts.
  var parts: [Int: [Int]] {
    let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.code, $0) })
    return Dictionary(grouping: units.indices.filter { units[$0].parent != nil }) {
      places[units[$0].parent!]!
    }
  }

  private static func named(_ plan: SyntheticPlan) -> [SyntheticUnit] {
    var chosen: [SyntheticUnit] = []
    for unit in dozen(plan) {
      var unit = unit
      let room = plan.units - chosen.rows
      if room == 0 { break }
      if room == 1 || plan.linesOnly { unit.former = nil }
      if let bureau = chosen.firstIndex(where: { $0.code == unit.parent }) {
        chosen[bureau].isParent = true
      }
      chosen.append(unit)
    }
    return chosen
  }

  /// Twelve codes, one of which ended when its unit was renamed.
  private static func dozen(_ plan: SyntheticPlan) -> [SyntheticUnit] {
    let bureau = "104"
    return [
      SyntheticUnit(
        code: "101", name: "示例市人民政府办公室", form: .administrative, payroll: "2010301",
        own: ["2010302"]),
      SyntheticUnit(
        code: "102", name: "示例市财政局", form: .administrative, payroll: "2010601",
        own: ["2010602", "2010607", "2010608", "227", "2320301"]),
      SyntheticUnit(
        code: "103", name: "示例市司法局", form: .administrative, payroll: "2040601",
        own: ["2040604", "2040605", "2040607"]),
      SyntheticUnit(code: bureau, name: "示例市文化和旅游局", form: .administrative, payroll: "2070101"),
      SyntheticUnit(
        code: "104001", name: "示例市文化和旅游局（本级）", parent: bureau, form: .administrative,
        payroll: "2070101", own: ["2070199", "2010607"]),
      SyntheticUnit(
        code: "104002", name: "示例市图书馆", parent: bureau, form: .institution,
        payroll: "2070104", own: ["2010607"]),
      SyntheticUnit(
        code: "104003", name: "示例市文化馆", parent: bureau, form: .institution,
        payroll: "2070109", opens: min(2, plan.years - 2)),
      SyntheticUnit(
        code: "105", name: "示例市生态环境局", form: .administrative, payroll: "2110101",
        own: ["2110104", "2110199", "2110301", "2110302"]),
      SyntheticUnit(
        code: "106", name: "示例市城市管理局", form: .administrative,
        former: ("109", "示例市城市管理行政执法局"), payroll: "2120101",
        own: ["2120104", "2120399"]),
      SyntheticUnit(
        code: "107", name: "示例市政务服务中心", form: .institution, payroll: "2010350",
        own: ["2010302"]),
      SyntheticUnit(
        code: "108", name: "示例市机关事务服务中心", form: .institution, payroll: "2010350",
        own: ["2010302"], isLate: true),
    ]
  }

  /// Of every ten the first is a bureau with the next three as its parts; one in fifty is late.
  private static func numbered(_ count: Int) -> [SyntheticUnit] {
    let payrolls = ["2010301", "2010601", "2040601", "2110101", "2120101"]
    return (0..<count).map { index in
      let place = index % 10
      let bureau = index - place
      let hasParts = bureau + 3 < count
      let isPart = hasParts && (1...3).contains(place)
      let form: SyntheticUnit.Form = index % 3 == 2 ? .institution : .administrative
      let code = "\(200_001 + bureau)"
      return SyntheticUnit(
        code: isPart ? code + "00\(place)" : "\(200_001 + index)",
        name: "示例市第\(index + 1)号单位", parent: isPart ? code : nil, form: form,
        isParent: hasParts && place == 0,
        payroll: form == .institution ? "2010350" : payrolls[index % payrolls.count],
        isLate: index % 50 == 17)
    }
  }
}

extension [SyntheticUnit] {
  /// How many rows they fill in `units`.
  fileprivate var rows: Int { count + self.count { $0.former != nil } }
}
