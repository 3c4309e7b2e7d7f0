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
  /// What the magnitudes in each plane may still add up to, so that no sum can overflow.
  private var rooms = [Int64](repeating: Int64.max / 4, count: 10_000 * Stage.allCases.count)

  static let tooLarge =
    "is too large: with what stands before it, its year would hold more than 23 quadrillion currency "
    + "units"

  /// The place of a year and stage among the rooms.
  struct Plane {
    fileprivate let index: Int

    init(_ year: FiscalYear, _ stage: Stage) {
      index = year.number * Stage.allCases.count + stage.index
    }
  }

  init(columns: Int, mark: DecimalMark?) {
    evidence = Array(repeating: [:], count: columns)
    declared = mark
  }

  mutating func read(
    _ buffer: [UInt8], _ range: Range<Int>, _ column: Int, _ plane: Plane, line: Int,
    _ unit: AmountUnit
  ) -> Reading {
    switch AmountText.read(buffer, range) {
    case .blank(let isDash):
      if isDash { dashes += 1 }
      return .blank
    case .notAnAmount:
      return .problem(FieldProblem.amount(String(decoding: buffer[range], as: UTF8.self)))
    case .ambiguous(let mantissa, let mark):
      guard let declared else { return .pending(mantissa, mark) }
      return inCents(mantissa, declared == mark ? 3 : 0, plane, unit)
    case .number(let mantissa, let decimals, let mark):
      if let mark, mark != declared {
        if let declared {
          return .problem(
            "has a decimal \(mark.rawValue) where a decimal \(declared.rawValue) should be; write all "
              + "amounts one way, or say --decimal \(mark.rawValue)")
        }
        if evidence[column][mark] == nil { evidence[column][mark] = line }
      }
      return inCents(mantissa, decimals, plane, unit)
    }
  }

  private mutating func inCents(
    _ mantissa: Int128, _ decimals: Int, _ plane: Plane, _ unit: AmountUnit
  ) -> Reading {
    cents(mantissa, decimals, plane, unit).map(Reading.cents)
      ?? .problem(AmountColumns.tooLarge)
  }

  /// Hundredths of the currency unit, rounded half to even; nil beyond what the ledger holds.
  mutating func cents(
    _ mantissa: Int128, _ decimals: Int, _ plane: Plane, _ unit: AmountUnit
  ) -> Int64? {
    guard let (cents, isExact) = unit.cents(mantissa, decimals: decimals),
      cents.magnitude <= rooms[plane.index]
    else { return nil }
    if !isExact { rounded += 1 }
    rooms[plane.index] -= Int64(cents.magnitude)
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

  func isContradictory(_ column: Int) -> Bool { evidence[column].count > 1 }

  /// Columns that have decimal points in one line and decimal commas in another.
  var contradictions: [LateError] {
    evidence.enumerated().filter { $1.count > 1 }.map { column, marks in
      let (earlier, later) = (
        marks.min { $0.value < $1.value }!, marks.max { $0.value < $1.value }!
      )
      return LateError(
        message: "a decimal \(later.key.rawValue) here, and a decimal \(earlier.key.rawValue) in "
          + "line \(earlier.value) of the same column; write all amounts one way",
        line: later.value, field: .index(column))
    }
  }
}

extension AmountUnit {
  /// An amount in hundredths of the currency unit, rounded half to even, and whether it needed no
  /// rounding; nil beyond 128 bits.
  fileprivate func cents(
    _ mantissa: Int128, decimals: Int
  ) -> (cents: Int128, isExact: Bool)? {
    if decimals <= exactDecimals {
      let factor = Int128(cents / .powerOfTen(decimals))
      let (exact, overflow) = mantissa.multipliedReportingOverflow(by: factor)
      return overflow ? nil : (exact, true)
    }
    // Of 36 digits too many to multiply; one that is cut off still tells a tie from what is beyond.
    var (mantissa, decimals, isExact) = (mantissa, decimals, true)
    while decimals > 18 {
      isExact = isExact && mantissa % 10 == 0
      mantissa =
        mantissa / 10 + (mantissa % 10 == 0 || mantissa / 10 % 5 != 0 ? 0 : mantissa.signum())
      decimals -= 1
    }
    let (scaled, overflow) = mantissa.multipliedReportingOverflow(by: Int128(cents))
    guard !overflow else { return nil }
    let divisor = Int128.powerOfTen(decimals)
    let cents = scaled.dividedRoundingHalfToEven(by: divisor)
    return (cents, isExact && cents * divisor == scaled)
  }
}
