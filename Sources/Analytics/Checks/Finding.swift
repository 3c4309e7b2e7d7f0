/// One thing that a check has to say about the accounts.
///
/// Numbers are as a reader would print them, in the dataset's amount unit or in per cent.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    case error, warning, note

    /// Errors come first.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }
  }

  public var rule: String
  public var severity: Severity
  public var year: FiscalYear?
  public var unit: String?
  public var subject: String?
  public var stage: Stage?
  public var expected: PrintedNumber?
  public var found: PrintedNumber?
  public var difference: PrintedNumber?
  /// The largest difference that rounding of the printed digits can make.
  public var bound: PrintedNumber?
  public var repairCell: String?
  public var repairValue: PrintedNumber?
  public var message: String
  /// Where the numbers stand: `accounts.csv:12`, or a place in the report.
  public var source: String?

  public init(
    rule: String, severity: Severity, year: FiscalYear? = nil, unit: String? = nil,
    subject: String? = nil, stage: Stage? = nil, expected: PrintedNumber? = nil,
    found: PrintedNumber? = nil, difference: PrintedNumber? = nil, bound: PrintedNumber? = nil,
    repairCell: String? = nil, repairValue: PrintedNumber? = nil, message: String,
    source: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.year = year
    self.unit = unit
    self.subject = subject
    self.stage = stage
    self.expected = expected
    self.found = found
    self.difference = difference
    self.bound = bound
    self.repairCell = repairCell
    self.repairValue = repairValue
    self.message = message
    self.source = source
  }
}
