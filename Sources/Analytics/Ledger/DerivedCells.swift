/// Fills the cells that sources do not print and their expressions compute.
enum DerivedCells {
  /// What the magnitudes of derived amounts may add up to, so that no sum can overflow.
  private static let room = Int64.max / 8

  /// The dataset with every derived cell, memo and balance in its place.
  ///
  /// - Throws: `SourceErrors` for each expression that cannot be computed.
  static func resolved(_ dataset: Dataset) throws -> Dataset {
    let facts = DatasetFacts(dataset)
    var filled = dataset
    var errors = SourceErrors()
    fillAccounts(&filled, facts, &errors)
    fillMemos(&filled, facts, &errors)
    fillBalances(&filled, facts, &errors)
    guard errors.isEmpty else { throw errors }
    return filled
  }

  private static func fillAccounts(
    _ dataset: inout Dataset, _ facts: DatasetFacts, _ errors: inout SourceErrors
  ) {
    var room = room
    let file = dataset.inputs.first { $0.table == "accounts" }?.path ?? "accounts"
    for derivation in dataset.accounts.derivations {
      let place = "\(file):\(derivation.line)"
      if let amount = value(
        derivation.expression, dataset.amountUnit, facts, place, &room, &errors)
      {
        dataset.accounts.fill(derivation.key, derivation.stage, derivation.year, amount)
      }
    }
  }

  private static func fillMemos(
    _ dataset: inout Dataset, _ facts: DatasetFacts, _ errors: inout SourceErrors
  ) {
    var room = room
    for index in dataset.memos.indices {
      let memo = dataset.memos[index]
      let unit = memo.measure == .money ? dataset.amountUnit : .unit
      for assignment in memo.expressions where memo.values[assignment.stage] == nil {
        if let amount = value(assignment.expression, unit, facts, memo.place, &room, &errors) {
          dataset.memos[index].values[assignment.stage] = amount
          dataset.memos[index].derivedStages.insert(assignment.stage)
        }
      }
    }
  }

  private static func fillBalances(
    _ dataset: inout Dataset, _ facts: DatasetFacts, _ errors: inout SourceErrors
  ) {
    var room = room
    for index in dataset.balances.indices where dataset.balances[index].amount == nil {
      let balance = dataset.balances[index]
      guard let expression = balance.expression else { continue }
      dataset.balances[index].amount = value(
        expression, dataset.amountUnit, facts, balance.place, &room, &errors)
      dataset.balances[index].isDerived = true
    }
  }

  /// An expression's value in hundredths of the currency unit, rounded half away from zero.
  private static func value(
    _ expression: FigureExpression, _ unit: AmountUnit, _ facts: DatasetFacts, _ place: String,
    _ room: inout Int64, _ errors: inout SourceErrors
  ) -> Money? {
    do {
      let interval = try evaluate(expression, with: facts)
      let cents = try interval.value * Rational(Int(unit.cents))
      let amount = Money(cents: try cents.rounded(decimals: 0).mantissa)
      guard amount.cents.magnitude <= UInt64(room) else {
        throw ArithmeticProblem.overflow
      }
      room -= amount.magnitude.cents
      return amount
    } catch {
      let problem =
        error is ArithmeticProblem ? "\(FigureProblem.overflow(expression: "it"))" : "\(error)"
      let parts = place.split(separator: ":")
      let line = parts.last.flatMap { Int($0) } ?? 1
      let file = parts.dropLast().joined(separator: ":")
      errors.append(
        SourceError(
          "the expression '\(expression)' cannot be computed: \(problem)",
          at: SourcePosition(file: file, line: line, column: 1)))
      return nil
    }
  }
}
