import Analytics

/// Numbers as a text of one language prints them: thousands set off by commas, an exact zero as 0,
/// all else with the digits of the tables.
public struct NumberWording: Sendable {
  public let language: Language
  public let unit: AmountUnit
  public let currency: String?
  public let decimals: Int

  public init(_ dataset: Dataset) {
    language = dataset.language
    unit = dataset.amountUnit
    currency = dataset.currency
    decimals = dataset.decimals
  }

  /// Money with its unit in Chinese; without in English, which names the unit once.
  public func amount(_ money: Money) -> String {
    let number = NumberWording.grouped(money.printed(in: unit, decimals: decimals))
    return language == .chinese ? number + chineseUnit : number
  }

  /// Without a sign, after a word such as 减少.
  public func size(_ money: Money) -> String { amount(money.magnitude) }

  /// With a sign, also where it is positive.
  public func signed(_ money: Money) -> String {
    (money > .zero ? "+" : "") + amount(money)
  }

  public func percent(_ number: PrintedNumber) -> String { NumberWording.grouped(number) + "%" }

  /// Without a sign, after a word such as 下降.
  public func size(ofPercent number: PrintedNumber) -> String {
    percent(PrintedNumber(mantissa: abs(number.mantissa), decimals: number.decimals))
  }

  /// A count, an area or a score, given in hundredths of one.
  public func count(_ hundredths: Money, decimals: Int) -> String {
    NumberWording.grouped(hundredths.printed(in: .unit, decimals: decimals))
  }

  /// `12345.60` as `12,345.60`, and every zero as `0`.
  public static func grouped(_ number: PrintedNumber) -> String {
    number.mantissa == 0 ? "0" : number.grouped
  }

  // MARK: The unit

  /// 万元, 亿元, 元; other currencies by their code. A Chinese text that names none is in yuan.
  public var chineseUnit: String { AmountUnitWording.name(unit, currency ?? "CNY").zh }

  /// `10,000 yuan`, `million EUR`.
  public var englishUnit: String { AmountUnitWording.name(unit, currency).en }

  public var unitName: String { language == .chinese ? chineseUnit : englishUnit }

  /// 一, 十, 十三, 二十一: the numbers of sections, from 1 to 99.
  public static func chineseNumeral(_ number: Int) -> String {
    precondition((1...99).contains(number), "\(number) as a section")
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let prefix = tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十"
    return prefix + digits[ones]
  }
}
