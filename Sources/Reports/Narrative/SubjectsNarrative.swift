import Analytics

/// Sections 五 and 六: what the money was spent on, and basic expenditure.
struct SubjectsNarrative {
  /// How many subjects are described one by one.
  private static let linesShown = 100
  /// How many classes one sentence lists.
  private static let classesShown = 40

  private let accounts: FinalAccounts
  private let wording: NarrativeWording
  private var year: FiscalYear { accounts.year }
  private var source: FundingSource? { accounts.funding.described }
  private var book: BudgetBook { accounts.described }
  private var whole: ComparedAmount { book.total }
  private let spending: Bilingual

  init(_ accounts: FinalAccounts, _ wording: NarrativeWording) {
    self.accounts = accounts
    self.wording = wording
    spending = wording.spending(accounts.funding.described)
  }

  var subjects: NarrativeSection {
    NarrativeSection(
      NarrativeWording.subjects(source),
      parts: [overall, structure, detail], wording)
  }

  private var amount: Money { whole.outturn ?? .zero }

  private var overall: NarrativeSection {
    NarrativeSection(
      NarrativeWording.subjectsOverall,
      [
        wording.described(
          spending, amount, share: source == nil ? nil : whole.sharePct, year),
        wording.comparison(spending, whole, year),
        wording.kinds([.basic, .project].compactMap { book.kinds[$0] }),
        wording.mainCauses(accounts.causesOfChange),
      ])
  }

  private var structure: NarrativeSection {
    let classes = book.classes.map(\.amount).filter { $0.outturn != nil } + accounts.otherClasses
    let shown = classes.largest(SubjectsNarrative.classesShown) { $0.outturn?.inCents }
    func sum(_ amounts: [ComparedAmount]) -> Money {
      amounts.reduce(.zero) { $0 + ($1.outturn ?? .zero) }
    }
    let rest = classes.count - shown.count
    let others = rest > 0 ? wording.classesLeftOut(rest, sum(classes) - sum(shown)) : nil
    return NarrativeSection(
      NarrativeWording.subjectsStructure,
      [classes.isEmpty ? nil : wording.structure(spending, amount, shown, others, year)])
  }

  private var detail: NarrativeSection {
    let lines = book.lines
    let shown = lines.prefix(SubjectsNarrative.linesShown)
    let list = shown.enumerated().map { "\($0 + 1). \(wording.line($1))" }.joined(separator: "\n")
    let rest = lines.count - shown.count
    return NarrativeSection(
      NarrativeWording.subjectsDetail,
      [
        wording.execution(spending, whole, year), list,
        rest > 0 ? wording.linesLeftOut(rest) : nil,
      ])
  }

  var basic: NarrativeSection {
    let parts = [SpendingKind.personnel, .operating].compactMap { book.kinds[$0] }
    return NarrativeSection(
      NarrativeWording.basic(source),
      [book.kinds[.basic].map { wording.basic($0, parts, year) }])
  }
}

extension Money {
  fileprivate var inCents: PrintedNumber { PrintedNumber(mantissa: cents, decimals: 2) }
}
