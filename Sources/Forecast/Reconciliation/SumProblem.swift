import Analytics

/// The forecasts of lines and of some sums at one origin, as least squares under sums.
struct SumProblem {
  /// A forecast, and what its error is measured with.
  struct Amount {
    /// The place in the table of nodes.
    let place: Int
    let base: Double
    let kind: ErrorVariances.Kind
    /// Of what is known, its standard deviation.
    let spread: Double
    let isKnown: Bool
    let canBeNegative: Bool

    /// Of a sum's base, what is known beforehand of its lines.
    var known = 0.0

    /// With the forecast scaled, but not what is known.
    func scaled(by factor: Double) -> Amount { with(factor * (base - known) + known, known) }

    /// With what is known of its lines beside its own forecast.
    func adding(known: Double) -> Amount { with(base + known, known) }

    private func with(_ base: Double, _ known: Double) -> Amount {
      Amount(
        place: place, base: canBeNegative ? base : max(0, base), kind: kind, spread: spread,
        isKnown: isKnown, canBeNegative: canBeNegative, known: known)
    }
  }

  let hierarchy: Hierarchy
  /// The place in the table of nodes of each node of the hierarchy.
  let places: [Int]
  let lines: [Amount]
  /// By node of the hierarchy; nil for a mere sum.
  let sums: [Amount?]

  /// - Parameters:
  ///   - lines: By place.
  ///   - sums: Own forecasts of nodes.
  init(_ nodes: NodeTable, _ lines: [Amount], sums: [Amount]) {
    (hierarchy, places) = Hierarchy.of(nodes, lines.map(\.place))
    self.lines = lines
    let byPlace = Dictionary(sums.map { ($0.place, $0) }) { first, _ in first }
    self.sums = places.map { byPlace[$0] }
  }

  /// The least squares of a method, with lines that cannot be negative held at 0 or above.
  ///
  /// - Returns: Nil where the method has nothing to go by: sums are then what lines add up to.
  func leastSquares(
    _ method: ReconciliationMethod, _ evidence: SumEvidence
  ) -> BoundedLeastSquares? {
    switch method {
    case .bottomUp, .auto: return nil
    case .topDown: return topDown
    case .variance, .mint:
      let trusted = sums.map { $0.flatMap(evidence.own) }
      guard evidence.variances.isMeasured, trusted.contains(where: { $0 != nil }) else {
        return nil
      }
      return method == .mint
        ? correlated(trusted, evidence.variances) : weighted(trusted, evidence.variances)
    }
  }

  private var targets: [Double] { lines.map(\.base) }

  /// What lines must not fall below.
  var floors: [Double] { lines.map { $0.canBeNegative ? -.infinity : 0 } }

  private var topDown: BoundedLeastSquares? {
    let top = places.indices.last { hierarchy.parents[$0] < 0 && !hierarchy.secondFamily[$0] }
    guard let top, let total = sums[top] else { return nil }
    var targets = [Double](repeating: 0, count: places.count)
    var variances = [Double](repeating: .infinity, count: places.count)
    (targets[top], variances[top]) = (total.base, 0)
    let shares = lines.map { $0.isKnown ? 0 : abs($0.base) }
    return BoundedLeastSquares(
      hierarchy: hierarchy,
      lines: .init(targets: self.targets, variances: shares, lower: floors),
      nodes: .init(targets: targets, variances: variances))
  }

  private func weighted(
    _ sums: [Amount?], _ variances: ErrorVariances
  ) -> BoundedLeastSquares {
    BoundedLeastSquares(
      hierarchy: hierarchy,
      lines: .init(
        targets: targets, variances: lines.map { Self.variance($0, variances) }, lower: floors),
      nodes: .init(
        targets: sums.map { $0?.base ?? 0 },
        variances: sums.map { $0.map { Self.variance($0, variances) } ?? .infinity }))
  }

  private static func variance(_ amount: Amount, _ variances: ErrorVariances) -> Double {
    amount.isKnown ? 0 : variances.variance(amount.place, amount.kind, spread: amount.spread)
  }

  /// How rules share out what they take: by variance, from what is known too. Around what least
  /// squares have found, or around some lines of which sums are mere sums.
  func underRules(
    _ squares: BoundedLeastSquares?, _ targets: [Double], _ variances: ErrorVariances
  ) -> BoundedLeastSquares {
    var problem =
      squares
      ?? BoundedLeastSquares(
        hierarchy: hierarchy,
        lines: .init(targets: targets, variances: targets.map { _ in 0 }, lower: floors),
        nodes: .init(
          targets: places.map { _ in 0 }, variances: places.map { _ in .infinity }))
    for (place, line) in lines.enumerated() {
      if line.isKnown {
        problem.lines.variances[place] = line.spread * line.spread
      } else if squares == nil {
        problem.lines.variances[place] = Self.variance(line, variances)
      }
    }
    return problem
  }

  /// With the errors that lines and sums have had in common, shrunk.
  private func correlated(
    _ sums: [Amount?], _ variances: ErrorVariances
  ) -> BoundedLeastSquares {
    var problem = weighted(sums, variances)
    let amounts = lines.map { Optional($0) } + sums
    let deviations = variances.origins.map { origin in
      amounts.map { amount in
        guard let amount, !amount.isKnown, amount.spread > 0, amount.place < origin.count else {
          return 0.0
        }
        return origin[amount.place]
      }
    }
    let intensity = CorrelationShrinkage(deviations).intensity
    guard intensity < 1 else { return problem }
    let part = ((1 - intensity) / Double(deviations.count)).squareRoot()
    let scales = (problem.lines.variances + problem.nodes.variances).map {
      $0 < .infinity ? part * $0.squareRoot() : 0
    }
    problem.shared = deviations.map { deviations in
      let errors = zip(deviations, scales).map { $0 * $1 }
      return BoundedLeastSquares.SharedErrors(
        lines: Array(errors[..<lines.count]), nodes: Array(errors[lines.count...]))
    }
    // A trace of the variances is left where correlations are taken in full.
    let own = max(intensity, 1e-3)
    problem.lines.variances = problem.lines.variances.map { $0 * own }
    problem.nodes.variances = problem.nodes.variances.map { $0 * own }
    return problem
  }
}

extension SumProblem.Amount {
  init(line: LineForecast) {
    // The 80 % limits of a normal error are 1.2816 standard deviations from its mean.
    let known = (line.limits.high80 - line.limits.low80) / (2 * 1.2816)
    self.init(
      place: line.node, base: line.base, kind: .line(line.group),
      spread: line.isKnown ? known : line.spread,
      isKnown: line.isKnown, canBeNegative: line.canBeNegative)
  }

  init(pastLine line: PastForecast) {
    self.init(
      place: line.node, base: line.base, kind: .line(line.group), spread: line.spread,
      isKnown: false, canBeNegative: line.canBeNegative)
  }
}
