import Analytics

/// Rows of CSV on their way to a file: UTF-8, LF, nothing quoted, since no field has a comma.
struct CSVText {
  private(set) var bytes: [UInt8] = []
  private var isLineStart = true

  mutating func field(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  mutating func field(_ text: [UInt8]) {
    separate()
    bytes.append(contentsOf: text)
  }

  mutating func field(_ number: Int?) {
    separate()
    if let number { PrintedNumber(number).write(to: &bytes) }
  }

  /// An amount with two decimals, or nothing.
  mutating func amount(_ cents: Int64?) {
    separate()
    if let cents { PrintedNumber(mantissa: cents, decimals: 2).write(to: &bytes) }
  }

  mutating func amounts(_ stages: StageAmounts) {
    amount(stages.budget)
    amount(stages.revised)
    amount(stages.outturn)
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isLineStart = true
  }

  mutating func row(_ fields: String...) {
    for text in fields {
      precondition(!text.contains { ",\"\n".contains($0) }, "'\(text)' needs quotes")
      field(text)
    }
    endRow()
  }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  private mutating func separate() {
    if !isLineStart { bytes.append(UInt8(ascii: ",")) }
    isLineStart = false
  }
}

/// An amount as a field.
func printed(_ cents: Int64) -> String { PrintedNumber(mantissa: cents, decimals: 2).description }
