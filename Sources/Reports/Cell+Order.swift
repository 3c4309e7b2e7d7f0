import Analytics

extension Cell {
  /// The order of sorted tables: blanks, then numbers by value, then text by its UTF-8 bytes.
  ///
  /// Bytes and not characters, because codes are kept byte for byte: two spellings that Unicode
  /// holds equal still have an order, the same one on every machine.
  public func isOrderedBefore(_ other: Cell) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.text, _), (_, .blank): false
    case (_, .text), (.blank, _): true
    default: value.isLess(than: other.value)
    }
  }

  private var value: PrintedNumber {
    switch self {
    case .integer(let integer): PrintedNumber(integer)
    case .number(let number): number
    case .blank, .text: preconditionFailure("\(self) has no value")
    }
  }
}

extension PrintedNumber {
  /// By value, and where values are equal, fewer decimals first.
  fileprivate func isLess(than other: PrintedNumber) -> Bool {
    let a = Int128(mantissa) * .powerOfTen(other.decimals)
    let b = Int128(other.mantissa) * .powerOfTen(decimals)
    return (a, decimals) < (b, other.decimals)
  }
}
