import Analytics

/// The forecasts of one target's lines brought to agree with those of sums, to keep to ceilings,
/// and rounded with all their sums.
struct TargetReconciliation {
  /// One a line.
  let reconciled: [Double]
  let constrained: [Double]
  let rounded: [Money]
  let certificate: ReconciliationCertificate
  /// The rules that lines and nodes are held by, by place in the table.
  let holds: [Int: Hold]
  /// The rules that hold something.
  let reached: [SumRule]

  /// What holds a line or node.
  struct Hold {
    let isFixed: Bool
    let lower: Double
    let upper: Double
  }

  /// - Parameters:
  ///   - evidence: From past origins.
  ///   - rules: About this target.
  ///   - lastDigit: One in the last printed digit.
  init(
    _ nodes: NodeTable, _ target: Target, year: FiscalYear, _ lines: [LineForecast],
    sums: [SumProblem.Amount], _ method: ReconciliationMethod, _ evidence: SumEvidence,
    rules: [SumRule], lastDigit: Money
  ) throws(CeilingContradiction) {
    let problem = SumProblem(nodes, lines.map(SumProblem.Amount.init(line:)), sums: sums)
    var certificate = ReconciliationCertificate(target, year, method)
    let squares = problem.leastSquares(method, evidence)?.centred()
    let found = squares?.solve()
    if let found { certificate.leastSquares.add(found) }
    let reconciled = found?.lines ?? lines.map(\.base)
    let digit = Double(lastDigit.cents)
    let ruled = RuledHierarchy(
      problem.hierarchy, lines: lines.map(\.node), places: problem.places, floors: problem.floors,
      rules)
    let consistency = RuleConsistency(
      ruled, floors: problem.floors, rules, lastDigit: lastDigit)
    if let found = consistency.contradiction() {
      throw CeilingContradiction(target.stage, year, found, rules)
    }
    var constrained = reconciled
    if !rules.isEmpty {
      let start = problem.underRules(
        method == .topDown ? nil : squares, reconciled, evidence.variances)
      let kept = RuledLeastSquares(start, ruled, smallest: 1e-4, least: digit)
      constrained = kept.lines
      certificate.ceilings = kept.certificate
      certificate.rules = rules.count
    }
    let rounding = RuledRounding(problem.hierarchy, constrained, ruled, lastDigit: lastDigit)
    certificate.add(rounding)
    self.reconciled = reconciled
    self.constrained = constrained
    rounded = rounding.lines
    holds = rounding.holds(lines: lines.map(\.node), places: problem.places)
    reached = rounding.reached(rules)
    certificate.held = holds.count
    self.certificate = certificate
  }
}

extension CeilingContradiction {
  fileprivate init(
    _ stage: Stage, _ year: FiscalYear, _ found: (rules: [Int], miss: Double), _ rules: [SumRule]
  ) {
    self.init(
      stage: stage, year: year,
      rules: found.rules.map { place in
        let rule = rules[place]
        return Rule(
          ceiling: rule.ceiling,
          limit: Money(rounding: rule.lower.isFinite ? rule.lower : rule.upper))
      }, miss: Money(rounding: found.miss))
  }
}
