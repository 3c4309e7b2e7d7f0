import Analytics

extension PartCosting {
  /// What irregular events are expected to come to beyond those that are planned: the mean of the
  /// years so far. Deaths are never planned; other events are, where the roster has a plan.
  var expectedEvents: Double {
    eventItems.reduce(0) { sum, item in
      let planned = model.rates.events(item, year)
      return sum + max(0, meanEvents(item) - planned) * model.rates.price(item, year)
    }
  }

  /// Events come one by one (Poisson): the variance of their number is its mean.
  var expectedVariance: Double {
    eventItems.reduce(0) { sum, item in
      let price = model.rates.price(item, year)
      return sum + meanEvents(item) * price * price
    }
  }

  private var eventItems: [RateCosting.Item] {
    items.filter { item in
      guard case .event(let reason) = item.basis, reason != "december" else { return false }
      return reason == "death" || !model.roster.hasPlan
    }
  }

  private func meanEvents(_ item: RateCosting.Item) -> Double {
    let first = item.units.compactMap { model.roster.rows($0, item.category).first?.year }.min()
    guard let first, first <= origin else { return 0 }
    let years = (first.number...origin.number).map(FiscalYear.init)
    return years.reduce(0) { $0 + model.rates.events(item, $1) } / Double(years.count)
  }
}
