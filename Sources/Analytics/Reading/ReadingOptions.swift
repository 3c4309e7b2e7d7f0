/// How to read a source whose own words do not say it.
public struct ReadingOptions: Sendable {
  public var amountUnit: AmountUnit?
  public var currency: String?
  public var decimals: Int?
  public var amounts: AmountPrecision?
  public var subjectLevels: [Int]?
  public var decimalMark: DecimalMark?
  public var language: Language?
  /// Which months make up the years of the accounts.
  public var calendar = FiscalCalendar.january
  /// Columns named by hand: what a column holds → its heading in the file.
  public var map: [AccountsColumn: String]
  /// Texts that stand for nothing, besides the blank.
  public var missingValues: Set<String>
  /// Codes that stand for all of their column, besides `all`.
  public var totalCodes: Set<String>
  public var delimiter: UInt8?
  /// A lone file is the `accounts` table; a blank unit or subject in it is an ordinary code.
  public var isLoneFile: Bool

  public init(
    amountUnit: AmountUnit? = nil, currency: String? = nil, decimals: Int? = nil,
    amounts: AmountPrecision? = nil, subjectLevels: [Int]? = nil, decimalMark: DecimalMark? = nil,
    language: Language? = nil, map: [AccountsColumn: String] = [:],
    missingValues: Set<String> = [], totalCodes: Set<String> = [], delimiter: UInt8? = nil,
    isLoneFile: Bool = false
  ) {
    self.amountUnit = amountUnit
    self.currency = currency
    self.decimals = decimals
    self.amounts = amounts
    self.subjectLevels = subjectLevels
    self.decimalMark = decimalMark
    self.language = language
    self.map = map
    self.missingValues = missingValues
    self.totalCodes = totalCodes
    self.delimiter = delimiter
    self.isLoneFile = isLoneFile
  }
}

/// What the amounts of a dataset are worth to the last digit.
public enum AmountPrecision: String, CaseIterable, Codable, Sendable {
  /// Rounded for publication: each stands for half its last digit on both sides.
  case printed
  /// A ledger, which ties to the cent.
  case exact
}

/// The language of what users read.
public enum Language: String, CaseIterable, Codable, Sendable {
  case chinese = "zh-Hans"
  case english = "en"
}
