/// Joiners less leavers of a year, over the categories that count as heads. Who moves inside the
/// dataset has neither joined nor left it.
struct NetMovement {
  /// Nil where nobody has moved.
  let heads: PrintedNumber?

  init(_ dataset: Dataset, _ year: FiscalYear) {
    let noHeads = Set(dataset.categories.filter { !$0.countsAsHead }.map(\.code))
    let lastClosed = dataset.lastClosedYear
    var deltas: [PrintedNumber] = []
    for movement in dataset.movements where movement.year == year && movement.happens(lastClosed) {
      if !noHeads.contains(movement.category) { deltas.append(movement.delta) }
      guard movement.toUnit != nil || movement.toCategory != nil,
        dataset.accounts[.unit].codes.find(movement.toUnit ?? movement.unit) != nil,
        !noHeads.contains(movement.toCategory ?? movement.category)
      else { continue }
      deltas.append(
        PrintedNumber(mantissa: -movement.delta.mantissa, decimals: movement.delta.decimals))
    }
    heads = Self.sum(deltas)
  }

  /// Nil of none, and beyond what can be printed.
  private static func sum(_ deltas: [PrintedNumber]) -> PrintedNumber? {
    guard let decimals = deltas.map(\.decimals).max() else { return nil }
    let sum = deltas.reduce(Int128(0)) {
      $0 + Int128($1.mantissa) * .powerOfTen(decimals - $1.decimals)
    }
    return Int64(exactly: sum).map { PrintedNumber(mantissa: $0, decimals: decimals) }
  }
}
