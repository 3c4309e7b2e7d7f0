import Analytics

/// The observations of one line, or of anything that lines add up to, at one stage.
///
/// A series has no gap and no NaN: years without a value are not in it. Amounts are in hundredths
/// of the currency unit.
public struct Series: Hashable, Sendable {
  /// The node's place in its `NodeTable`.
  public let node: Int
  public let stage: Stage
  /// Rising.
  public let years: [FiscalYear]
  /// As many as `years`.
  public let amounts: [Double]

  public init(node: Int, stage: Stage, years: [FiscalYear], amounts: [Double]) {
    precondition(years.count == amounts.count, "\(years.count) years, \(amounts.count) amounts")
    precondition(zip(years, years.dropFirst()).allSatisfy(<), "years do not rise: \(years)")
    precondition(amounts.allSatisfy(\.isFinite), "an amount is not finite")
    self.node = node
    self.stage = stage
    self.years = years
    self.amounts = amounts
  }

  /// The years in which a node has an amount.
  public init(_ node: Int, _ stage: Stage, of nodes: NodeTable) {
    var years: [FiscalYear] = []
    var amounts: [Double] = []
    for year in nodes.panel.years {
      guard let money = nodes.cell(node, stage, year).money else { continue }
      years.append(year)
      amounts.append(Double(money.cents))
    }
    self.init(node: node, stage: stage, years: years, amounts: amounts)
  }

  public var count: Int { years.count }
}
