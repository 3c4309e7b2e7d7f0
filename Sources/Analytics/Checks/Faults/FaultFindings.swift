/// What the located faults make of the findings: repairs, alternatives, and follow-up errors that
/// are gone with them.
struct FaultFindings {
  private let dataset: Dataset
  private let tieOut: TieOut
  private let wording: FaultWording

  init(_ dataset: Dataset, _ tieOut: TieOut) {
    self.dataset = dataset
    self.tieOut = tieOut
    wording = FaultWording(dataset, tieOut)
  }

  // MARK: Repairs

  /// One finding for each number that is known to be wrong, under the rule of the first identity
  /// that it breaks.
  func repairs(rule: String) -> [Finding] {
    tieOut.located.faults.compactMap { fault in
      guard let repair = fault.repair, self.rule(fault) == rule else { return nil }
      return finding(fault, repair, rule)
    }
  }

  private func rule(_ fault: Fault) -> String {
    switch tieOut.origins(fault)[0] {
    case .identity: PartsAndTotals.rule
    case .figure: FigureFindings.rule
    case .items: ItemTotals.rule
    }
  }

  private func finding(_ fault: Fault, _ repair: Fault.Change, _ rule: String) -> Finding {
    var finding = Finding(rule: rule, severity: .error, message: "")
    switch repair.quantity {
    case .cell(let key, let stage, let year):
      let cell = Identity.Cell(key: key, stage: stage, year: year)
      finding = FindingWording(dataset).blank(cell, rule, .error)
    case .memo(let place, let stage):
      let memo = dataset.memos[place]
      (finding.year, finding.unit, finding.stage) = (memo.year, memo.unit, stage)
      finding.source = memo.place
    case .balance(let place):
      let it = dataset.balances[place]
      (finding.year, finding.unit, finding.source) = (it.year, it.unit, it.place)
    case .receipt(let place, let stage):
      let it = dataset.receipts[place]
      (finding.year, finding.unit, finding.stage) = (it.year, it.unit, stage)
      finding.source = it.place
    case .heads(let place):
      let it = dataset.headcount[place]
      (finding.year, finding.unit, finding.source) = (it.year, it.unit, it.place)
    case .figure(let place):
      let it = dataset.figures[place]
      finding.source = it.source ?? it.section ?? it.place
    }
    finding.expected = repair.mended
    finding.found = repair.printed
    finding.difference = difference(repair)
    finding.bound = bound(fault)
    finding.repairCell = wording.reference(repair.quantity)
    finding.repairValue = repair.mended
    finding.message = wording.repair(fault, repair)
    return finding
  }

  private func difference(_ repair: Fault.Change) -> PrintedNumber? {
    try? (Rational(repair.printed) - Rational(repair.mended)).printed(
      atLeast: repair.printed.decimals)
  }

  /// The narrowest bound of the identities that the number breaks.
  private func bound(_ fault: Fault) -> PrintedNumber? {
    let bounds = fault.constraints.map { tieOut.system.constraints[$0].bound }
    return bounds.min().flatMap { try? $0.printed(atLeast: dataset.decimals) }
  }

  // MARK: What has no repair

  /// A finding about an identity that fails, with what is known of its cause; nil where a repair,
  /// or the finding of another identity with the same cause, says it all.
  func completed(_ finding: Finding, _ origin: Constraint.Origin) -> Finding? {
    guard let fault = tieOut.fault(of: origin) else {
      return tieOut.isStopped(at: origin)
        ? finding.adding(wording.stopped) : finding
    }
    if fault.repair != nil { return nil }
    let isJoint = fault.alternatives[0].count > 1
    let first = tieOut.origins(fault)[0]
    // Numbers that are wrong together are named wherever a total fails, one slip once.
    let isNamed =
      isJoint && !fault.isRowShift ? origin.isTotal || !first.isTotal : origin == first
    guard isNamed else { return nil }
    return finding.adding(isJoint ? wording.joint(fault) : wording.alternatives(fault))
  }
}

extension Finding {
  /// The finding with a further sentence.
  fileprivate func adding(_ sentence: String) -> Finding {
    var finding = self
    finding.message += sentence
    return finding
  }
}
