/// The amounts nearest to some targets that add up and stay inside bounds:
///
///     minimise  Σ (y − target)² / variance  over lines and nodes
///     subject to  node = sum of its lines,  lower ≤ y ≤ upper
///
/// Solved through its dual, one price a node: given prices, each amount is its target moved by its
/// variance times the prices and cut at its bounds, so that only the sums are left to bring about.
/// The dual is concave and piecewise quadratic; Newton steps with a line search reach its maximum
/// in finitely many (Li and Swetits 1997, SIAM Journal on Optimization 7, 595–619; as an active-set
/// method, Hintermüller, Ito and Kunisch 2003, SIAM Journal on Optimization 13, 865–888).
struct BoundedLeastSquares {
  /// Lines or nodes: what is wanted, how far it may err, and between what it must stay.
  struct Amounts {
    var targets: [Double]
    /// 0 for what must not move; of a node infinite where it is a mere sum.
    var variances: [Double]
    var lower: [Double]
    var upper: [Double]

    init(targets: [Double], variances: [Double], lower: [Double]? = nil, upper: [Double]? = nil) {
      self.targets = targets
      self.variances = variances
      self.lower = lower ?? targets.map { _ in -.infinity }
      self.upper = upper ?? targets.map { _ in .infinity }
    }

    /// The amount at a price, and its variance: 0 where a bound holds it.
    fileprivate func at(_ place: Int, _ price: Double) -> (amount: Double, variance: Double) {
      let amount = targets[place] + variances[place] * price
      if amount < lower[place] { return (lower[place], 0) }
      if amount > upper[place] { return (upper[place], 0) }
      return (amount, variances[place])
    }
  }

  let hierarchy: Hierarchy
  var lines: Amounts
  var nodes: Amounts
  /// Errors that lines and nodes share; only without bounds.
  var shared: [SharedErrors] = []

  /// One pattern of errors common to lines and nodes.
  struct SharedErrors {
    let lines: [Double]
    let nodes: [Double]
  }

  struct Solution {
    /// Of lines; what they add up to are the nodes.
    var lines: [Double]
    /// One a node: what the sum of squares would fall by if the node might be one less.
    var prices: [Double]
    /// The largest part by which a node is missed, of the sum of its lines' sizes.
    var residual: Double
    var steps: Int
    var iterations: Int
  }

  /// A remainder of so much of a node's size is rounding.
  static let tolerance = 1e-13
  /// So much is left where sums are long.
  private static let accepted = 1e-10
  private static let mostSteps = 60

  /// Lines and nodes at some prices.
  private struct State {
    var prices: [Double]
    var lines: [Double] = []
    var lineVariances: [Double] = []
    var nodeVariances: [Double] = []
    /// Node − sum of its lines; 0 where the node takes no part.
    var gaps: [Double] = []
  }

  /// - Parameter start: Prices to start from.
  func solve(from start: [Double]? = nil) -> Solution {
    let sizes = nodeSizes
    let masses = hierarchy.sums(lines.variances)
    var state = evaluated(start ?? [Double](repeating: 0, count: hierarchy.nodeCount))
    var residual = residual(state, sizes)
    var (steps, iterations) = (0, 0)
    while residual > Self.tolerance && steps < Self.mostSteps {
      let system = system(state, masses)
      let step = system.solve(state.gaps)
      let next = searched(state, along: step.x)
      iterations += step.iterations
      steps += 1
      let nextResidual = self.residual(next, sizes)
      let isStuck = nextResidual > residual / 2 && nextResidual <= Self.accepted
      if nextResidual < residual || !isStuck { (state, residual) = (next, nextResidual) }
      if isStuck { break }
    }
    return Solution(
      lines: state.lines, prices: state.prices, residual: residual, steps: steps,
      iterations: iterations)
  }

  /// The same around the solution without bounds, and without shared errors. Where no errors are
  /// shared nothing is lost: the squares of a projection add up.
  func centred() -> BoundedLeastSquares {
    var free = self
    free.lines.lower = lines.lower.map { _ in -.infinity }
    free.lines.upper = lines.upper.map { _ in .infinity }
    var other = self
    other.shared = []
    other.lines.targets = free.solve().lines
    other.nodes.targets = hierarchy.sums(other.lines.targets)
    return other
  }

  private func isFree(_ node: Int) -> Bool { nodes.variances[node] < .infinity }

  private var nodeSizes: [Double] {
    let sums = hierarchy.sums(lines.targets.map { abs($0) })
    return sums.indices.map { node in
      let own = isFree(node) ? abs(nodes.targets[node]) : 0
      let bound = [nodes.lower[node], nodes.upper[node]].filter(\.isFinite).map { abs($0) }.max()
      return max(1, max(sums[node], max(own, bound ?? 0)))
    }
  }

  private func residual(_ state: State, _ sizes: [Double]) -> Double {
    var largest = 0.0
    for node in sizes.indices { largest = max(largest, abs(state.gaps[node]) / sizes[node]) }
    return largest
  }

  private func evaluated(_ prices: [Double]) -> State {
    var state = State(prices: prices)
    let loads = shared.map { SumSystem.dot(sharedGap($0), prices) }
    state.lines = hierarchy.spread(prices)
    state.lineVariances = lines.variances
    for line in lines.targets.indices {
      (state.lines[line], state.lineVariances[line]) = lines.at(line, state.lines[line])
      for (pattern, load) in zip(shared, loads) {
        state.lines[line] -= pattern.lines[line] * load
      }
    }
    let sums = hierarchy.sums(state.lines)
    state.gaps = sums
    state.nodeVariances = nodes.variances
    for node in sums.indices {
      guard isFree(node) else {
        state.gaps[node] = 0
        continue
      }
      var (amount, variance) = nodes.at(node, -prices[node])
      for (pattern, load) in zip(shared, loads) { amount -= pattern.nodes[node] * load }
      state.gaps[node] = amount - sums[node]
      state.nodeVariances[node] = variance
    }
    return state
  }

  /// What a shared error opens between nodes and the sums of their lines.
  private func sharedGap(_ pattern: SharedErrors) -> [Double] {
    let sums = hierarchy.sums(pattern.lines)
    return sums.indices.map { isFree($0) ? pattern.nodes[$0] - sums[$0] : 0 }
  }

  /// The second derivatives at a state. Where bounds hold a node and all its lines there are none,
  /// and a trace of the lines' variances stands in: the line search shortens what it makes too long.
  private func system(_ state: State, _ masses: [Double]) -> SumSystem {
    let nodeVariances = state.nodeVariances.indices.map { node in
      isFree(node) ? state.nodeVariances[node] + 1e-10 * masses[node] : .infinity
    }
    return SumSystem(
      hierarchy, lineVariances: state.lineVariances, nodeVariances: nodeVariances,
      shared: shared.map(sharedGap))
  }

  /// The state on a ray at which the dual no longer rises, or nearly so.
  private func searched(_ state: State, along ray: [Double]) -> State {
    let slope = SumSystem.dot(state.gaps, ray)
    guard slope > 0 else { return state }
    var (low, lowSlope) = (0.0, slope)
    var (high, highSlope) = (Double.infinity, -slope)
    var step = 1.0
    var best = state
    for _ in 0..<40 {
      best = evaluated(zip(state.prices, ray).map { $0 + step * $1 })
      let found = SumSystem.dot(best.gaps, ray)
      if abs(found) <= 0.5 * slope { return best }
      if found > 0 { (low, lowSlope) = (step, found) } else { (high, highSlope) = (step, found) }
      guard high < .infinity else {
        step *= 4
        continue
      }
      let secant = low + (high - low) * lowSlope / (lowSlope - highSlope)
      let margin = 0.1 * (high - low)
      step = min(max(secant, low + margin), high - margin)
    }
    return best
  }
}
