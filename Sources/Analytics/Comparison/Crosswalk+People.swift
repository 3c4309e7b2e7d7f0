// Heads cannot be divided: they go with a code that another takes over whole, and stay with one that
// is split, which `SplitHeads` tells.

extension Crosswalk {
  /// A dataset with its people, its rates and what drives its subjects under the codes of the newest
  /// classification.
  func restatedPeople(_ dataset: Dataset) -> Dataset {
    var restated = dataset
    restated.rates = self.restated(dataset.rates)
    restated.headcount = dataset.headcount.moving(unit)
    restated.movements = dataset.movements.flatMap(self.restated)
    for step in steps where step.dimension == .subject {
      if let successor = step.wholeSuccessor { step.moveDriver(to: successor, in: &restated) }
    }
    return restated
  }

  /// The unit that has a unit's heads of a year; nil for that unit itself.
  private func unit(_ unit: String, _ year: FiscalYear) -> String? {
    let last = restated(unit, codes: { [Code(.unit, $0)] }) { unit, place in
      [year < steps[place].fromYear ? steps[place].wholeSuccessor ?? unit : unit]
    }[0]
    return last == unit ? nil : last
  }

  /// Nothing of a movement that is itself the change of its unit's code.
  private func restated(_ movement: Movement) -> [Movement] {
    restated(movement, codes: \.codes) { movement, place in
      guard let successor = steps[place].wholeSuccessor else { return [movement] }
      return steps[place].moved(movement, to: successor).map { [$0] } ?? []
    }
  }
}

extension Movement {
  fileprivate var codes: [Crosswalk.Code] {
    [unit, toUnit].compactMap { $0.map { .init(.unit, $0) } }
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
}
