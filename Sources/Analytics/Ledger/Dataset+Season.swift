extension Dataset {
  /// The dataset as it was in a budget season: outturns and revised budgets up to one year,
  /// budgets up to another.
  ///
  /// Later movements stay: they are the plan that the season had, as far as anything tells it. Their
  /// status is of today, when what was planned has become actual.
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
    season.adjustments = adjustments.filter { it in last(it.stage).map { it.year <= $0 } ?? true }
    season.itemReasons = itemReasons.filter { it in last(it.stage).map { it.year <= $0 } ?? true }
    season.receipts = receipts.compactMap { receipt in
      var kept = receipt
      kept.values = receipt.values.filter { stage, _ in
        last(stage).map { receipt.year <= $0 } ?? true
      }
      return kept.values.isEmpty ? nil : kept
    }
    if let year {
      season.balances = balances.filter { $0.year <= year }
      season.headcount = headcount.through(year)
      season.figures = []  // a report's figures speak of the years it was written in
    }
    return season
  }
}
