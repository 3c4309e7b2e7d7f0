import Analytics

/// The rows of the published tables, made of the facts of final accounts.
struct DisclosureRows {
  private let accounts: FinalAccounts
  private let language: Language
  private let cell: CellMaker

  init(_ accounts: FinalAccounts, _ dataset: Dataset) {
    self.accounts = accounts
    language = dataset.language
    cell = CellMaker(dataset)
  }

  private func word(_ text: Bilingual) -> Cell { .text(text[language]) }

  /// Codes and names stand in two cells; the total has no code.
  private var totalKey: [Cell] { [.blank, word(DisclosureWording.total)] }

  // MARK: Statements

  /// Receipts and classes side by side, then the totals of both.
  var statement: [[Cell]] {
    let left = accounts.receipts.map { [Cell.text($0.name), cell($0.outturn)] }
    let right = accounts.everything.classes.map {
      [Cell.text($0.amount.name), cell($0.amount.outturn)]
    }
    let totals = [
      word(DisclosureWording.revenueTotal), cell(accounts.revenue?.outturn),
      word(DisclosureWording.expenditureTotal), cell(accounts.everything.total.outturn),
    ]
    let grand = accounts.grandTotal.map { total in
      let name = word(DisclosureWording.grandTotal)
      return [name, cell(total), name, cell(total)]
    }
    return sideBySide(left, right, blanks: 2) + [totals] + (grand.map { [$0] } ?? [])
  }

  /// What each budget appropriated, and what each class spent out of it.
  var appropriations: [[Cell]] {
    let all = accounts.books[.appropriations]
    guard all != nil || accounts.funding.received != nil else { return [] }
    let left = FundingSource.allCases.compactMap { source in
      accounts.funding.receipts[source].map {
        [word(NarrativeWording.name(source)), cell($0.outturn)]
      }
    }
    let right = (all?.classes ?? []).map { line in
      [Cell.text(line.amount.name), cell(line.amount.outturn)]
        + FundingSource.allCases.map { source in
          cell(class: line.amount.code, of: accounts.books[.budget(source)])
        }
    }
    let totals =
      [
        word(DisclosureWording.revenueTotal), cell(accounts.funding.received?.outturn),
        word(DisclosureWording.expenditureTotal), cell(all?.total.outturn),
      ] + FundingSource.allCases.map { cell(accounts.funding.expenditure[$0]?.outturn) }
    return sideBySide(left, right, blanks: 2 + FundingSource.allCases.count) + [totals]
  }

  private func cell(class code: String, of book: BudgetBook?) -> Cell {
    cell(book?.classes.first { $0.amount.code == code }?.amount.outturn)
  }

  /// Two lists of rows beside each other, the shorter one filled up with blanks: two on the left
  /// and as many as given on the right.
  private func sideBySide(_ left: [[Cell]], _ right: [[Cell]], blanks: Int) -> [[Cell]] {
    let blankLeft = [Cell](repeating: .blank, count: 2)
    let blankRight = [Cell](repeating: .blank, count: blanks)
    return (0..<max(left.count, right.count)).map { row in
      (row < left.count ? left[row] : blankLeft) + (row < right.count ? right[row] : blankRight)
    }
  }

  var receipts: [[Cell]] {
    guard let revenue = accounts.revenue else { return [] }
    let total = [
      word(DisclosureWording.total), cell(revenue.budget), cell(revenue.outturn), .blank,
    ]
    return [total]
      + accounts.receipts.map {
        [.text($0.name), cell($0.budget), cell($0.outturn), Cell($0.sharePct)]
      }
  }

  // MARK: Subjects

  func subjects(
    _ book: BudgetBook, _ scope: BudgetScope, _ columns: [DisclosureForm.SubjectColumn]
  ) -> [[Cell]] {
    let total = columns.map { column -> Cell in
      switch column {
      case .revenue: cell(revenue(scope))
      case .total: cell(book.total.outturn)
      case .basic: cell(book.kinds[.basic]?.outturn)
      case .project: cell(book.kinds[.project]?.outturn)
      }
    }
    return [totalKey + total]
      + book.subjects.map { subject in
        key(subject)
          + columns.map { column in
            switch column {
            case .revenue: .blank  // receipts are not given by subject
            case .total: cell(subject.amount.outturn)
            case .basic: cell(subject.basic)
            case .project: cell(subject.project)
            }
          }
      }
  }

  private func revenue(_ scope: BudgetScope) -> Money? {
    switch scope {
    case .everything: accounts.revenue?.outturn
    case .appropriations: accounts.funding.received?.outturn
    case .budget(let source): accounts.funding.receipts[source]?.outturn
    }
  }

  func subjects(_ book: BudgetBook, _ classes: [EconomicAmount]) -> [[Cell]] {
    [totalKey + [cell(book.total.outturn)] + classes.map { cell($0.outturn) }]
      + book.subjects.map { subject in
        key(subject) + [cell(subject.amount.outturn)]
          + classes.map { cell(subject.economics[$0.member]) }
      }
  }

  private func key(_ subject: SubjectAmount) -> [Cell] {
    [.text(subject.amount.code), .text(subject.amount.name)]
  }

  // MARK: Basic expenditure and projects

  func basic(_ book: BudgetBook) -> [[Cell]] {
    guard let basic = book.kinds[.basic] else { return [] }
    let (personnel, operating) = (book.kinds[.personnel], book.kinds[.operating])
    let total = totalKey + [basic, personnel, operating].map { cell($0?.outturn) }
    return [total]
      + book.economics.filter { $0.basic != nil }.map { economic in
        [
          .text(economic.code), .text(economic.name), cell(economic.basic),
          cell(economic.personnel), cell(economic.operating),
        ]
      }
  }

  func projects(_ book: BudgetBook) -> [[Cell]] {
    guard let total = book.kinds[.project] else { return [] }
    return [totalKey + [.blank, .blank, cell(total.outturn)]]
      + book.projects.map {
        [
          .text($0.subject), .text($0.subjectName), .text($0.code), .text($0.name),
          cell($0.outturn),
        ]
      }
  }

  // MARK: Three public expenses

  var publicExpenses: [[Cell]] {
    let stages: [(Bilingual, (ComparedAmount) -> Money?)] = [
      (DisclosureWording.budgetRow, \.budget), (DisclosureWording.revisedRow, \.revised),
      (DisclosureWording.outturnRow, \.outturn),
    ]
    let items = Column.publicExpenses.map { accounts.item($0.role)?.amount }
    return stages.compactMap { name, amount in
      let amounts = items.map { $0.flatMap(amount) }
      return amounts.allSatisfy { $0 == nil } ? nil : [word(name)] + amounts.map { cell($0) }
    }
  }
}
