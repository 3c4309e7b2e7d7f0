/// Finds the facts of final accounts in a dataset.
struct FinalAccountsBuilder {
  let dataset: Dataset
  let nodes: NodeTable
  let year: FiscalYear
  private let total: Int
  let kindTable: Breakdown
  /// Of all units together.
  private let receiptItems: [ItemComparison.Item]
  let receipts: [ComparedAmount]
  let funds: FundTables
  private let onlyUppermostUnit: Int32?
  /// Items beside the accounts, of all units together, each role before those below it.
  private let memos: [(role: String, amount: ComparedAmount)]

  init(_ dataset: Dataset, _ nodes: NodeTable, total: Int, year: FiscalYear) {
    self.dataset = dataset
    self.nodes = nodes
    self.total = total
    self.year = year
    kindTable = Breakdown(.kind, of: dataset.accounts, panel: nodes.panel)
    let items = dataset.memoItems.overAllUnits(nodes.panel.units)
    let order = RoleOrder(dataset.memos)
    memos = ItemComparison(items).rows.filter { $0.item.year == year }.compactMap { row in
      row.item.role.map { (role: $0, amount: ComparedAmount(row)) }
    }.sorted { order.precedes(($0.role, $0.amount.code), ($1.role, $1.amount.code)) }
    let tops = Set(
      nodes.nodes.filter { $0.level == .unit }.map { node in
        nodes.panel.units.tree.ancestors(of: node.unit).last ?? node.unit
      })
    onlyUppermostUnit = tops.count == 1 ? tops.first : nil
    receiptItems = dataset.receiptItems.overAllUnits(nodes.panel.units)
    receipts = FinalAccountsBuilder.receipts(receiptItems, dataset, year)
    funds = FundTables(
      dataset, nodes, kindTable, years: [year.previous, year].compactMap { $0 },
      receipts: receipts)
  }

  var expenditure: ComparedAmount {
    ComparedAmount(code: "", name: "", year: year, whole: nil) { nodes.cell(total, $0, $1) }
  }

  /// Some of the money, with its share of all of it; nil where it is not known.
  func total(of scope: BudgetScope) -> ComparedAmount? {
    let found = ComparedAmount(
      code: "", name: "", year: year, whole: nodes.cell(total, .outturn, year).money
    ) { funds.cell(scope, CellKey.all, $0, $1) }
    return found.outturn == nil ? nil : found
  }

  // MARK: Items

  func item(role: String) -> ComparedAmount? { memos.first { $0.role == role }?.amount }

  /// Expenditure that is no line of the accounts, as shares of all of it.
  func expenditure(under role: String) -> [ComparedAmount] {
    let whole = nodes.cell(total, .outturn, year).money
    return memos.filter { $0.role.hasPrefix(role + ".") }.map { $0.amount.asShare(of: whole) }
  }

  var roleItems: [FinalAccounts.RoleItem] {
    memos.map { role, amount in
      let reasons = dataset.itemReasons.filter {
        $0.year == year && $0.item == amount.code && $0.stage == .outturn
      }
      return FinalAccounts.RoleItem(
        role: role, amount: amount,
        causes: largestFirst(
          reasons.filter { $0.against == "previous" }.compactMap { reason in
            reason.reason.map {
              Cause(text: $0, amount: reason.amount, subject: nil, unit: nil)
            }
          }),
        notes: reasons.filter { $0.against == "level" }.compactMap(\.reason))
    }
  }

  // MARK: Receipts

  /// By source, in the order of the dataset.
  private static func receipts(
    _ items: [ItemComparison.Item], _ dataset: Dataset, _ year: FiscalYear
  ) -> [ComparedAmount] {
    let order = dataset.receipts.map(\.source)
    return ItemComparison(items, shareOfSum: true).rows
      .filter { $0.item.year == year && $0.item.values[.outturn] != nil }.map(ComparedAmount.init)
      .sorted { order.firstIndex(of: $0.code)! < order.firstIndex(of: $1.code)! }
  }

  var revenue: ComparedAmount? { sum(receiptItems, "") }

  /// Receipts that are appropriated out of one of the government's budgets.
  var appropriationItems: [(source: FundingSource, item: ItemComparison.Item)] {
    receiptItems.compactMap { item in FundingSource(name: item.code).map { ($0, item) } }
  }

  /// Receipts together; a year or a stage in which none is given is not known.
  func sum(_ items: [ItemComparison.Item], _ code: String) -> ComparedAmount? {
    let sum = ComparedAmount(code: code, name: "", year: year, whole: nil) { stage, year in
      .sum(items.filter { $0.year == year }.map { PanelCell($0.values[stage]) })
    }
    return sum.outturn == nil ? nil : sum
  }

  // MARK: Subjects

  /// A subject's name, failing that its code.
  func name(_ subject: Int32) -> String {
    let name = nodes.panel.subjects.name(subject)
    return name.isEmpty ? nodes.panel.subjects.code(subject) : name
  }

  /// The names of the subjects above one and its own, the highest first.
  func path(_ subject: Int32) -> [String] {
    (nodes.panel.subjects.tree.ancestors(of: subject).reversed() + [subject]).map { name($0) }
  }

  // MARK: Causes

  /// The registered reasons of the year, the largest first and those without an amount last.
  func causes(against: String) -> [Cause] { causes(dataset.adjustments, against: against) }

  /// Why subjects differ from their initial budgets, by the subject's number.
  var causesBySubject: [Int32: [Cause]] {
    var groups: [Int32: [Adjustment]] = [:]
    for adjustment in dataset.adjustments {
      guard let subject = adjustment.subject.flatMap(nodes.panel.subjects.codes.find) else {
        continue
      }
      groups[subject, default: []].append(adjustment)
    }
    return groups.mapValues { causes($0, against: "budget") }
  }

  private func causes(_ adjustments: [Adjustment], against: String) -> [Cause] {
    let wanted = adjustments.filter {
      $0.year == year && $0.stage == .outturn && $0.against == against
    }
    return largestFirst(
      wanted.compactMap { adjustment in
        adjustment.reason.map { reason in
          Cause(
            text: reason, amount: adjustment.amount,
            subject: adjustment.subject.flatMap(nodes.panel.subjects.codes.find).map(name),
            unit: adjustment.unit.flatMap(unitName))
        }
      })
  }

  /// A unit's name, failing that its code; nil for the only unit directly under the whole.
  private func unitName(_ code: String) -> String? {
    let units = nodes.panel.units
    guard let unit = units.codes.find(code), unit != onlyUppermostUnit else { return nil }
    return units.name(unit).isEmpty ? code : units.name(unit)
  }

  private func largestFirst(_ causes: [Cause]) -> [Cause] {
    let sorted = causes.enumerated().sorted { a, b in
      let (x, y) = (
        a.element.amount?.magnitude.cents ?? -1, b.element.amount?.magnitude.cents ?? -1
      )
      return x == y ? a.offset < b.offset : x > y
    }
    return sorted.map(\.element)
  }
}
