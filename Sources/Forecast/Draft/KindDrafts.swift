import Analytics

/// The kinds of lines in the draft.
struct KindDrafts {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// - Parameter whole: The line's own row.
  func rows(_ line: Int, _ whole: DraftRow) -> [DraftRow] {
    let kinds = draft.kinds.members(of: line)
    guard !kinds.isEmpty else { return [] }
    let shares = referenceShares(line, whole)
    let parents = Set(kinds.flatMap { draft.kinds.members.tree.ancestors(of: $0) })
    return kinds.filter { !parents.contains($0) }.compactMap { kind in
      guard let word = SpendingKind(rawValue: draft.kinds.members.code(kind)) else { return nil }
      var key = whole.key
      key.kind = word
      var row = draft.row(key) { draft.kinds.amount(line, kind, $0, $1) }
      row.reference = shares[kind]
      row.basis = row.reference == nil ? nil : .share
      return row
    }
  }

  /// The line's reference by the kinds' shares in its newest amount that has kinds; parts are
  /// rounded so that they add up to the share of all.
  private func referenceShares(_ line: Int, _ whole: DraftRow) -> [Int32: Money] {
    guard let reference = whole.reference, let (stage, year) = newest(line),
      let amount = draft.sources.nodes.cell(line, stage, year).money, amount > .zero
    else { return [:] }
    let lastDigit = draft.sources.dataset.lastForecastDigit.cents
    let digits = Int128(reference.cents / lastDigit)
    var shares: [Int32: Money] = [:]
    var (counted, given) = (Int128(0), Int128(0))
    for kind in draft.kinds.leaves(line, stage, year) {
      counted += Int128(draft.kinds.amount(line, kind, stage, year)!.cents)
      let upTo = (digits * counted).dividedRoundingHalfAway(by: Int128(amount.cents))
      shares[kind] = Money(cents: Int64(upTo - given) * lastDigit)
      given = upTo
    }
    return shares
  }

  /// The newest stage and year that have the line's kinds.
  private func newest(_ line: Int) -> (stage: Stage, year: FiscalYear)? {
    let years = [draft.current, draft.current.previous].compactMap(\.self)
    let places = years.flatMap { year in
      [draft.stage, .revised, .outturn, .budget].map { (stage: $0, year: year) }
    }
    return places.first { !draft.kinds.leaves(line, $0.stage, $0.year).isEmpty }
  }
}
