import Analytics

/// One of the thirteen tables that a department publishes with its final accounts (决算公开), as a
/// description: which money, what stands in its rows, and which columns.
struct DisclosureForm: Sendable {
  enum Rows: Sendable {
    /// Receipts on one side, expenditure by class on the other.
    case statement
    /// Appropriations on one side, expenditure by class and budget on the other.
    case appropriationStatement
    /// Receipts by source.
    case receipts
    /// Every subject, with these columns.
    case subjects([SubjectColumn])
    /// Every subject by economic class.
    case subjectsByEconomic
    /// Basic expenditure by economic class.
    case basicByEconomic
    /// Projects under their subjects.
    case projects
    /// Budget and outturn of the three public expenses.
    case publicExpenses
  }

  /// A column of amounts of subjects.
  enum SubjectColumn: String, Sendable {
    case revenue, total, basic, project
  }

  /// From 1 to 13.
  let number: Int
  let title: Bilingual
  let scope: BudgetScope
  let rows: Rows

  init(_ number: Int, _ title: Bilingual, _ scope: BudgetScope, _ rows: Rows) {
    self.number = number
    self.title = title
    self.scope = scope
    self.rows = rows
  }

  /// `disclosure/01`
  var name: String { "disclosure/" + (number < 10 ? "0" : "") + "\(number)" }

  static let all: [DisclosureForm] = [
    DisclosureForm(1, .statement, .everything, .statement),
    DisclosureForm(2, .receipts, .everything, .receipts),
    DisclosureForm(3, .expenditure, .everything, .subjects([.total, .basic, .project])),
    DisclosureForm(4, .appropriationStatement, .appropriations, .appropriationStatement),
    DisclosureForm(5, .appropriationDetail, .appropriations, .subjectsByEconomic),
    DisclosureForm(6, .general, .budget(.general), .subjects([.total, .basic, .project])),
    DisclosureForm(7, .generalDetail, .budget(.general), .subjectsByEconomic),
    DisclosureForm(8, .generalBasic, .budget(.general), .basicByEconomic),
    DisclosureForm(9, .generalProjects, .budget(.general), .projects),
    DisclosureForm(
      10, .governmentFunds, .budget(.governmentFunds),
      .subjects([.revenue, .total, .basic, .project])),
    DisclosureForm(
      11, .stateCapital, .budget(.stateCapital),
      .subjects([.revenue, .total, .basic, .project])),
    DisclosureForm(12, .stateCapitalSpent, .budget(.stateCapital), .subjects([.total])),
    DisclosureForm(13, .publicExpenses, .appropriations, .publicExpenses),
  ]
}
