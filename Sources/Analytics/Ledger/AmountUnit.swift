/// The unit that a source prints its amounts in.
public enum AmountUnit: String, CaseIterable, Hashable, Sendable, Codable {
  case unit
  case thousand
  case million
  case yuan = "元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// Hundredths of the currency unit in one of this unit.
  public var cents: Int64 {
    switch self {
    case .unit, .yuan: 100
    case .thousand: 100_000
    case .million: 100_000_000
    case .tenThousandYuan: 1_000_000
    case .hundredMillionYuan: 10_000_000_000
    }
  }

  /// How many decimals an exact hundredth of the currency unit takes when printed in this unit.
  public var exactDecimals: Int {
    switch self {
    case .unit, .yuan: 2
    case .thousand: 5
    case .million: 8
    case .tenThousandYuan: 6
    case .hundredMillionYuan: 10
    }
  }
}
