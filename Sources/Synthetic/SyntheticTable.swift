/// The tables of a synthetic dataset, as `SPEC` names them, and their columns.
enum SyntheticTable: String, CaseIterable {
  case accounts, units, subjects, economics, categories, headcount, movements, rates, projects
  case adjustments, receipts, balances, memos, crosswalk, ceilings, assumptions

  struct Field {
    let name: String
    let type: String
    let isRequired: Bool

    static func required(_ name: String, _ type: String = "string") -> Field {
      Field(name: name, type: type, isRequired: true)
    }

    static func optional(_ name: String, _ type: String = "string") -> Field {
      Field(name: name, type: type, isRequired: false)
    }
  }

  static func all(_ plan: SyntheticPlan) -> [SyntheticTable] {
    guard plan.linesOnly else { return allCases }
    return [.accounts, .units, .subjects] + (plan.ceilings > 0 ? [.ceilings] : [])
  }

  var path: String { "\(rawValue).csv" }

  var title: String {
    switch self {
    case .accounts: "支出：年初预算、全年预算、决算（合成）"
    case .units: "单位（合成）"
    case .subjects: "支出功能分类科目（合成）"
    case .economics: "支出经济分类科目（合成）"
    case .categories: "人员类别（合成）"
    case .headcount: "编制与年末实有人数（合成）"
    case .movements: "人员变动（合成）"
    case .rates: "标准与费率（合成）"
    case .projects: "项目（合成）"
    case .adjustments: "变动原因（合成）"
    case .receipts: "收入（合成）"
    case .balances: "资产负债（合成）"
    case .memos: "三公经费、机关运行经费及其他事项（合成）"
    case .crosswalk: "科目与单位的沿革（合成）"
    case .ceilings: "控制数（合成）"
    case .assumptions: "已知增长（合成）"
    }
  }

  func fields(_ plan: SyntheticPlan) -> [Field] {
    let amounts = ["budget", "revised", "outturn"].map { Field.optional($0, "number") }
    switch self {
    case .accounts where plan.linesOnly:
      return [.required("year", "year"), .optional("unit"), .optional("subject")] + amounts
    case .accounts:
      return [
        .required("year", "year"), .optional("unit"), .optional("subject"),
        .optional("economic"), .optional("kind"), .optional("project"),
      ] + amounts
    case .units:
      return [.required("unit"), .required("name"), .optional("parent"), .required("type")]
    case .subjects:
      return [
        .required("code"), .required("name"), .optional("parent"),
        .optional("from_year", "year"), .optional("to_year", "year"), .optional("role"),
        .optional("staffing"),
      ]
    case .economics:
      return [.required("code"), .required("name"), .optional("parent"), .optional("role")]
    case .categories:
      return [
        .required("category"), .required("name"), .required("group"),
        .optional("progression_pct", "number"), .required("counts_as_head"),
      ]
    case .headcount:
      return [
        .required("year", "year"), .required("unit"), .required("category"),
        .optional("establishment", "number"), .required("in_post", "number"),
        .optional("on_establishment", "number"),
      ]
    case .movements:
      return [
        .required("date", "yearmonth"), .required("unit"), .required("category"),
        .required("delta", "number"), .required("reason"), .required("status"),
      ]
    case .rates:
      return [
        .required("subject"), .required("category"), .optional("kind"),
        .required("from", "yearmonth"), .optional("to", "yearmonth"),
        .optional("paid_from", "yearmonth"), .required("basis"),
        .required("value", "number"), .required("source"),
      ]
    case .projects:
      return [
        .required("project"), .required("name"), .required("unit"), .required("subject"),
        .required("type"), .required("from_year", "year"), .optional("to_year", "year"),
        .optional("total", "number"),
      ]
    case .adjustments:
      return [
        .required("year", "year"), .required("unit"), .required("subject"),
        .required("stage"), .required("amount", "number"), .required("kind"),
        .required("against"), .required("part"), .optional("project"), .required("recurs"),
        .required("reason"), .required("source"),
      ]
    case .receipts:
      return [
        .required("year", "year"), .required("unit"), .required("source_of_funds"),
      ] + amounts
    case .balances:
      return [
        .required("year", "year"), .required("unit"), .required("item"),
        .required("amount", "number"), .required("role"),
      ]
    case .memos:
      return [.required("year", "year"), .required("unit"), .required("item")] + amounts
        + [.required("measure"), .required("role")]
    case .crosswalk:
      return [
        .optional("from_subject"), .optional("to_subject"), .optional("from_unit"),
        .optional("to_unit"), .required("from_year", "year"), .required("weight", "number"),
        .required("source"),
      ]
    case .ceilings:
      return [
        .required("year", "year"), .required("stage"), .optional("unit"),
        .optional("subject"), .optional("kind"), .optional("role"), .required("rule"),
        .optional("amount", "number"), .optional("of_last", "number"), .required("reason"),
        .required("source"),
      ]
    case .assumptions:
      return [
        .required("year", "year"), .optional("subject"), .optional("kind"),
        .required("growth_pct", "number"), .required("reason"), .required("source"),
      ]
    }
  }

  func key(_ plan: SyntheticPlan) -> [String] {
    switch self {
    case .accounts:
      fields(plan).map(\.name).filter { !["budget", "revised", "outturn"].contains($0) }
    case .units: ["unit"]
    case .subjects, .economics: ["code"]
    case .categories: ["category"]
    case .headcount: ["year", "unit", "category"]
    case .projects: ["project"]
    case .receipts: ["year", "unit", "source_of_funds"]
    case .balances, .memos: ["year", "unit", "item"]
    case .movements, .rates, .adjustments, .crosswalk, .ceilings, .assumptions: []
    }
  }

  /// Columns whose values stand in another table: the column, the table and its column.
  func references(_ plan: SyntheticPlan) -> [(field: String, table: String, key: String)] {
    let known: [(String, SyntheticTable, String)] = [
      ("unit", .units, "unit"), ("subject", .subjects, "code"),
      ("economic", .economics, "code"), ("project", .projects, "project"),
      ("category", .categories, "category"), ("from_subject", .subjects, "code"),
      ("to_subject", .subjects, "code"), ("from_unit", .units, "unit"),
      ("to_unit", .units, "unit"),
    ]
    let tables = SyntheticTable.all(plan)
    let names = fields(plan).map(\.name)
    let outside = known.filter { field, table, _ in
      names.contains(field) && table != self && tables.contains(table)
        && !(self == .rates && field == "category")  // * is any category
    }.map { (field: $0, table: $1.rawValue, key: $2) }
    return names.contains("parent")
      ? outside + [(field: "parent", table: "", key: names[0])] : outside
  }
}
