/// The tables of a synthetic dataset, as `SPEC` names them, and their columns.
enum SyntheticTable: String, CaseIterable {
  case accounts, units, subjects, economics, categories, headcount, movements, rates, projects
  case adjustments, receipts, balances, memos, crosswalk, ceilings, assumptions

  struct Field {
    let name: String
    let type: String
    let isRequired: Bool

    /// - Parameter text: The name, `!` where every row fills it, and after a colon a type other than
    ///   text: `year!:year`.
    fileprivate init(_ text: Substring) {
      let parts = text.split(separator: ":")
      isRequired = parts[0].hasSuffix("!")
      name = String(isRequired ? parts[0].dropLast() : parts[0])
      type = parts.count > 1 ? String(parts[1]) : "string"
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
    columns(plan).split(separator: " ").map(Field.init)
  }

  /// As `Field` reads them.
  private func columns(_ plan: SyntheticPlan) -> String {
    let stages = "budget:number revised:number outturn:number"
    return switch self {
    case .accounts where plan.linesOnly: "year!:year unit subject \(stages)"
    case .accounts: "year!:year unit subject economic kind project \(stages)"
    case .units: "unit! name! parent type!"
    case .subjects: "code! name! parent from_year:year to_year:year role staffing"
    case .economics: "code! name! parent role"
    case .categories: "category! name! group! progression_pct:number counts_as_head!"
    case .headcount:
      "year!:year unit! category! establishment:number in_post!:number on_establishment:number"
    case .movements: "date!:yearmonth unit! category! delta!:number reason! status!"
    case .rates:
      "subject! category! kind from!:yearmonth to:yearmonth paid_from:yearmonth basis! "
        + "value!:number source!"
    case .projects: "project! name! unit! subject! type! from_year!:year to_year:year total:number"
    case .adjustments:
      "year!:year unit! subject! stage! amount!:number kind! against! part! project recurs! "
        + "reason! source!"
    case .receipts: "year!:year unit! source_of_funds! \(stages)"
    case .balances: "year!:year unit! item! amount!:number role!"
    case .memos: "year!:year unit! item! \(stages) measure! role!"
    case .crosswalk:
      "from_subject to_subject from_unit to_unit from_year!:year weight!:number source!"
    case .ceilings:
      "year!:year stage! unit subject kind role rule! amount:number of_last:number reason! source!"
    case .assumptions: "year!:year subject kind growth_pct!:number reason! source!"
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
