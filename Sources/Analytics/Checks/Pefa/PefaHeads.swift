/// The heads that a composition is measured over, with their original budget and outturn.
struct PefaHeads: Sendable {
  struct Head: Hashable, Sendable {
    /// The code; several where smaller heads are put together.
    let code: String
    var budget: Int64
    var outturn: Int64
  }

  let heads: [Head]
  let budget: Int64
  let outturn: Int64

  init(heads: [Head]) {
    self.heads = heads
    budget = heads.reduce(0) { $0 + $1.budget }
    outturn = heads.reduce(0) { $0 + $1.outturn }
  }

  /// What a composition varies by: Σ |Aᵢ − aᵢ| ÷ Σ aᵢ, with aᵢ = k bᵢ and k = ΣA ÷ ΣB.
  ///
  /// Over both totals multiplied it is a fraction of whole numbers:
  /// Σ |Aᵢ ΣB − bᵢ ΣA| ÷ (ΣA ΣB). Nil where a total is not positive, or too large to be exact.
  var variance: PefaFraction? {
    let (a, b) = (Int128(outturn), Int128(budget))
    guard a > 0, b > 0, a < PefaFraction.limit, b < PefaFraction.limit else { return nil }
    let deviation = heads.reduce(UInt128(0)) { sum, head in
      sum + (Int128(head.outturn) * b - Int128(head.budget) * a).magnitude
    }
    return PefaFraction(dividend: deviation, divisor: UInt128(a * b))
  }

  /// What a head's budget comes to if the total is spent in the planned proportions; nil where the
  /// total is not positive, or so near to zero beside its parts that no ledger holds it.
  func adjusted(_ head: Head) -> Money? {
    guard budget > 0 else { return nil }
    let cents = (Int128(head.budget) * Int128(outturn)).dividedRoundingHalfAway(by: Int128(budget))
    return Int64(exactly: cents).map(Money.init(cents:))
  }

  /// The heads as PEFA counts administrative ones: of more than twenty, the largest that make up
  /// three quarters of the budget, twenty at least, and the others as one.
  ///
  /// Source: PEFA (2016), Framework for assessing public financial management, PI-2.1.
  func largest() -> PefaHeads {
    let most = 20
    guard heads.count > most else { return self }
    let order = heads.sorted { a, b in
      a.budget != b.budget ? a.budget > b.budget : a.code < b.code
    }
    var kept = 0
    var sum: Int128 = 0
    for head in order where kept < most || sum * 4 < Int128(budget) * 3 {
      sum += Int128(head.budget)
      kept += 1
    }
    let rest = order[kept...]
    guard !rest.isEmpty else { return self }
    let other = Head(
      code: "other (\(rest.count))", budget: rest.reduce(0) { $0 + $1.budget },
      outturn: rest.reduce(0) { $0 + $1.outturn })
    return PefaHeads(heads: Array(order[..<kept]) + [other])
  }
}

/// A fraction of whole numbers, from 0 on.
struct PefaFraction: Hashable, Sendable {
  let dividend: UInt128
  let divisor: UInt128

  /// Totals below it have products that 128 bits hold.
  static let limit = Int128(1_000_000_000_000_000_000)

  /// In per cent, with two decimals.
  var percent: PrintedNumber? {
    Percentage.printed(Percentage.scaledQuotient(dividend, divisor))
  }

  /// Whether it is less than so many per cent.
  func isBelow(_ percent: Int) -> Bool { dividend * 100 < divisor * UInt128(percent) }
}
