extension Dataset {
  /// The dataset as it was in a budget season: outturns and revised budgets up to one year,
  /// budgets up to another.
  ///
  /// The season is in the year of its newest budget. Who had moved by then was known, and who was to
  /// move later as far as that was planned or approved; what only happened later was not.
  public func until(_ year: FiscalYear?, budgetUntil: FiscalYear?) -> Dataset {
    guard year != nil || budgetUntil != nil else { return self }
    var season = self
    let last: (Stage) -> FiscalYear? = { $0 == .budget ? budgetUntil ?? year : year }
    season.accounts.keep { stage, cellYear in last(stage).map { cellYear <= $0 } ?? true }
    season.memos = memos.compactMap { memo in
      var kept = memo
      kept.values = memo.values.filter { stage, _ in last(stage).map { memo.year <= $0 } ?? true }
      return kept.values.isEmpty ? nil : kept
    }
    if let year {
      season.receipts = receipts.filter { $0.year <= year }
      season.balances = balances.filter { $0.year <= year }
      season.headcount = headcount.through(year)
      season.movements = movements.filter {
        $0.year <= budgetUntil ?? year || $0.status != "actual"
      }
      season.adjustments = adjustments.filter { $0.year <= year }
      season.figures = []  // a report's figures speak of the years it was written in
    }
    return season
  }
}
