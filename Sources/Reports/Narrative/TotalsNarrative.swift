import Analytics

/// Sections 一 to 四: revenue and expenditure in total, by source, by kind, and appropriations.
struct TotalsNarrative {
  private let accounts: FinalAccounts
  private let wording: NarrativeWording
  private var year: FiscalYear { accounts.year }
  private var spent: Money { accounts.everything.total.outturn ?? .zero }

  init(_ accounts: FinalAccounts, _ wording: NarrativeWording) {
    self.accounts = accounts
    self.wording = wording
  }

  var overall: NarrativeSection {
    NarrativeSection(
      NarrativeWording.overall,
      [
        totals, movement(grandTotal: NarrativeWording.bothTotals),
        accounts.withoutLate.map { wording.withoutLate($0, year) },
        wording.kinds([.basic, .project].compactMap { accounts.everything.kinds[$0] }),
        wording.mainCauses(accounts.causesOfChange),
      ])
  }

  private var totals: String {
    accounts.grandTotal.map { wording.grandTotal($0, year) }
      ?? wording.totals(accounts.revenue?.outturn, spent, year)
  }

  /// Of the grand total where it is the year's expenditure, else of revenue and of expenditure.
  private func movement(grandTotal: Bilingual) -> String? {
    if accounts.grandTotalIsExpenditure {
      return wording.comparison(grandTotal, accounts.everything.total, year)
    }
    let sentences = [
      accounts.revenue.flatMap { wording.comparison(NarrativeWording.yearRevenue, $0, year) },
      wording.comparison(NarrativeWording.yearExpenditure, accounts.everything.total, year),
    ].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: wording.text("", " "))
  }

  var revenue: NarrativeSection {
    guard let revenue = accounts.revenue?.outturn else {
      return NarrativeSection(NarrativeWording.revenue, [])
    }
    let parts = accounts.receipts.map { (wording.receiptName($0), $0) }
    return NarrativeSection(
      NarrativeWording.revenue,
      [wording.total(NarrativeWording.yearRevenue, revenue, parts: parts, year)])
  }

  var expenditure: NarrativeSection {
    let kinds = [SpendingKind.basic, .project].compactMap { accounts.everything.kinds[$0] }.map {
      (wording.kindName($0.code), $0)
    }
    let others = accounts.otherExpenditure.map { (wording.quoted($0.name), $0) }
    return NarrativeSection(
      NarrativeWording.expenditure,
      [
        wording.total(NarrativeWording.yearExpenditure, spent, parts: kinds + others, year),
        kinds.isEmpty ? wording.kindsNotGiven : nil,
      ])
  }

  var appropriations: NarrativeSection {
    let funding = accounts.funding
    guard funding.received != nil || funding.spent != nil else {
      return NarrativeSection(NarrativeWording.appropriations, [])
    }
    let movement = funding.spent.flatMap { spent in
      let isOne = funding.received?.outturn == spent.outturn
      let name =
        isOne ? NarrativeWording.appropriationTotals : NarrativeWording.appropriationsSpent
      return wording.comparison(name, spent, year)
    }
    return NarrativeSection(
      NarrativeWording.appropriations,
      [
        wording.appropriations(
          received: funding.received?.outturn, spent: funding.spent?.outturn, year),
        funding.basis == .unknown ? wording.fundsNotGiven : movement,
      ] + (funding.basis == .unknown ? [] : reasons))
  }

  private var reasons: [String?] {
    [
      wording.kinds([.basic, .project].compactMap { accounts.described.kinds[$0] }),
      wording.mainCauses(accounts.causesOfChange), accounts.netMovement.map(wording.heads),
      accounts.item("running_cost").flatMap { wording.causes(of: $0.amount, $0.causes) },
      wording.inYearCauses(accounts.causesOfDeviation),
    ]
  }
}
