// Heads and rates cannot be divided: they go with a code that another takes over whole, and stay
// with one that is split, which `SplitHeads` tells.

extension Crosswalk {
  /// A dataset with its people, its rates and what drives its subjects under the codes of the newest
  /// classification.
  func restatedPeople(_ dataset: Dataset) -> Dataset {
    var restated = dataset
    for step in steps {
      guard let successor = step.wholeSuccessor else { continue }
      restated.rates = step.moved(restated.rates, to: successor)
      if step.dimension == .unit {
        restated.headcount = restated.headcount.moving(
          step.from, to: successor, before: step.fromYear)
        restated.movements = restated.movements.compactMap { step.moved($0, to: successor) }
      } else {
        step.moveDriver(to: successor, in: &restated)
      }
    }
    return restated
  }
}

extension Crosswalk.Step {
  /// The code that takes over all of the old one; nil where it is split.
  var wholeSuccessor: String? {
    successors.first { Int128($0.weight.mantissa) == .powerOfTen($0.weight.decimals) }?.code
  }

  /// Nil for a movement that leads, up to the year of the change, from the old code to the new one:
  /// it is the change itself.
  fileprivate func moved(_ movement: Movement, to successor: String) -> Movement? {
    let isWithin = movement.toCategory == nil || movement.toCategory == movement.category
    if movement.unit == from, movement.toUnit == successor, isWithin, movement.year <= fromYear {
      return nil
    }
    guard movement.year < fromYear else { return movement }
    var moved = movement
    if moved.unit == from { moved.unit = successor }
    if moved.toUnit == from { moved.toUnit = successor }
    return moved
  }

  /// The subject that takes over is driven as the old one, where nothing else is said of it.
  fileprivate func moveDriver(to successor: String, in dataset: inout Dataset) {
    let codes = dataset.accounts[.subject].codes
    guard let old = codes.find(from), let new = codes.find(successor),
      dataset.staffing[new] == nil
    else { return }
    dataset.staffing[new] = dataset.staffing[old]
  }

  // MARK: Rates

  /// A rate goes on under the new code until it ends or another takes its place; what is in force of
  /// it after the change stays under the old code too. Rows of the new code stand after those that
  /// come to it, so that of one date they hold.
  fileprivate func moved(_ rates: [Rate], to successor: String) -> [Rate] {
    let rates = dimension == .subject ? rates.map { takingBase($0, successor) } : rates
    let isMoved = { (rate: Rate) in (dimension == .unit ? rate.unit : rate.subject) == from }
    return rates.filter(isMoved).map { rate in
      var moved = rate
      if dimension == .unit { moved.unit = successor } else { moved.subject = successor }
      return moved
    } + rates.compactMap { isMoved($0) ? $0.since(Moment(startOf: fromYear)) : $0 }
  }

  /// A percentage of the old code, as one of what either has.
  private func takingBase(_ rate: Rate, _ successor: String) -> Rate {
    guard case .percentOf(let codes) = rate.basis, codes.contains(from),
      !codes.contains(successor)
    else { return rate }
    var taking = rate
    taking.basis = .percentOf(codes + [successor])
    return taking
  }
}

extension Rate {
  /// What is in force of it from a moment on; nil where nothing is.
  fileprivate func since(_ moment: Moment) -> Rate? {
    if let to, to <= moment { return nil }
    var later = self
    later.from = max(from, moment)
    return later
  }
}
