/// Finds the smallest sets of numbers whose change satisfies the constraints that fail, and breaks
/// none that holds.
///
/// First rows that have changed places or slipped, where no single number mends as much; then single
/// numbers, each for the constraints that it stands in; then, for what is left, two or three numbers
/// together; at last figures that are no sums.
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
    var result = Result()
    var open = Set(system.failing)
    guard !open.isEmpty else { return result }
    let groups = groups()
    var joint = JointSearch(system: system, facts: facts)
    for component in joint.components(of: open.filter(isSum).sorted()) {
      if component.count < 2 || groups.contains(where: { Set($0.mends).isSuperset(of: component) })
      {
        continue
      }
      guard let slip = joint.rowSlip(of: component) else { continue }
      result.faults.append(slip)
      open.subtract(slip.constraints)
    }
    for group in groups where open.isSuperset(of: group.mends) {
      result.faults.append(Fault(group.mends, group.candidates.map { [$0.change] }))
      open.subtract(group.mends)
    }
    for component in joint.components(of: open.filter(isSum).sorted())
    where open.isSuperset(of: component) {
      if let fault = joint.fault(of: component) {
        result.faults.append(fault)
        open.subtract(fault.constraints)
      } else {
        result.unexplained += component
      }
    }
    result.isStopped = joint.isStopped
    addFigures(open.subtracting(result.unexplained).sorted(), to: &result)
    return result
  }

  private func isSum(_ place: Int) -> Bool { system.constraints[place].others.isEmpty }

  // MARK: One number

  /// Candidates that mend the same constraints, most constraints first.
  private func groups() -> [(mends: [Int], candidates: [Candidate])] {
    let numbers = system.failing.filter(isSum).flatMap { place in
      system.constraints[place].terms.map(\.number)
    }
    var groups: [[Int]: [Candidate]] = [:]
    for number in Set(numbers).sorted() {
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
    guard let figures = facts.figures(mendedBy: [change]) else { return nil }
    let own = around.filter { system.constraints[$0].isFailing }
    return Candidate(change: change, mends: Set(own + system.failing(figures)).sorted())
  }

  // MARK: Figures that are no sums

  /// A percentage or ratio is wrong itself only if all that it rests on is borne out elsewhere,
  /// and in doubt nowhere.
  private func addFigures(_ open: [Int], to result: inout Result) {
    let changed = Set(result.faults.flatMap { $0.alternatives.joined() }.map(\.quantity))
    let unexplained = Set(result.unexplained)
    for place in open {
      let constraint = system.constraints[place]
      let isSure = constraint.others.allSatisfy { other in
        !changed.contains(system.quantities[other]) && isBorneOut(other, unexplained)
      }
      if isSure, let candidate = candidate(constraint.terms[0].number), candidate.mends == [place] {
        result.faults.append(Fault([place], [[candidate.change]]))
      } else {
        result.unexplained.append(place)
      }
    }
  }

  /// Whether more identities hold with a number than fail.
  private func isBorneOut(_ number: Int, _ unexplained: Set<Int>) -> Bool {
    let places = system.byNumber[number]
    let holding = places.count { !system.constraints[$0].isFailing }
    let failing = places.count { unexplained.contains($0) }
    return holding > failing || (failing == 0 && facts.isBorneOut(system.quantities[number]))
  }
}
