import Analytics
import Reports
import Testing

@Suite("Numbers in a text")
struct NumberWordingTests {
  private func wording(
    _ language: Language, _ unit: AmountUnit = .tenThousandYuan, currency: String? = nil
  ) throws -> NumberWording {
    var dataset = try SampleRun.contents(
      ["accounts": "year,unit,subject,outturn\n2023,A,x,5.00\n"], language: language, unit: unit
    ).dataset
    dataset.currency = currency
    return NumberWording(dataset)
  }

  @Test("have their thousands set off, and their unit after them in Chinese")
  func amounts() throws {
    let money = Money(cents: 1_234_567_890_000)
    #expect(try wording(.chinese).amount(money) == "1,234,567.89万元")
    #expect(try wording(.english).amount(money) == "1,234,567.89")
    #expect(try wording(.chinese).amount(Money(cents: -99_900_000)) == "-99.90万元")
  }

  @Test("are 0 where they are exactly zero")
  func zero() throws {
    #expect(try wording(.chinese).amount(.zero) == "0万元")
    #expect(try wording(.english).percent(PrintedNumber(mantissa: 0, decimals: 2)) == "0%")
  }

  @Test("have a sign, or none after a word that says it")
  func signs() throws {
    let fall = Money(cents: -630_000)
    #expect(try wording(.english).signed(fall) == "-0.63")
    #expect(try wording(.english).signed(-fall) == "+0.63")
    #expect(try wording(.chinese).size(fall) == "0.63万元")
  }

  @Test(
    "name their unit in both languages",
    arguments: [
      (AmountUnit.tenThousandYuan, nil, "万元", "10,000 yuan"),
      (.hundredMillionYuan, nil, "亿元", "100 million yuan"), (.yuan, "CNY", "元", "yuan"),
      (.million, "EUR", "百万EUR", "million EUR"), (.unit, nil, "元", "currency units"),
      (.thousand, nil, "千元", "thousand currency units"),
    ] as [(AmountUnit, String?, String, String)])
  func units(unit: AmountUnit, currency: String?, zh: String, en: String) throws {
    #expect(try wording(.chinese, unit, currency: currency).unitName == zh)
    #expect(try wording(.english, unit, currency: currency).unitName == en)
  }

  @Test(
    "of sections are written in characters",
    arguments: [(1, "一"), (10, "十"), (13, "十三"), (20, "二十"), (99, "九十九")])
  func numerals(number: Int, text: String) {
    #expect(NumberWording.chineseNumeral(number) == text)
  }
}
