/// What numbers are printed as, what they could be instead, and which figures would follow.
struct MendingFacts {
  private let dataset: Dataset
  private let facts: DatasetFacts
  private let nonlinear: NonlinearFigures

  init(_ facts: DatasetFacts, _ nonlinear: NonlinearFigures) {
    dataset = facts.index.dataset
    self.facts = facts
    self.nonlinear = nonlinear
  }

  /// The numbers, without their decimal point, that a quantity can be so that all constraints it
  /// stands in hold, and the one that the tightest of those that fail gives.
  struct Range {
    let values: ClosedRange<Int64>
    let likely: Int64
    let decimals: Int
  }

  /// - Throws: `overflow`.
  /// - Returns: Nil where no printable number does.
  func range(
    of quantity: Quantity, _ number: Int, in constraints: [Constraint]
  ) throws(ArithmeticProblem) -> Range? {
    try range(of: quantity, number, in: constraints.map { ($0, $0.residual, $0.isFailing) })
  }

  /// - Parameter states: Each constraint with its present residual, and whether that is too large.
  func range(
    of quantity: Quantity, _ number: Int,
    in states: [(constraint: Constraint, residual: Rational, isFailing: Bool)]
  ) throws(ArithmeticProblem) -> Range? {
    let printed = printed(quantity)
    let value = Rational(printed)
    var lower: Rational?
    var upper: Rational?
    var tightest: (bound: Rational, change: Rational)?
    for (constraint, residual, isFailing) in states {
      guard let changes = try constraint.changes(of: number, residual: residual) else { continue }
      lower = max(lower ?? changes.lower, changes.lower)
      upper = min(upper ?? changes.upper, changes.upper)
      let width = try changes.upper - changes.lower
      if isFailing, tightest.map({ width < $0.bound }) ?? true {
        tightest = (width, try (changes.lower + changes.upper) / Rational(2))
      }
    }
    guard let lower, let upper, lower <= upper, let tightest else { return nil }
    let scale = try Rational(Int128.powerOfTen(printed.decimals), over: 1)
    let low = try ((value + lower) * scale).roundedUp
    let high = try ((value + upper) * scale).roundedDown
    guard low <= high, let first = Int64(exactly: low), let last = Int64(exactly: high) else {
      return nil
    }
    let wanted = try (value + tightest.change).rounded(decimals: printed.decimals).mantissa
    return Range(
      values: first...last, likely: min(max(wanted, first), last), decimals: printed.decimals)
  }

  /// The change to the likeliest number of a range: one that a typing slip makes what is printed,
  /// else the one in the middle.
  func change(of quantity: Quantity, to range: Range) -> Fault.Change {
    let printed = printed(quantity)
    let slip = SlipPattern.match(
      printed: printed.mantissa, range: range.values, likely: range.likely)
    let copied = slip == nil ? neighbour(of: quantity, showing: printed) : nil
    return Fault.Change(
      quantity: quantity, printed: printed,
      mended: PrintedNumber(mantissa: slip?.mended ?? range.likely, decimals: range.decimals),
      pattern: slip?.pattern ?? copied.map { .copied(from: $0) })
  }

  /// The figures that differ now and would agree with the changes; nil if one that agrees now
  /// would differ.
  func figures(mendedBy changes: [Fault.Change]) -> Set<Int>? {
    let mended = Dictionary(
      changes.map { ($0.quantity, interval($0.mended)) }, uniquingKeysWith: { _, last in last })
    return nonlinear.mended(by: mended, facts)
  }

  func isBorneOut(_ quantity: Quantity) -> Bool { nonlinear.bearsOut(quantity) }

  private func interval(_ number: PrintedNumber) -> PrintedInterval {
    dataset.precision == .printed ? PrintedInterval(number) : PrintedInterval(exactly: number)
  }

  // MARK: As printed

  func printed(_ quantity: Quantity) -> PrintedNumber {
    switch quantity {
    case .cell(let key, let stage, let year):
      return dataset.printed(dataset.accounts.amount(key, stage, year)!)
    case .memo(let place, let stage):
      let memo = dataset.memos[place]
      return memo.measure == .money
        ? dataset.printed(memo.values[stage]!)
        : memo.values[stage]!.printed(in: .unit, decimals: memo.decimals)
    case .balance(let place): return dataset.printed(dataset.balances[place].amount!)
    case .receipt(let place, let stage):
      return dataset.printed(dataset.receipts[place].values[stage]!)
    case .heads(let place): return dataset.headcount[place].inPost!
    case .figure(let place): return dataset.figures[place].printed
    }
  }

  /// A cell's place in the order in which the source has its rows.
  func row(of quantity: Quantity) -> Int {
    guard case .cell(let key, _, _) = quantity else { return .max }
    return dataset.accounts.cell(key) ?? .max
  }

  /// A number beside this one that reads the same: of the whole it is part of, of another stage,
  /// of the year before. Short numbers repeat by chance, so it has three digits at least.
  private func neighbour(of quantity: Quantity, showing printed: PrintedNumber) -> Quantity? {
    guard case .cell(let key, let stage, let year) = quantity, printed.mantissa.magnitude >= 100
    else { return nil }
    let beside =
      wholes(of: key).map { Quantity.cell($0, stage, year) }
      + Stage.allCases.filter { $0 != stage }.map { Quantity.cell(key, $0, year) }
      + [year.previous, year.next].compactMap { $0 }.map { Quantity.cell(key, stage, $0) }
      + rows(beside: key, year).map { Quantity.cell($0, stage, year) }
    return beside.first { it in
      guard case .cell(let key, let stage, let year) = it,
        let amount = dataset.accounts.amount(key, stage, year)
      else { return false }
      return dataset.printed(amount) == printed && !facts.index.isDerived(key, stage, year)
    }
  }

  /// The cells that a cell is part of, along each dimension, nearest first.
  private func wholes(of key: CellKey) -> [CellKey] {
    Dimension.allCases.filter { key[$0] != CellKey.all }.flatMap { dimension in
      let above = dataset.accounts[dimension].tree.ancestors(of: key[dimension])
      return (above + [CellKey.all]).map { key.with(dimension, $0) }
    }
  }

  /// The cells that the source has just before and after.
  private func rows(beside key: CellKey, _ year: FiscalYear) -> [CellKey] {
    guard let cell = dataset.accounts.cell(key) else { return [] }
    return [cell - 1, cell + 1].filter { (0..<dataset.accounts.cellCount).contains($0) }
      .map { dataset.accounts.key($0) }
  }
}

extension Rational {
  /// The least whole number that is not below it.
  var roundedUp: Int128 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest > 0 ? quotient + 1 : quotient
  }

  /// The greatest whole number that is not above it.
  var roundedDown: Int128 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }
}
