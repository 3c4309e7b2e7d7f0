/// Finds two or three numbers whose change together satisfies constraints that no single number
/// mends, within a number of steps.
struct JointSearch {
  private let system: ConstraintSystem
  private let facts: MendingFacts
  private(set) var isStopped = false
  private var steps = 0
  private var found: [[Fault.Change]] = []

  /// Deeper sets explain anything.
  private static let mostChanges = 3
  private static let mostSteps = 20_000
  private static let mostConstraints = 8

  init(system: ConstraintSystem, facts: MendingFacts) {
    self.system = system
    self.facts = facts
  }

  /// Failing constraints that hang together: they share a number, or a third has a number of both.
  func components(of failing: [Int]) -> [[Int]] {
    var parent = Array(0..<system.constraints.count)
    func root(_ place: Int) -> Int {
      var place = place
      while parent[place] != place { place = parent[place] }
      return place
    }
    for place in failing {
      for term in system.constraints[place].terms {
        for other in system.byNumber[term.number] {
          let (a, b) = (root(place), root(other))
          parent[max(a, b)] = min(a, b)
        }
      }
    }
    return Dictionary(grouping: failing, by: root).values.map { $0.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// Numbers in the wrong rows, which are one slip however many they are.
  ///
  /// - Parameter component: Failing constraints that hang together, rising.
  func rowSlip(of component: [Int]) -> Fault? {
    RowSlips(system: system, facts: facts).changes(mending: component).map {
      fault(component, [$0])
    }
  }

  /// - Parameter component: Failing constraints that hang together, rising.
  mutating func fault(of component: [Int]) -> Fault? {
    guard (1...JointSearch.mostConstraints).contains(component.count) else {
      isStopped = true
      return nil
    }
    let numbers = Set(component.flatMap { system.constraints[$0].terms.map(\.number) })
    for size in 2...JointSearch.mostChanges {
      found = []
      steps = 0
      search(State(failing: component), size, among: numbers)
      if steps >= JointSearch.mostSteps { isStopped = true }
      if !found.isEmpty { return fault(component, distinct(found)) }
    }
    return nil
  }

  /// With the figures that agree again, where it is known what is to be changed.
  private func fault(_ component: [Int], _ alternatives: [[Fault.Change]]) -> Fault {
    guard alternatives.count == 1, let figures = facts.figures(mendedBy: alternatives[0]) else {
      return Fault(component, alternatives)
    }
    return Fault(Set(component + system.failing(figures)).sorted(), alternatives)
  }

  private func distinct(_ sets: [[Fault.Change]]) -> [[Fault.Change]] {
    var seen: Set<Set<Fault.Change>> = []
    return sets.filter { seen.insert(Set($0)).inserted }
  }

  /// Changes made so far, and what they leave.
  private struct State {
    var changes: [(number: Int, change: Fault.Change)] = []
    /// The present residuals of constraints that a change has moved.
    var residuals: [Int: Rational] = [:]
    /// The constraints that fail now, rising.
    var failing: [Int]

    init(failing: [Int]) { self.failing = failing }
  }

  private mutating func search(_ state: State, _ left: Int, among numbers: Set<Int>) {
    guard
      let next = state.failing.min(by: {
        system.constraints[$0].terms.count < system.constraints[$1].terms.count
      })
    else { return }
    for term in system.constraints[next].terms
    where numbers.contains(term.number)
      && !state.changes.contains(where: { $0.number == term.number })
    {
      steps += 1
      guard steps < JointSearch.mostSteps else { return }
      guard let after = try? after(state, changing: term.number, for: next, isLast: left == 1)
      else { continue }
      if left > 1 {
        search(after, left - 1, among: numbers)
      } else if after.failing.isEmpty, facts.figures(mendedBy: after.changes.map(\.change)) != nil {
        found.append(after.changes.map(\.change))
      }
    }
  }

  /// The state after a number is changed so that a constraint holds; the last change has to make
  /// all hold.
  private func after(
    _ state: State, changing number: Int, for constraint: Int, isLast: Bool
  ) throws(ArithmeticProblem) -> State? {
    let places = isLast ? system.byNumber[number] : [constraint]
    let failing = Set(state.failing)
    let around = places.map { place in
      (
        constraint: system.constraints[place],
        residual: state.residuals[place] ?? system.constraints[place].residual,
        isFailing: failing.contains(place)
      )
    }
    guard let range = try facts.range(of: system.quantities[number], number, in: around) else {
      return nil
    }
    let change = change(of: system.quantities[number], range, state, isLast: isLast)
    var result = state
    result.changes.append((number, change))
    let delta = try Rational(change.mended) - Rational(change.printed)
    var open = failing
    for place in system.byNumber[number] {
      let it = system.constraints[place]
      let before = result.residuals[place] ?? it.residual
      let now = try before + delta * (it.coefficient(of: number) ?? .zero)
      result.residuals[place] = now
      if now.magnitude <= it.bound { open.remove(place) } else { open.insert(place) }
    }
    result.failing = open.sorted()
    return result
  }

  /// Two numbers that have changed places are each copied from the other.
  private func change(
    of quantity: Quantity, _ range: MendingFacts.Range, _ state: State, isLast: Bool
  ) -> Fault.Change {
    let printed = facts.printed(quantity)
    for other in state.changes
    where other.change.printed.decimals == range.decimals
      && range.values.contains(other.change.printed.mantissa)
    {
      return Fault.Change(
        quantity: quantity, printed: printed, mended: other.change.printed,
        pattern: .copied(from: other.change.quantity))
    }
    return facts.change(of: quantity, to: range)
  }
}
