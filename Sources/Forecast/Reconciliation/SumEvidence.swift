import Analytics

/// What past origins say about the forecasts of lines and sums.
///
/// A sum's own history has lines that come new in it, and the forecasts of lines do not: what a
/// level's lines came to, over what its sums came to, scales own forecasts down to the lines that
/// there are.
struct SumEvidence {
  let variances: ErrorVariances
  /// What lines that had a forecast came to, as a part of the whole, by level.
  private let parts: [Level: Double]
  /// The levels whose own forecasts have erred less than what the forecasts of lines add up to; the
  /// others have no say.
  let trusted: Set<Level>

  /// Nothing is known.
  static let none = SumEvidence(variances: ErrorVariances([]), parts: [:], trusted: [])

  private init(variances: ErrorVariances, parts: [Level: Double], trusted: Set<Level>) {
    self.variances = variances
    self.parts = parts
    self.trusted = trusted
  }

  init(_ nodes: NodeTable, _ origins: ArraySlice<ReconciliationBacktest.Origin>) {
    let past = origins.map { PastSums(nodes, $0) }
    let parts = Self.parts(past)
    var errors: [Level: (own: Double, added: Double)] = [:]
    for sum in past.flatMap(\.sums) {
      guard let part = parts[sum.level] else { continue }
      errors[sum.level, default: (0, 0)].own += abs(sum.actual - part * sum.own.base)
      errors[sum.level]!.added += abs(sum.actual - sum.added)
    }
    let all = zip(origins, past).map { origin, past in
      origin.errors
        + past.sums.map { sum in
          ErrorVariances.Error(
            place: sum.own.place, kind: sum.own.kind, spread: sum.own.spread,
            amount: sum.actual - (parts[sum.level] ?? 1) * sum.own.base)
        }
    }
    self.init(
      variances: ErrorVariances(all), parts: parts,
      trusted: Set(errors.filter { $0.value.own < $0.value.added }.keys))
  }

  private static func parts(_ past: [PastSums]) -> [Level: Double] {
    var sums: [Level: (lines: Double, whole: Double)] = [:]
    for sum in past.flatMap(\.sums) {
      sums[sum.level, default: (0, 0)].lines += abs(sum.actual)
      sums[sum.level]!.whole += abs(sum.whole)
    }
    return sums.filter { $0.value.whole > 0 }.mapValues { $0.lines / $0.whole }
  }

  /// A sum's own forecast of the lines that there are; nil where it has no say.
  func own(_ amount: SumProblem.Amount) -> SumProblem.Amount? {
    guard case .sum(let level) = amount.kind, trusted.contains(level), let part = parts[level]
    else { return nil }
    return amount.scaled(by: part)
  }
}

/// The sums of one past origin: what was forecast of each on its own and by its lines, and what
/// came.
private struct PastSums {
  struct Sum {
    let level: Level
    let own: SumProblem.Amount
    /// What the forecasts of lines add up to.
    let added: Double
    /// What these lines came to.
    let actual: Double
    /// What the sum came to with lines that were new.
    let whole: Double
  }

  let sums: [Sum]

  init(_ nodes: NodeTable, _ origin: ReconciliationBacktest.Origin) {
    var added = [(base: Double, actual: Double)?](repeating: nil, count: nodes.nodes.count)
    for line in origin.lines {
      for node in nodes.above(line.node) {
        let sum = added[node] ?? (0, 0)
        added[node] = (sum.base + line.base, sum.actual + line.actual)
      }
    }
    sums = origin.sums.compactMap { amount, whole in
      guard case .sum(let level) = amount.kind, let sum = added[amount.place] else { return nil }
      return Sum(level: level, own: amount, added: sum.base, actual: sum.actual, whole: whole)
    }
  }
}
