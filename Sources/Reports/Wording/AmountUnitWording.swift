import Analytics

/// What units of money are called: 万元, million EUR.
struct AmountUnitWording {
  /// How many zeros one has in the currency unit.
  let exponent: Int
  let name: Bilingual

  /// A unit and those of the same currency that are larger, the smallest first.
  static func atLeast(_ unit: AmountUnit, _ currency: String?) -> [AmountUnitWording] {
    let all = unit.isYuan ? yuan : others(currency)
    return all.filter { $0.exponent >= unit.exponent }
  }

  static func name(_ unit: AmountUnit, _ currency: String?) -> Bilingual {
    atLeast(unit, currency)[0].name
  }

  private static let yuan = [
    AmountUnitWording(exponent: 0, name: Bilingual(zh: "元", en: "yuan")),
    AmountUnitWording(exponent: 4, name: Bilingual(zh: "万元", en: "10,000 yuan")),
    AmountUnitWording(exponent: 8, name: Bilingual(zh: "亿元", en: "100 million yuan")),
  ]

  /// Chinese yuan that are counted in thousands are called 元 too.
  private static func others(_ currency: String?) -> [AmountUnitWording] {
    let one = currency.map { Bilingual(zh: $0 == "CNY" ? "元" : $0, en: $0) } ?? unknown
    let scales = [(3, "千", "thousand"), (6, "百万", "million"), (9, "十亿", "billion")]
    return [AmountUnitWording(exponent: 0, name: one)]
      + scales.map { exponent, zh, en in
        AmountUnitWording(
          exponent: exponent, name: Bilingual(zh: zh + one.zh, en: "\(en) \(one.en)"))
      }
  }

  /// Where a dataset does not name its currency.
  private static let unknown = Bilingual(zh: "货币单位", en: "currency units")
}

extension AmountUnit {
  /// How many zeros one has in the currency unit.
  var exponent: Int {
    switch self {
    case .unit, .yuan: 0
    case .thousand: 3
    case .tenThousandYuan: 4
    case .million: 6
    case .hundredMillionYuan: 8
    }
  }

  fileprivate var isYuan: Bool {
    switch self {
    case .yuan, .tenThousandYuan, .hundredMillionYuan: true
    case .unit, .thousand, .million: false
    }
  }
}
