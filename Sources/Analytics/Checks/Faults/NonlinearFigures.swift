/// Figures that are growth, shares or ratios: no sums, so they are computed anew for each change.
struct NonlinearFigures {
  /// One figure with an expression, and whether it agrees as printed.
  struct Case {
    let figure: Int
    let agrees: Bool
    let quantities: [Quantity]
  }

  private let dataset: Dataset
  private let cases: [Case]
  private let byQuantity: [Quantity: [Int]]
  private let aliases: FigureAliases

  init(_ dataset: Dataset, _ cases: [Case], _ aliases: FigureAliases) {
    self.dataset = dataset
    self.cases = cases
    self.aliases = aliases
    var byQuantity: [Quantity: [Int]] = [:]
    for (place, it) in cases.enumerated() {
      for quantity in it.quantities + [.figure(it.figure)] {
        byQuantity[quantity, default: []].append(place)
      }
    }
    self.byQuantity = byQuantity
  }

  /// Whether a figure that agrees rests on a number.
  func bearsOut(_ quantity: Quantity) -> Bool {
    byQuantity[quantity]?.contains { cases[$0].agrees } ?? false
  }

  /// The figures that differ now and agree with some numbers replaced; nil if one that agrees now
  /// differs then. Figures that repeat a number change with it.
  func mended(by originals: [Quantity: PrintedInterval], _ facts: DatasetFacts) -> Set<Int>? {
    var changes = originals
    for (quantity, value) in originals {
      for copy in aliases.copies(of: quantity) { changes[.figure(copy)] = value }
    }
    let facts = facts.mending(changes)
    var mended: Set<Int> = []
    for place in Set(changes.keys.flatMap { byQuantity[$0] ?? [] }).sorted() {
      let it = cases[place]
      guard let agrees = agrees(it.figure, changes, facts) else { continue }
      if it.agrees && !agrees { return nil }
      if !it.agrees && agrees { mended.insert(it.figure) }
    }
    return mended
  }

  /// Nil without a value, where there is nothing to contradict.
  private func agrees(
    _ place: Int, _ changes: [Quantity: PrintedInterval], _ facts: DatasetFacts
  ) -> Bool? {
    let figure = dataset.figures[place]
    let own = changes[.figure(place)]
    let decimals = figure.printed.decimals
    guard let expression = figure.expression,
      let value = try? evaluate(expression, with: facts),
      let printed = own.map({ try? $0.value.rounded(decimals: decimals) }) ?? figure.printed,
      let comparison = try? FigureComparison(printed: printed, recomputed: value)
    else { return nil }
    if case .differs = comparison.verdict { return false }
    return true
  }
}
