/// Writes what a dataset should satisfy as constraints: all that fail, and all that share a number
/// with one of them.
struct ConstraintBuilder {
  private let dataset: Dataset
  private let facts: DatasetFacts
  private let linear: Linearisation
  private let identities: IdentityTable
  private let items: [ItemIdentity]
  private let figures: FigureChecks
  private let aliases: FigureAliases

  init(
    _ dataset: Dataset, _ facts: DatasetFacts, _ identities: IdentityTable,
    _ items: [ItemIdentity], _ figures: FigureChecks
  ) {
    self.dataset = dataset
    self.facts = facts
    linear = Linearisation(index: facts.index)
    self.identities = identities
    self.items = items
    self.figures = figures
    aliases = FigureAliases(figures.results, linear)
  }

  func system() -> ConstraintSystem {
    var system = ConstraintSystem()
    let failing = identities.inexact.filter { identities[$0].severity == .error }
    for place in failing { add(place, to: &system) }
    addFigures(failing: true, to: &system)
    addItems(failing: true, to: &system)
    guard !system.constraints.isEmpty else { return system }
    let suspects = system  // numbers of failing constraints
    addFigures(failing: false, to: &system)
    addItems(failing: false, to: &system)
    let watched = watchedCells(suspects)
    for place in identities.indices where identities.hasCell(place, where: { watched[$0] }) {
      let identity = identities[place]
      if identity.severity != .error && isNear(identity, suspects) { add(place, to: &system) }
    }
    return system
  }

  /// Figures that no linear form stands for.
  func nonlinear() -> NonlinearFigures {
    var cases: [NonlinearFigures.Case] = []
    for (place, result) in figures.results.enumerated() where isCompared(result) {
      guard let expression = result.figure.expression, linear.form(expression) == nil else {
        continue
      }
      cases.append(
        NonlinearFigures.Case(
          figure: place, agrees: result.verdict != .differs,
          quantities: linear.quantities(of: expression).map(aliases.original)))
    }
    return NonlinearFigures(dataset, cases, aliases)
  }

  private func isCompared(_ result: FigureChecks.Result) -> Bool {
    result.verdict == .agrees || result.verdict == .rounding || result.verdict == .differs
  }

  // MARK: Totals and parts

  /// By cell of the accounts, whether it is suspect or derived in some stage and year.
  private func watchedCells(_ suspects: ConstraintSystem) -> [Bool] {
    var isWatched = [Bool](repeating: false, count: dataset.accounts.cellCount)
    for quantity in suspects.quantities {
      guard case .cell(let key, _, _) = quantity, let cell = dataset.accounts.cell(key) else {
        continue
      }
      isWatched[cell] = true
    }
    for derivation in dataset.accounts.derivations {
      if let cell = dataset.accounts.cell(derivation.key) { isWatched[cell] = true }
    }
    return isWatched
  }

  private func isNear(_ identity: Identity, _ suspects: ConstraintSystem) -> Bool {
    guard identity.holds else { return false }
    return ([identity.total] + identity.parts).contains { cell in
      suspects.place(of: .cell(cell.key, cell.stage, cell.year)) != nil
        || facts.index.isDerived(cell.key, cell.stage, cell.year)
    }
  }

  private func add(_ place: Int, to system: inout ConstraintSystem) {
    let identity = identities[place]
    guard var form = form(identity.total) else { return }
    for part in identity.parts {
      guard let other = self.form(part),
        (try? form.add(other, times: Rational(-1))) != nil
      else { return }
    }
    guard let form = try? form.mapping(aliases.original),
      let bound = try? Rational(identity.twiceBound, in: dataset.amountUnit) / Rational(2)
    else { return }
    system.add(
      .identity(place), form, residual: Rational(identity.difference, in: dataset.amountUnit),
      bound: bound, isFailing: identity.severity == .error)
  }

  private func form(_ cell: Identity.Cell) -> LinearForm? {
    facts.index.source(of: cell.key, cell.stage, cell.year).flatMap { linear.form(of: $0) }
  }

  // MARK: Figures and items

  private func addFigures(failing: Bool, to system: inout ConstraintSystem) {
    for (place, result) in figures.results.enumerated()
    where isCompared(result) && (result.verdict == .differs) == failing && !aliases.isAlias(place) {
      guard let expression = result.figure.expression, let comparison = result.comparison else {
        continue
      }
      let value = linear.form(expression)
      var form = LinearForm(.figure(place))
      guard value.map({ (try? form.add($0, times: Rational(-1))) != nil }) ?? true,
        let mapped = try? form.mapping(aliases.original)
      else { continue }
      system.add(
        .figure(place), mapped, residual: comparison.difference, bound: comparison.bound,
        isFailing: failing,
        others: value == nil ? linear.quantities(of: expression).map(aliases.original) : [])
    }
  }

  private func addItems(failing: Bool, to system: inout ConstraintSystem) {
    for (place, identity) in items.enumerated()
    where identity.isComparable && (identity.severity == .error) == failing {
      guard let form = try? identity.form.mapping(aliases.original) else { continue }
      system.add(
        .items(place), form, residual: identity.difference, bound: identity.bound,
        isFailing: failing)
    }
  }
}
