import Analytics

/// Rules that cannot all be kept: leave any one of them out, and the others can.
public struct CeilingContradiction: Error, Hashable, Sendable {
  public let stage: Stage
  public let year: FiscalYear
  /// With the amount that each comes to.
  public let rules: [Rule]
  /// By how much they miss each other, on the last printed digit.
  public let miss: Money

  public struct Rule: Hashable, Sendable {
    public let ceiling: Ceiling
    public let limit: Money
  }
}

/// Whether rules can be kept together, by what they have in common: lines that the same rules are
/// about are one amount, so that the question is as small as the rules are few.
///
/// Each rule may be missed by a slack; the smallest slacks in the sense of least squares are nought
/// if and only if all rules can be kept (Farkas). Of those that cannot, one after the other is left
/// out for good if the rest still miss, until none can be (Chinneck and Dravnieks 1991, ORSA Journal
/// on Computing 3, 157–168, the deletion filter).
struct RuleConsistency {
  /// Rules that lines have in common, and the least that these lines come to.
  private struct Cluster {
    let rules: [Int]
    var floor: Double
  }

  private let rules: [SumRule]
  private let clusters: [Cluster]
  private let lastDigit: Double

  init(
    _ ruled: RuledHierarchy, floors: [Double], _ rules: [SumRule], lastDigit: Money
  ) {
    self.rules = rules
    self.lastDigit = Double(lastDigit.cents)
    clusters = rules.isEmpty ? [] : Self.clusters(ruled, floors)
  }

  /// Lines that the same rules are about, in the order in which they are met.
  private static func clusters(_ ruled: RuledHierarchy, _ floors: [Double]) -> [Cluster] {
    let reach = RuleReach(ruled)
    var numbers: [RuleReach.Lists: Int] = [:]
    var clusters: [Cluster] = []
    for line in floors.indices {
      let lists = reach.lists(about: line)
      guard lists != RuleReach.Lists() else { continue }
      if let number = numbers[lists] {
        clusters[number].floor += floors[line]
      } else {
        numbers[lists] = clusters.count
        clusters.append(Cluster(rules: reach.rules(lists), floor: floors[line]))
      }
    }
    return clusters
  }

  /// A smallest set of rules that contradict each other, or nil.
  ///
  /// - Returns: Places of rules, and by how much they miss.
  func contradiction() -> (rules: [Int], miss: Double)? {
    guard !rules.isEmpty, let first = missed(Array(rules.indices)) else { return nil }
    var kept = first.rules
    var miss = first.miss
    for rule in first.rules {
      let others = kept.filter { $0 != rule }
      guard let rest = missed(others) else { continue }
      kept = rest.rules.filter(others.contains)
      miss = rest.miss
    }
    return (kept, miss)
  }

  /// The rules that take part in missing each other, and by how much; nil if all can be kept.
  private func missed(_ kept: [Int]) -> (rules: [Int], miss: Double)? {
    let slackness = Slackness(kept.map { rules[$0] }, clusters(of: kept), lastDigit)
    let slacks = slackness.solve()
    let sum = slacks.reduce(0) { $0 + abs($1) }
    guard sum > 0.5 else { return nil }
    let part = slacks.indices.filter { abs(slacks[$0]) > 1e-6 * sum }
    return (part.map { kept[$0] }, sum.rounded() * lastDigit)
  }

  /// Members by their places among the kept rules.
  private func clusters(of kept: [Int]) -> [(rules: [Int], floor: Double)] {
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return clusters.compactMap { cluster in
      let rules = cluster.rules.compactMap { places[$0] }
      return rules.isEmpty ? nil : (rules, cluster.floor)
    }
  }
}

/// The least squares of slacks, all in last digits.
private struct Slackness {
  private var problem: BoundedLeastSquares
  private let count: Int

  /// How much freer an amount is than a slack.
  private static let freedom = 1e6

  init(
    _ rules: [SumRule], _ clusters: [(rules: [Int], floor: Double)], _ lastDigit: Double
  ) {
    count = clusters.count
    var sets = rules.indices.map { [Int32(clusters.count + $0)] }
    for (place, cluster) in clusters.enumerated() {
      for rule in cluster.rules { sets[rule].append(Int32(place)) }
    }
    let none = Array(repeating: Hierarchy.none, count: clusters.count + rules.count)
    let hierarchy = Hierarchy(parents: [], rows: none, columns: none).adding(sets: sets)
    let floors = clusters.map { $0.floor / lastDigit }
    let targets = floors.map { $0.isFinite ? $0 : 0 } + rules.map { _ in 0 }
    problem = BoundedLeastSquares(
      hierarchy: hierarchy,
      lines: .init(
        targets: targets,
        variances: clusters.map { _ in Self.freedom } + rules.map { _ in 1 },
        lower: floors + rules.map { _ in -.infinity }),
      nodes: .init(
        targets: rules.map { $0.lower.isFinite ? $0.lower / lastDigit : $0.upper / lastDigit },
        variances: rules.map { _ in Self.freedom },
        lower: rules.map { $0.lower / lastDigit }, upper: rules.map { $0.upper / lastDigit }))
  }

  /// The slacks of the rules: amounts start anew from where they have come to, until that no longer
  /// changes what is missed.
  func solve() -> [Double] {
    var problem = problem
    var last = Double.infinity
    var prices: [Double]?
    var slacks: [Double] = []
    for _ in 0..<60 {
      let found = problem.solve(from: prices)
      slacks = Array(found.lines[count...])
      let sum = slacks.reduce(0) { $0 + abs($1) }
      if sum < 0.1 || abs(last - sum) < 1e-4 * sum { break }
      last = sum
      prices = found.prices
      problem.lines.targets =
        Array(found.lines[..<count]) + Array(repeating: 0, count: slacks.count)
      problem.nodes.targets = problem.hierarchy.sums(found.lines)
    }
    return slacks
  }
}
