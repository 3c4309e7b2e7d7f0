import Analytics

/// The columns and rows of one published table, all but the number of the line.
struct DisclosureContent {
  let columns: [Column]
  let rows: [[Cell]]

  /// A table without rows.
  init(_ form: DisclosureForm, _ dataset: Dataset) {
    columns = DisclosureContent.columns(form, classes: [])
    rows = []
  }

  init(_ form: DisclosureForm, _ accounts: FinalAccounts, _ dataset: Dataset) {
    let book = accounts.books[form.scope]
    let classes = (book?.economics ?? []).filter { $0.depth == 1 }
    columns = DisclosureContent.columns(form, classes: classes)
    let rows = DisclosureRows(accounts, dataset)
    switch form.rows {
    case .statement: self.rows = rows.statement
    case .receipts: self.rows = rows.receipts
    case .appropriationStatement: self.rows = rows.appropriations
    case .publicExpenses: self.rows = rows.publicExpenses
    case .subjects(let columns):
      self.rows = book.map { rows.subjects($0, form.scope, columns) } ?? []
    case .subjectsByEconomic:
      self.rows = book.map { rows.subjects($0, classes) } ?? []
    case .basicByEconomic: self.rows = book.map(rows.basic) ?? []
    case .projects: self.rows = book.map(rows.projects) ?? []
    }
  }

  private static func columns(_ form: DisclosureForm, classes: [EconomicAmount]) -> [Column] {
    let subject: [Column] = [.formSubject, .formSubjectName]
    switch form.rows {
    case .statement: return [.revenueItem, .revenueAmount, .expenditureItem, .expenditureAmount]
    case .appropriationStatement:
      return [.revenueItem, .revenueAmount, .expenditureItem, .formTotal]
        + FundingSource.allCases.map(Column.budget)
    case .receipts: return [.sourceOfFunds, .budget, .outturn, .share]
    case .subjects(let columns): return subject + columns.map(\.column)
    case .subjectsByEconomic: return subject + [.formTotal] + Column.economics(classes)
    case .basicByEconomic: return [.economic, .economicName, .formTotal, .personnel, .operating]
    case .projects: return subject + [.project, .projectName, .formTotal]
    case .publicExpenses: return [.formStage] + Column.publicExpenses.map(\.column)
    }
  }
}

extension DisclosureForm.SubjectColumn {
  fileprivate var column: Column {
    switch self {
    case .revenue: .revenueAmount
    case .total: .formTotal
    case .basic: .basic
    case .project: .projectAmount
    }
  }
}
