/// Everything that a dataset says, read and checked field by field, before anything is computed.
public struct Dataset: Sendable {
  public var name: String
  public var title: String
  public var amountUnit: AmountUnit
  public var currency: String?
  /// Of printed amounts.
  public var decimals: Int
  public var precision: AmountPrecision
  public var language: Language
  public var isSynthetic = false
  /// Of the years of the accounts, for dates.
  public var calendar = FiscalCalendar.january

  public var accounts: Accounts
  public var unitTypes: [Int32: String] = [:]
  public var projects: [Int32: Project] = [:]
  public var memos: [Memo] = []
  public var receipts: [Receipt] = []
  public var balances: [Balance] = []
  public var headcount = HeadcountTable()
  public var movements: [Movement] = []
  public var categories: [StaffCategory] = []
  public var rates: [Rate] = []
  /// The categories, their group or `*` that drive a subject's cost, by subject.
  public var staffing: [Int32: String] = [:]
  public var crosswalk: [CrosswalkRule] = []
  public var ceilings: [Ceiling] = []
  public var figures: [Figure] = []
  public var adjustments: [Adjustment] = []
  public var assumptions: [Assumption] = []
  /// Reasons for the change of a memo, such as the running cost.
  public var itemReasons: [ItemReason] = []
  /// What a subject or an economic class is: `contingency`, `interest`.
  public var roles: [Dimension: [Int32: String]] = [:]
  /// Other wordings that the sources use for a code.
  public var variants: [Dimension: [Int32: [String]]] = [:]
  /// What reading noticed.
  public var notes: [Finding] = []
  public var inputs: [InputTable] = []
  /// Columns kept aside that seem to name parents.
  var likelyParents: [LikelyParents] = []

  /// One in the last printed digit of an amount; nil in a ledger, whose amounts are exact.
  public var lastDigit: Money? {
    guard precision == .printed else { return nil }
    let shown = min(decimals, amountUnit.exactDecimals)
    return Money(cents: Int64(Int128(amountUnit.cents) / .powerOfTen(shown)))
  }

  /// One in the last digit that a forecast is printed with: at least two decimals.
  public var lastForecastDigit: Money {
    let shown = min(max(2, decimals), amountUnit.exactDecimals)
    return Money(cents: Int64(Int128(amountUnit.cents) / .powerOfTen(shown)))
  }

  public func printed(_ money: Money) -> PrintedNumber {
    money.printed(in: amountUnit, decimals: decimals)
  }
}

/// A table that was read: for the manifest.
public struct InputTable: Hashable, Sendable {
  public let table: String
  public let path: String
  public let encoding: String
  public let rows: Int
}

public struct Project: Hashable, Sendable {
  public let unit: String?
  public let subject: String?
  public let type: String?
  public let fromYear: FiscalYear?
  public let toYear: FiscalYear?
  public let total: Money?
}

/// An item that overlaps the accounts or is no money: shown and checked, never added.
public struct Memo: Sendable {
  public enum Measure: String, Sendable { case money, count, area, score }

  public let year: FiscalYear
  public let unit: String
  public let item: String
  public let measure: Measure
  public let role: String?
  /// Hundredths of the currency unit, or of one of what is counted, by stage.
  public var values: [Stage: Money]
  /// What the number was printed with, for its interval.
  public var decimals: Int
  public let expressions: [StageAssignment]
  public let place: String
  /// The stages whose value an expression gave.
  public var derivedStages: Set<Stage> = []
}

public struct Receipt: Hashable, Sendable {
  public let year: FiscalYear
  public let unit: String
  public let source: String
  public var values: [Stage: Money]
  public let place: String
}

public struct Balance: Sendable {
  public let year: FiscalYear
  public let unit: String
  public let item: String
  /// What the item is part of: `assets.cash` of `assets`.
  public let role: String?
  public var amount: Money?
  public let expression: FigureExpression?
  public let place: String
  /// Whether the expression gave the amount.
  public var isDerived = false
}

public struct Headcount: Hashable, Sendable {
  public let year: FiscalYear
  public let unit: String
  public let category: String
  public let establishment: PrintedNumber?
  public let inPost: PrintedNumber?
  public let onEstablishment: PrintedNumber?
  let file: String
  let line: Int

  public var place: String { "\(file):\(line)" }
}

/// People who came, went or changed category.
public struct Movement: Hashable, Sendable {
  public let year: FiscalYear
  /// Of the fiscal year, from 1 to 12.
  public let month: Int
  /// How much of the month lies before the first day of the new state, in thousandths; nil where no
  /// day is given.
  public let partBefore: Int?
  public var unit: String
  public let category: String
  /// Positive for joiners.
  public let delta: PrintedNumber
  public let reason: String
  /// Where inside the dataset the heads go, and as what; nil where they leave it or stay.
  public var toUnit: String?
  public var toCategory: String?
  /// actual, approved or planned.
  public let status: String
}

/// From a year on, one code's money stands under another code.
public struct CrosswalkRule: Hashable, Sendable {
  public let dimension: Dimension
  public let from: String
  public let to: String
  /// The first year of the new classification.
  public let fromYear: FiscalYear
  /// The part of the old code's money that the new one takes over.
  public let weight: PrintedNumber
  public let place: String
}

/// A number that a report prints, and how it can be recomputed.
public struct Figure: Sendable {
  public enum Measure: String, Sendable {
    case amount, percent, count, ratio
    case yuan = "元"
  }

  public let name: String
  public let printed: PrintedNumber
  public let measure: Measure
  /// Nil for a stated fact.
  public let expression: FigureExpression?
  public let section: String?
  public let source: String?
  public let place: String
}

/// A known reason for an amount, and what the amount is a difference from.
public struct Adjustment: Hashable, Sendable {
  public let year: FiscalYear
  public var unit: String?
  public var subject: String?
  public let stage: Stage
  public var amount: Money?
  public var low: Money?
  public var high: Money?
  public let kinds: [String]
  public let against: String
  public let forYear: FiscalYear?
  /// The kind of expenditure that the amount is in.
  public var part: SpendingKind?
  public let recurs: String?
  public let reason: String?
  public let source: String?
  /// The rate before and after, where the month of its change is not known.
  public var rateChange: RateChange?

  public struct RateChange: Hashable, Sendable {
    public let before: PrintedNumber
    public let after: PrintedNumber

    public init(before: PrintedNumber, after: PrintedNumber) {
      self.before = before
      self.after = after
    }
  }
}

/// A known reason for the change of a memo: `机关运行经费/公务用车运行维护费`, where a part is named.
public struct ItemReason: Hashable, Sendable {
  public let year: FiscalYear
  public let unit: String?
  public let stage: Stage
  public let item: String
  /// The part of the item that moved it, itself a memo or a mere name.
  public let part: String?
  public let amount: Money?
  public let kinds: [String]
  public let against: String
  public let reason: String?
  public let source: String?
}
