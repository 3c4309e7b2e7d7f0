/// A functional subject and the part it plays.
struct SyntheticSubject: Sendable {
  enum Role: String, Sendable {
    case none = ""
    /// 行政运行, 事业运行: pay and running costs of a unit.
    case payroll
    /// Computed from pay or heads.
    case social
    case contingency
    case interest
    /// Replaced by a split or a merger, or first there after a split.
    case reorganised
    case project
  }

  let code: String
  let name: String
  let role: Role
  /// The group of categories that drives the line.
  let staffing: String

  var parent: String? {
    switch code.utf8.count {
    case 5: String(code.prefix(3))
    case 7: String(code.prefix(5))
    default: nil
    }
  }

  var isItem: Bool { code.utf8.count == 7 || role == .contingency }
}

/// The subjects of a dataset: real functional codes first, then as many made-up ones as needed.
struct SubjectCatalogue: Sendable {
  /// By code.
  let subjects: [SyntheticSubject]
  private let places: [String: Int]

  static let splitFrom = "2070199"
  /// The successors and their weights in tenths.
  static let splitInto = [(code: "2070108", tenths: 6), (code: "2070113", tenths: 4)]
  static let mergedFrom = "2110104"
  static let mergedInto = "2110199"

  init(count: Int) {
    let real = SubjectCatalogue.real.prefix(count).map(SubjectCatalogue.subject)
    subjects = (real + SubjectCatalogue.madeUp(count - real.count)).sorted { $0.code < $1.code }
    places = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1.code, $0) })
  }

  func has(_ code: String) -> Bool { places[code] != nil }

  func place(of code: String) -> Int? { places[code] }

  /// Where the lines of projects may be: places of items, in code order.
  var projectItems: [Int] { subjects.indices.filter { subjects[$0].role == .project } }

  var hasSplit: Bool {
    has(SubjectCatalogue.splitFrom) && SubjectCatalogue.splitInto.allSatisfy { has($0.code) }
  }

  var hasMerger: Bool { has(SubjectCatalogue.mergedFrom) && has(SubjectCatalogue.mergedInto) }

  // MARK: Made-up codes

  /// Codes from 401 up, which no functional class has: a class, its groups, their items.
  private static func madeUp(_ count: Int) -> [SyntheticSubject] {
    var made: [SyntheticSubject] = []
    func add(_ code: Int, _ role: SyntheticSubject.Role) {
      guard made.count < count else { return }
      made.append(
        SyntheticSubject(code: "\(code)", name: "虚构科目\(code)", role: role, staffing: ""))
    }
    var section = 401
    while made.count < count {
      add(section, .none)
      for group in 1...12 where made.count < count {
        add(section * 100 + group, .none)
        for item in 1...40 { add((section * 100 + group) * 100 + item, .project) }
      }
      section += 1
    }
    return made
  }

  // MARK: Real codes

  private static func subject(_ entry: Entry) -> SyntheticSubject {
    SyntheticSubject(code: entry.0, name: entry.1, role: entry.2, staffing: entry.3)
  }

  private typealias Entry = (String, String, SyntheticSubject.Role, String)

  /// Parents before their parts, so that every beginning of the list is a classification.
  private static let real: [Entry] = [
    ("201", "一般公共服务支出", .none, ""),
    ("20103", "政府办公厅（室）及相关机构事务", .none, ""),
    ("2010301", "行政运行", .payroll, "行政"),
    ("2010302", "一般行政管理事务", .project, ""),
    ("2010350", "事业运行", .payroll, "事业"),
    ("208", "社会保障和就业支出", .none, ""),
    ("20805", "行政事业单位养老支出", .none, ""),
    ("2080505", "机关事业单位基本养老保险缴费支出", .social, "*"),
    ("2080501", "行政单位离退休", .social, "退休"),
    ("2080502", "事业单位离退休", .social, "退休"),
    ("2080506", "机关事业单位职业年金缴费支出", .social, "*"),
    ("210", "卫生健康支出", .none, ""),
    ("21011", "行政事业单位医疗", .none, ""),
    ("2101101", "行政单位医疗", .social, "行政"),
    ("2101102", "事业单位医疗", .social, "事业"),
    ("2101103", "公务员医疗补助", .social, "行政"),
    ("221", "住房保障支出", .none, ""),
    ("22102", "住房改革支出", .none, ""),
    ("2210201", "住房公积金", .social, "*"),
    ("20106", "财政事务", .none, ""),
    ("2010601", "行政运行", .payroll, "行政"),
    ("2010602", "一般行政管理事务", .project, ""),
    ("2010607", "信息化建设", .project, ""),
    ("2010608", "财政委托业务支出", .project, ""),
    ("204", "公共安全支出", .none, ""),
    ("20406", "司法", .none, ""),
    ("2040601", "行政运行", .payroll, "行政"),
    ("2040604", "基层司法业务", .project, ""),
    ("2040605", "普法宣传", .project, ""),
    ("2040607", "公共法律服务", .project, ""),
    ("20808", "抚恤", .none, ""),
    ("2080801", "死亡抚恤", .social, ""),
    ("20899", "其他社会保障和就业支出", .none, ""),
    ("2089999", "其他社会保障和就业支出", .social, "*"),
    ("207", "文化旅游体育与传媒支出", .none, ""),
    ("20701", "文化和旅游", .none, ""),
    ("2070101", "行政运行", .payroll, "行政"),
    ("2070104", "图书馆", .payroll, "事业"),
    ("2070109", "群众文化", .payroll, "事业"),
    ("2070199", "其他文化和旅游支出", .reorganised, ""),
    ("2070108", "文化活动", .reorganised, ""),
    ("2070113", "旅游宣传", .reorganised, ""),
    ("211", "节能环保支出", .none, ""),
    ("21101", "环境保护管理事务", .none, ""),
    ("2110101", "行政运行", .payroll, "行政"),
    ("2110104", "生态环境保护宣传", .reorganised, ""),
    ("2110199", "其他环境保护管理事务支出", .project, ""),
    ("21103", "污染防治", .none, ""),
    ("2110301", "大气", .project, ""),
    ("2110302", "水体", .project, ""),
    ("212", "城乡社区支出", .none, ""),
    ("21201", "城乡社区管理事务", .none, ""),
    ("2120101", "行政运行", .payroll, "行政"),
    ("2120104", "城管执法", .project, ""),
    ("21203", "城乡社区公共设施", .none, ""),
    ("2120399", "其他城乡社区公共设施支出", .project, ""),
    ("227", "预备费", .contingency, ""),
    ("232", "债务付息支出", .none, ""),
    ("23203", "地方政府一般债务付息支出", .none, ""),
    ("2320301", "地方政府一般债券付息支出", .interest, ""),
  ]
}
