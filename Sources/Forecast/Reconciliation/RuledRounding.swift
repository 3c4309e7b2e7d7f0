import Analytics

/// Controlled rounding in which what rules hold stays held.
struct RuledRounding {
  /// On the last printed digit.
  let lines: [Money]
  /// By how many last digits a line or node moved at most.
  let largestMove: Double
  /// How many lines and nodes moved by a last digit or more, for the sake of rules that cross both
  /// trees.
  let moved: Int
  /// How many such rules are missed after rounding.
  let missed: Int

  private let ruled: RuledHierarchy
  private let heldLines: Set<Int>
  private let heldNodes: Set<Int>

  /// What is nearer to its bound than this, in last digits, or than this part of it, is held.
  private static let near = 0.01
  private static let nearPart = 1e-11

  /// - Parameter hierarchy: Without the sets of rules.
  init(
    _ hierarchy: Hierarchy, _ lines: [Double], _ ruled: RuledHierarchy, lastDigit: Money
  ) {
    let digit = Double(lastDigit.cents)
    // Where growth without measure was assumed, all is cut alike to what a ledger holds.
    let whole = lines.reduce(0) { $0 + abs($1) }
    var digits = lines.map { $0 / max(digit, digit * whole / 4e18) }
    func boundNear(_ value: Double, _ lower: Double, _ upper: Double) -> Double? {
      [lower / digit, upper / digit].first {
        $0.isFinite && abs(value - $0) <= max(Self.near, Self.nearPart * abs($0))
      }
    }
    var heldLines: Set<Int> = []
    for line in lines.indices {
      let (lower, upper) = (ruled.lineLower[line], ruled.lineUpper[line])
      guard let bound = boundNear(digits[line], lower, upper) else { continue }
      digits[line] = bound
      if upper.isFinite || lower > 0 { heldLines.insert(line) }
    }
    let sums = ruled.hierarchy.sums(digits)
    var held: [Int: Int64] = [:]
    for node in sums.indices {
      guard let bound = boundNear(sums[node], ruled.nodeLower[node], ruled.nodeUpper[node]) else {
        continue
      }
      held[node] = Int64(bound)
    }
    let own = held.filter { $0.key < hierarchy.nodeCount }
    let rounded = Self.rounded(hierarchy, digits, ruled, held: own, digit)
    self.lines = rounded.map { Money(cents: $0 * lastDigit.cents) }
    self.ruled = ruled
    self.heldLines = heldLines
    heldNodes = Set(held.keys)
    let after = rounded.map(Double.init)
    let moves =
      zip(after, lines).map { abs($0 - $1 / digit) }
      + zip(hierarchy.sums(after), hierarchy.sums(lines)).map { abs($0 - $1 / digit) }
    largestMove = moves.max() ?? 0
    moved = moves.count { $0 >= 1 + 1e-6 }
    missed = Self.missedSets(after, ruled, digit).count
  }

  /// Rounds, and where that misses rules that cross both trees, rounds their lines first.
  private static func rounded(
    _ hierarchy: Hierarchy, _ digits: [Double], _ ruled: RuledHierarchy, held: [Int: Int64],
    _ digit: Double
  ) -> [Int64] {
    var digits = digits
    var rounded = ControlledRounding(hierarchy, digits, held: held).lines
    for _ in 0..<3 {
      let missed = missedSets(rounded.map(Double.init), ruled, digit)
      if missed.isEmpty { break }
      for set in missed {
        for (line, value) in set.roundedWithin(digits) { digits[line] = value }
      }
      rounded = ControlledRounding(hierarchy, digits, held: held).lines
    }
    return rounded
  }

  private static func missedSets(
    _ lines: [Double], _ ruled: RuledHierarchy, _ digit: Double
  ) -> [RuledSet] {
    ruled.hierarchy.setNodes.compactMap { node in
      let set = RuledSet(
        lines: ruled.hierarchy.members(ofSet: node).map(Int.init),
        lower: ruled.nodeLower[node] / digit, upper: ruled.nodeUpper[node] / digit)
      let sum = set.lines.reduce(0) { $0 + lines[$1] }
      return sum < set.lower || sum > set.upper ? set : nil
    }
  }

  /// What is held, by place in the table of nodes.
  func holds(lines: [Int], places: [Int]) -> [Int: TargetReconciliation.Hold] {
    var holds: [Int: TargetReconciliation.Hold] = [:]
    for line in heldLines {
      let (lower, upper) = (ruled.lineLower[line], ruled.lineUpper[line])
      holds[lines[line]] = .init(isFixed: lower == upper, lower: lower, upper: upper)
    }
    for node in heldNodes where node < places.count {
      let (lower, upper) = (ruled.nodeLower[node], ruled.nodeUpper[node])
      holds[places[node]] = .init(isFixed: lower == upper, lower: lower, upper: upper)
    }
    return holds
  }
}

extension RuledRounding {
  /// The rules that lines and sums come to exactly: those that hold them.
  func reached(_ rules: [SumRule]) -> [SumRule] {
    guard !rules.isEmpty else { return [] }
    let amounts = lines.map { Double($0.cents) }
    let sums = ruled.hierarchy.sums(amounts)
    return zip(rules, ruled.seats).compactMap { rule, seat in
      let amount: Double? =
        switch seat {
        case .line(let line): amounts[line]
        case .node(let node): sums[node]
        case nil: nil
        }
      return amount == rule.lower || amount == rule.upper ? rule : nil
    }
  }
}

/// Lines that a rule is about and that are no node; bounds in last digits.
private struct RuledSet {
  let lines: [Int]
  let lower: Double
  let upper: Double

  /// Whole numbers next to the values whose sum keeps the rule: the nearest sum that does, and the
  /// largest fractions rounded up.
  func roundedWithin(_ values: [Double]) -> [(line: Int, value: Double)] {
    let floors = lines.map { values[$0].rounded(.down) }
    let least = floors.reduce(0, +)
    let sum = lines.reduce(0) { $0 + values[$1] }
    let wanted = min(upper, max(lower, sum.rounded()))
    let order = lines.indices.sorted { a, b in
      let (x, y) = (values[lines[a]] - floors[a], values[lines[b]] - floors[b])
      return x != y ? x > y : a < b
    }
    var rounded = floors
    for place in order.prefix(max(0, Int(wanted - least))) { rounded[place] += 1 }
    return zip(lines, rounded).map { ($0, $1) }
  }
}
