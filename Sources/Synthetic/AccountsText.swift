/// The rows of the `accounts` table: lines, their finer cuts, and the totals they add up to.
struct AccountsText {
  private let plan: SyntheticPlan
  private let years: [[UInt8]]
  var text = CSVText()

  init(_ plan: SyntheticPlan) {
    self.plan = plan
    years = (0...plan.years).map { Array("\(plan.firstYear + $0)".utf8) }
  }

  /// What one key of the table says besides the year.
  struct Key: Hashable, Comparable {
    var subject = ""
    var kind = ""
    var project = ""
    var economic = ""

    static func < (a: Key, b: Key) -> Bool {
      (a.subject, a.kind, a.project, a.economic) < (b.subject, b.kind, b.project, b.economic)
    }
  }

  /// One row for each year that is not blank.
  ///
  /// - Parameter units: The unit's code in each year.
  mutating func add(_ units: [String], _ key: Key, _ amounts: [StageAmounts]) {
    for year in amounts.indices where !amounts[year].isBlank {
      text.field(years[year])
      text.field(units[year])
      text.field(key.subject)
      if !plan.linesOnly {
        text.field(key.economic)
        text.field(key.kind)
        text.field(key.project)
      }
      text.amounts(amounts[year])
      text.endRow()
    }
  }
}

/// Sums of the lines of a unit, or of several, by class and by kind.
struct AccountTotals {
  private var classes: [String: [StageAmounts]] = [:]
  private var kinds: [String: [StageAmounts]] = [:]
  private(set) var items: [String: [StageAmounts]] = [:]
  private(set) var all: [StageAmounts]
  private let keepsItems: Bool
  /// Classes that are lines themselves, such as 227.
  private var linesAtClass: Set<String> = []

  /// - Parameter keepsItems: Whether lines are to be summed by subject too.
  init(_ plan: SyntheticPlan, keepsItems: Bool = false) {
    all = Array(repeating: StageAmounts(), count: plan.years + 1)
    self.keepsItems = keepsItems
  }

  mutating func add(_ flow: Flow) {
    for year in flow.amounts.indices where !flow.amounts[year].isBlank {
      if flow.subjects[year].utf8.count == 3 { linesAtClass.insert(flow.subjects[year]) }
      add(flow.amounts[year], flow.subjects[year], year)
      sum(flow.amounts[year], year, &kinds[flow.kind.rawValue])
      if flow.kind != .project { sum(flow.amounts[year], year, &kinds["basic"]) }
    }
  }

  mutating func add(_ amounts: [StageAmounts], subject: String) {
    for year in amounts.indices where !amounts[year].isBlank {
      add(amounts[year], subject, year)
    }
  }

  private mutating func add(_ amount: StageAmounts, _ subject: String, _ year: Int) {
    all[year] += amount
    sum(amount, year, &classes[String(subject.prefix(3))])
    if keepsItems { sum(amount, year, &items[subject]) }
  }

  mutating func add(_ other: AccountTotals) {
    for year in all.indices { all[year] += other.all[year] }
    for (code, amounts) in other.classes { sum(amounts, &classes[code]) }
    for (code, amounts) in other.kinds { sum(amounts, &kinds[code]) }
    if keepsItems { for (code, amounts) in other.items { sum(amounts, &items[code]) } }
  }

  private func sum(_ amount: StageAmounts, _ year: Int, _ total: inout [StageAmounts]?) {
    if total == nil { total = Array(repeating: StageAmounts(), count: all.count) }
    total![year] += amount
  }

  private func sum(_ amounts: [StageAmounts], _ total: inout [StageAmounts]?) {
    for year in amounts.indices where !amounts[year].isBlank { sum(amounts[year], year, &total) }
  }

  /// The published totals: by item where they are kept, by class, by kind, and the whole.
  func write(_ units: [String], to text: inout AccountsText) {
    for (code, amounts) in items.sorted(by: { $0.key < $1.key }) where code.utf8.count > 3 {
      text.add(units, AccountsText.Key(subject: code), amounts)
    }
    for (code, amounts) in classes.sorted(by: { $0.key < $1.key })
    where !linesAtClass.contains(code) {
      text.add(units, AccountsText.Key(subject: code), amounts)
    }
    for (kind, amounts) in kinds.sorted(by: { $0.key < $1.key }) {
      text.add(units, AccountsText.Key(kind: kind), amounts)
    }
    text.add(units, AccountsText.Key(), all)
  }
}

extension AccountsText {
  /// The lines of a unit and their cuts, each the sum of the flows it has.
  mutating func add(_ book: UnitBook) {
    var sums: [Key: [StageAmounts]] = [:]
    for flow in book.flows {
      for year in flow.amounts.indices where !flow.amounts[year].isBlank {
        for key in AccountsText.keys(flow, year) {
          sums[key, default: Array(repeating: StageAmounts(), count: flow.amounts.count)][year] +=
            flow.amounts[year]
        }
      }
    }
    let units = book.unit.codes(plan)
    for (key, amounts) in sums.sorted(by: { $0.key < $1.key }) { add(units, key, amounts) }
  }

  /// The line, and its cuts by kind, by project and by economic class.
  private static func keys(_ flow: Flow, _ year: Int) -> [Key] {
    let subject = flow.subjects[year]
    var keys = [
      Key(subject: subject), Key(subject: subject, kind: flow.kind.rawValue),
    ]
    if let project = flow.project {
      keys.append(Key(subject: subject, kind: flow.kind.rawValue, project: project))
    }
    if let economic = flow.economic { keys.append(Key(subject: subject, economic: economic)) }
    return keys
  }
}
