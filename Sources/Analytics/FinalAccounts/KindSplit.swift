/// Basic and project expenditure of each subject.
///
/// Where the project expenditure of the subjects adds up to that of the whole, no subject hides
/// any, and the rest of a subject is basic: so parts tie out with totals even where the printed
/// personnel and operating parts of a subject do not. Elsewhere only printed kinds are given.
struct KindSplit {
  private let table: CrossBreakdown
  private let year: FiscalYear
  private let basic: Int32?
  private let project: Int32?
  private let projectsArePlaced: Bool

  /// - Parameter table: Subjects by kind, of the money of the scope.
  init(_ table: CrossBreakdown, _ facts: FinalAccountsBuilder, _ scope: BudgetScope) {
    let year = facts.year
    self.table = table
    self.year = year
    basic = table.columns.codes.find(SpendingKind.basic.rawValue)
    let project = table.columns.codes.find(SpendingKind.project.rawValue)
    self.project = project
    let tops = table.rowMembers.filter { table.rows.tree.parent(of: $0) == Tree.root }
    projectsArePlaced =
      project.map { project in
        let placed = tops.compactMap { table.amount($0, project, .outturn, year) }
        return facts.funds.cell(kind: project, scope, .outturn, year).money
          == placed.reduce(.zero, +)
      } ?? false
  }

  func split(_ subject: Int32, of amount: Money?) -> (basic: Money?, project: Money?) {
    let project = self.project.flatMap { table.amount(subject, $0, .outturn, year) }
    if projectsArePlaced, let amount {
      return (amount - (project ?? .zero), project ?? .zero)
    }
    return (basic.flatMap { table.amount(subject, $0, .outturn, year) }, project)
  }
}
