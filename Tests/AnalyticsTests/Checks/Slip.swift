/// A way to write one number for another, for tests.
enum Slip: CaseIterable {
  case droppedDigit, addedDigit, swappedDigits, wrongDigit, wrongSign, powerOfTen, neighbour
  case lastYear

  /// What is written for a row's number, or nil where the slip makes no other number.
  func number(
    for place: Int, of rows: [RandomAccounts.Row], using random: inout CheckRandom
  ) -> Int64? {
    let row = rows[place]
    let digits = Array(String(row.printed))
    let at = Int.random(in: digits.indices, using: &random)
    let wrong: Int64?
    switch self {
    case .droppedDigit:
      wrong = digits.count > 1 ? Int64(String(digits[..<at] + digits[(at + 1)...])) : nil
    case .addedDigit:
      wrong = Int64(String(digits[...at] + [digits[at]] + digits[(at + 1)...]))
    case .swappedDigits:
      guard at + 1 < digits.count else { return nil }
      var swapped = digits
      swapped.swapAt(at, at + 1)
      wrong = Int64(String(swapped))
    case .wrongDigit:
      var changed = digits
      changed[at] = Character(String(Int.random(in: 0...9, using: &random)))
      wrong = Int64(String(changed))
    case .wrongSign: wrong = -row.printed
    case .powerOfTen:
      wrong = row.printed * [10, 100, 1_000].randomElement(using: &random)!
    case .neighbour:
      wrong = rows[place == 0 ? 1 : place - 1].printed
    case .lastYear:
      wrong =
        rows.first {
          $0.year != row.year && $0.unit == row.unit && $0.subject == row.subject
            && $0.kind == row.kind
        }?.printed
    }
    return wrong == row.printed ? nil : wrong
  }
}
