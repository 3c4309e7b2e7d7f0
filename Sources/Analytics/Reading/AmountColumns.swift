/// Reads the amount columns of a file to hundredths of the currency unit.
///
/// Remembers what each column proves about its decimal mark, and the amounts that need it.
struct AmountColumns {
  /// An amount that its own text does not decide: `75.934`.
  struct Pending {
    let column: Int
    let key: CellKey
    let year: FiscalYear
    let stage: Stage
    let mantissa: Int128
    /// The separator that stands before the last three digits.
    let mark: DecimalMark
    let line: Int
    /// Made at once for the first hundred, while the line is at hand.
    let error: SourceError?
  }

  enum Reading {
    case cents(Int64)
    case blank
    case pending(Int128, DecimalMark)
    case problem(String)
  }

  /// The first line that proves each mark, per column.
  private var evidence: [[DecimalMark: Int]]
  private let declared: DecimalMark?
  var pending: [Pending] = []
  /// How many amounts had decimals beyond hundredths of the currency unit.
  private(set) var rounded = 0
  private(set) var dashes = 0
  private var mostDecimals = 0
  /// No amount and no sum of magnitudes may pass this, so that no sum can overflow.
  private var room = Int64.max / 4

  init(columns: Int, mark: DecimalMark?) {
    evidence = Array(repeating: [:], count: columns)
    declared = mark
  }

  mutating func read(
    _ buffer: [UInt8], _ range: Range<Int>, column: Int, line: Int, _ unit: AmountUnit
  ) -> Reading {
    switch AmountText.read(buffer, range) {
    case .blank(let isDash):
      if isDash { dashes += 1 }
      return .blank
    case .notAnAmount:
      return .problem(
        "is not an amount; write digits with at most one decimal point, as in -1250.5")
    case .ambiguous(let mantissa, let mark):
      guard let declared else { return .pending(mantissa, mark) }
      return inCents(mantissa, declared == mark ? 3 : 0, unit)
    case .number(let mantissa, let decimals, let mark):
      if let mark, mark != declared {
        if let declared {
          return .problem(
            "has a decimal \(mark.rawValue), but --decimal \(declared.rawValue) was asked for")
        }
        if evidence[column][mark] == nil { evidence[column][mark] = line }
      }
      return inCents(mantissa, decimals, unit)
    }
  }

  private mutating func inCents(_ mantissa: Int128, _ decimals: Int, _ unit: AmountUnit) -> Reading
  {
    guard let cents = cents(mantissa, decimals, unit) else {
      return .problem("is too large for the ledger, with all that stands before it")
    }
    return .cents(cents)
  }

  /// Hundredths of the currency unit, rounded half to even; nil beyond what the ledger holds.
  mutating func cents(_ mantissa: Int128, _ decimals: Int, _ unit: AmountUnit) -> Int64? {
    guard decimals <= 37 else {
      rounded += mantissa == 0 ? 0 : 1
      return 0
    }
    let (scaled, overflow) = mantissa.multipliedReportingOverflow(by: Int128(unit.cents))
    guard !overflow else { return nil }
    let divisor = Int128.powerOfTen(decimals)
    let cents = scaled.dividedRoundingHalfToEven(by: divisor)
    let isExact = cents * divisor == scaled
    if !isExact { rounded += 1 }
    guard cents.magnitude <= room else { return nil }
    room -= Int64(cents.magnitude)
    noteDecimals(isExact ? decimals : unit.exactDecimals, cents, unit, trims: !isExact)
    return Int64(cents)
  }

  /// Excess digits of a binary float (`397.52000000000004`) are no printed decimals.
  private mutating func noteDecimals(
    _ decimals: Int, _ cents: Int128, _ unit: AmountUnit, trims: Bool
  ) {
    guard decimals > mostDecimals else { return }
    var needed = min(decimals, unit.exactDecimals)
    if trims || decimals > unit.exactDecimals {
      var power = Int128.powerOfTen(unit.exactDecimals - needed) * 10
      while needed > 0 && cents % power == 0 {
        needed -= 1
        power *= 10
      }
    }
    mostDecimals = max(mostDecimals, needed)
  }

  func decimals(in unit: AmountUnit) -> Int { mostDecimals }

  /// The decimal mark of a column: its own, failing that the only one in the file.
  func mark(ofColumn column: Int) -> DecimalMark? {
    if evidence[column].count == 1 { return evidence[column].keys.first }
    if evidence[column].count > 1 { return nil }
    let marks = Set(evidence.flatMap(\.keys))
    return marks.count == 1 ? marks.first : nil
  }

  /// Columns that have decimal points in one line and decimal commas in another.
  func contradictions(
    _ file: String, _ header: AccountsHeader, _ text: DelimitedText
  ) -> SourceErrors {
    var errors = SourceErrors()
    for marks in evidence where marks.count > 1 {
      let (point, comma) = (marks[.point]!, marks[.comma]!)
      errors.append(
        SourceError(
          "line \(point) has a decimal point and line \(comma) a decimal comma in the same "
            + "column; write all amounts one way",
          at: SourcePosition(file: file, line: max(point, comma), column: 1)))
    }
    return errors
  }
}
