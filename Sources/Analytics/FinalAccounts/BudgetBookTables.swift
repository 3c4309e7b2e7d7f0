/// Finds the breakdowns of some of the money.
struct BudgetBookTables {
  private let scope: BudgetScope
  private let facts: FinalAccountsBuilder
  private let total: ComparedAmount
  private var year: FiscalYear { facts.year }
  private var accounts: Accounts { facts.dataset.accounts }

  init(_ scope: BudgetScope, _ facts: FinalAccountsBuilder, _ total: ComparedAmount) {
    self.scope = scope
    self.facts = facts
    self.total = total
  }

  private func cross(_ rows: Dimension, by columns: Dimension) -> CrossBreakdown {
    CrossBreakdown(rows, by: columns, of: accounts, years: [year]) {
      facts.funds.isMoney(scope, $0)
    }
  }

  // MARK: Kinds

  var kinds: [SpendingKind: ComparedAmount] {
    var found: [SpendingKind: ComparedAmount] = [:]
    for kind in SpendingKind.allCases {
      guard let member = facts.kindTable.members.codes.find(kind.rawValue) else { continue }
      let amount = ComparedAmount(
        code: kind.rawValue, name: kind.name(facts.dataset.language), year: year,
        whole: total.outturn
      ) { facts.funds.cell(kind: member, scope, $0, $1) }
      if amount.outturn != nil { found[kind] = amount }
    }
    return found
  }

  // MARK: Subjects

  /// Every subject with something in the year, in code order.
  var subjects: [SubjectAmount] {
    let amounts = subjectAmounts
    let members = Set(amounts.map(\.subject))
    let tree = facts.nodes.panel.subjects.tree
    let split = KindSplit(cross(.subject, by: .kind), facts, scope)
    let economics = economicsBySubject
    let causes = facts.causesBySubject
    return amounts.map { subject, amount in
      let part = split.split(subject, of: amount.outturn)
      return SubjectAmount(
        amount: amount, path: facts.path(subject),
        isLeaf: !tree.children(of: subject).contains(where: members.contains),
        basic: part.basic, project: part.project, economics: economics[subject] ?? [:],
        causes: causes[subject] ?? [])
    }
  }

  private var subjectAmounts: [(subject: Int32, amount: ComparedAmount)] {
    let nodes = facts.nodes.nodes
    let members = nodes.indices.filter { nodes[$0].level == .subject }.map { nodes[$0].subject }
    return facts.nodes.panel.subjects.sorted(members).compactMap { subject in
      let amount = ComparedAmount(
        code: facts.nodes.panel.subjects.code(subject), name: facts.name(subject), year: year,
        whole: total.outturn
      ) { facts.funds.cell(scope, subject, $0, $1) }
      return amount.outturn != nil || amount.budget != nil ? (subject, amount) : nil
    }
  }

  private var economicsBySubject: [Int32: [Int32: Money]] {
    let table = cross(.subject, by: .economic)
    let classes = table.columnMembers
    var found: [Int32: [Int32: Money]] = [:]
    for subject in table.rowMembers {
      for economic in classes {
        guard let amount = table.amount(subject, economic, .outturn, year) else { continue }
        found[subject, default: [:]][economic] = amount
      }
    }
    return found
  }

  // MARK: Economic classes

  var economics: [EconomicAmount] {
    let byKind = cross(.economic, by: .kind)
    let whole = wholeEconomics
    func part(_ member: Int32, _ kind: SpendingKind) -> Money? {
      byKind.columns.codes.find(kind.rawValue).flatMap {
        byKind.amount(member, $0, .outturn, year)
      }
    }
    let classes = accounts[.economic]
    return classes.sorted(Set(whole.keys).union(byKind.rowMembers)).map { member in
      let name = classes.name(member)
      return EconomicAmount(
        member: member, code: classes.code(member),
        name: name.isEmpty ? classes.code(member) : name,
        depth: classes.tree.depth(of: member), outturn: whole[member], basic: part(member, .basic),
        personnel: part(member, .personnel), operating: part(member, .operating))
    }.filter { $0.outturn != nil || $0.basic != nil }
  }

  /// What each class has of the money, subjects and kinds together.
  private var wholeEconomics: [Int32: Money] {
    var found: [Int32: Money] = [:]
    if facts.funds.tells(scope) {
      let table = cross(.economic, by: .fund)
      for member in table.rowMembers {
        let amounts = table.columnMembers.compactMap { table.amount(member, $0, .outturn, year) }
        if !amounts.isEmpty { found[member] = amounts.reduce(.zero, +) }
      }
    } else {
      let table = Breakdown(.economic, of: accounts, panel: facts.nodes.panel)
      for member in table.members(of: CellKey.all) {
        found[member] = table.amount(CellKey.all, member, .outturn, year)
      }
    }
    return found
  }

  // MARK: Projects

  var projects: [ProjectAmount] {
    let table = cross(.subject, by: .project)
    let tops = table.columnMembers.filter { table.columns.tree.parent(of: $0) == Tree.root }
    let leaves = table.rowMembers.filter { !table.rows.tree.isParent($0) }
    return leaves.flatMap { subject in
      tops.compactMap { project in
        table.amount(subject, project, .outturn, year).map { amount in
          let (code, name) = (table.columns.code(project), table.columns.name(project))
          return ProjectAmount(
            subject: table.rows.code(subject), subjectName: facts.name(subject), code: code,
            name: name.isEmpty ? code : name, outturn: amount)
        }
      }
    }
  }
}
