/// Every identity of a dataset, what of it fails, and the numbers that are wrong.
///
/// Identities are the totals of the accounts with their parts, memos and balances with theirs, and
/// figures with what their expressions give.
public struct TieOut: Sendable {
  let identities: IdentityTable
  let items: [ItemIdentity]
  public let figures: FigureChecks
  let system: ConstraintSystem
  let located: FaultSearch.Result
  private let faultPlaces: [Constraint.Origin: Int]

  public init(_ dataset: Dataset) {
    let facts = DatasetFacts(dataset)
    let identities = Identities(dataset, facts).all()
    let items = ItemIdentities(dataset, facts).all()
    let figures = FigureChecks(dataset, facts)
    let builder = ConstraintBuilder(dataset, facts, identities, items, figures)
    let system = builder.system()
    let mending = MendingFacts(facts, builder.nonlinear())
    self.identities = identities
    self.items = items
    self.figures = figures
    self.system = system
    located = FaultSearch(system: system, facts: mending).run()
    var places: [Constraint.Origin: Int] = [:]
    for (place, fault) in located.faults.enumerated() {
      for constraint in fault.constraints { places[system.constraints[constraint].origin] = place }
    }
    faultPlaces = places
  }

  /// The failing identities of a fault, those of the accounts first.
  func origins(_ fault: Fault) -> [Constraint.Origin] {
    fault.constraints.map { system.constraints[$0].origin }
  }

  /// What is wrong where an identity fails, if it was found.
  func fault(of origin: Constraint.Origin) -> Fault? {
    faultPlaces[origin].map { located.faults[$0] }
  }

  /// Whether the search for what breaks an identity ended at its limit.
  func isStopped(at origin: Constraint.Origin) -> Bool {
    located.isStopped && located.unexplained.contains { system.constraints[$0].origin == origin }
  }
}
