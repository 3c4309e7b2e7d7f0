/// Finds the smallest sets of numbers whose change satisfies the constraints that fail, and breaks
/// none that holds.
///
/// First single numbers, each for the constraints that it stands in; then, for what is left, rows
/// that are shifted, and two or three numbers together.
struct FaultSearch {
  let system: ConstraintSystem
  let facts: MendingFacts

  struct Result: Sendable {
    var faults: [Fault] = []
    /// Failing constraints for which no set was found.
    var unexplained: [Int] = []
    /// Whether the search ended before it had tried everything.
    var isStopped = false
  }

  /// A number that alone would mend the failing constraints it is in.
  private struct Candidate {
    let change: Fault.Change
    let mends: [Int]
  }

  func run() -> Result {
    let failing = system.failing
    guard !failing.isEmpty else { return Result() }
    var result = Result()
    var open = Set(failing)
    for group in groups(failing) where open.isSuperset(of: group.mends) {
      result.faults.append(Fault(group.mends, group.candidates.map { [$0.change] }))
      open.subtract(group.mends)
    }
    var joint = JointSearch(system: system, facts: facts)
    for component in joint.components(of: open.sorted()) {
      if let fault = joint.fault(of: component) {
        result.faults.append(fault)
      } else {
        result.unexplained += component
      }
    }
    result.isStopped = joint.isStopped
    return result
  }

  // MARK: One number

  /// Candidates that mend the same constraints, most constraints first.
  private func groups(_ failing: [Int]) -> [(mends: [Int], candidates: [Candidate])] {
    let numbers = Set(failing.flatMap { system.constraints[$0].terms.map(\.number) }).sorted()
    var groups: [[Int]: [Candidate]] = [:]
    for number in numbers {
      if let candidate = candidate(number) {
        groups[candidate.mends, default: []].append(candidate)
      }
    }
    return groups.map { (mends: $0.key, candidates: $0.value) }.sorted { a, b in
      a.mends.count != b.mends.count
        ? a.mends.count > b.mends.count : a.mends.lexicographicallyPrecedes(b.mends)
    }
  }

  private func candidate(_ number: Int) -> Candidate? {
    let quantity = system.quantities[number]
    let around = system.byNumber[number]
    guard
      let range = try? facts.range(of: quantity, number, in: around.map { system.constraints[$0] })
    else { return nil }
    let change = facts.change(of: quantity, to: range)
    guard let figures = facts.figures(mendedBy: [change]), isSure(change, around) else {
      return nil
    }
    let linear = around.filter { system.constraints[$0].isFailing }
    let mended = system.failing.filter { place in
      guard case .figure(let figure) = system.constraints[place].origin else { return false }
      return figures.contains(figure)
    }
    return Candidate(change: change, mends: Set(linear + mended).sorted())
  }

  /// A figure that does not follow from its expression by a sum is wrong only if all that the
  /// expression rests on is borne out elsewhere.
  private func isSure(_ change: Fault.Change, _ around: [Int]) -> Bool {
    around.allSatisfy { place in
      let constraint = system.constraints[place]
      guard constraint.isFailing, !constraint.others.isEmpty else { return true }
      return constraint.others.allSatisfy { other in
        system.byNumber[other].contains { !system.constraints[$0].isFailing }
          || facts.isBorneOut(system.quantities[other])
      }
    }
  }
}
