/// The ceilings of next year: those of the whole city, and those of single units.
///
/// Those of single units, and of classes, are of the first year without a budget, for forecasts to
/// keep. Last year's amounts keep all of them, so that they do not contradict each other.
struct CeilingTexts {
  struct Row {
    var year = SyntheticPlan.newestYear + 1
    var unit = ""
    var subject = ""
    var kind = ""
    var role = ""
    let rule: String
    var amount = ""
    var ofLast = ""
    let reason: String
  }

  private let plan: SyntheticPlan
  private let catalogue: SubjectCatalogue
  private let units: [SyntheticUnit]

  init(_ plan: SyntheticPlan, _ catalogue: SubjectCatalogue, _ units: [SyntheticUnit]) {
    self.plan = plan
    self.catalogue = catalogue
    self.units = units
  }

  var rows: [Row] {
    let ahead = (plan.linesOnly ? sections : []) + unitRows
    return (plan.linesOnly ? [] : city)
      + ahead.map { row in
        var row = row
        row.year += 1
        return row
      }
  }

  private var city: [Row] {
    var rows = [
      Row(role: "three_public", rule: "at_most", ofLast: "1", reason: "三公经费只减不增"),
      Row(kind: "operating", rule: "at_most", ofLast: "1", reason: "公用经费零增长"),
      Row(rule: "at_most", ofLast: "1.05", reason: "支出总额控制"),
    ]
    if catalogue.has("2010602") {
      rows.append(
        Row(subject: "2010602", rule: "at_least", amount: "100000.00", reason: "保障必要支出"))
    }
    return rows
  }

  /// Of the whole and of each class.
  private var sections: [Row] {
    let codes = catalogue.subjects.filter { $0.code.utf8.count == 3 && !$0.isItem }.map(\.code)
    return [Row(rule: "at_most", ofLast: "1.05", reason: "支出总额控制")]
      + codes.map { Row(subject: $0, rule: "at_most", ofLast: "1.05", reason: "分类控制") }
  }

  // MARK: Units

  /// One a unit, evenly spaced over those that have published this year's budget.
  private var unitRows: [Row] {
    let open = units.indices.filter { !units[$0].isParent && !units[$0].isLate }
    let count = min(plan.ceilings, open.count)
    return (0..<count).map { row(open[$0 * open.count / count], $0) }
  }

  /// On all of a unit, on one of its classes, or on one line; lines are known before they are
  /// written where there are no finer cuts.
  private func row(_ number: Int, _ turn: Int) -> Row {
    let unit = units[number].code
    let items = plan.linesOnly ? lines(of: number) : []
    guard turn % 4 > 1, let item = items.dropFirst(items.count / 2).first else {
      return turn % 4 == 0
        ? Row(unit: unit, rule: "at_most", ofLast: "1", reason: "部门支出零增长")
        : Row(unit: unit, rule: "at_least", ofLast: "0.95", reason: "保障部门运转")
    }
    return turn % 4 == 2
      ? Row(
        unit: unit, subject: String(item.prefix(3)), rule: "at_most", ofLast: "1",
        reason: "分类支出零增长")
      : Row(unit: unit, subject: item, rule: "fixed", ofLast: "1", reason: "按上年安排")
  }

  private func lines(of number: Int) -> [String] {
    let items = catalogue.subjects.filter { $0.code.utf8.count == 7 }
    var sample = SplitMix64(plan.seed, UInt64(number), 2)
    return LineSample.places(items.count, &sample).map { items[$0].code }
  }
}
