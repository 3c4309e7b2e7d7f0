import Analytics
import Testing

@Suite("The parser of figures")
struct FigureParserTests {
  private let year = FiscalYear(2023)

  private func parse(_ text: String) throws -> FigureExpression {
    try FigureExpression(parsing: text)
  }

  private func account(
    _ stage: Stage = .outturn, unit: String? = "成办", subject: String? = "2010301"
  ) -> FigureExpression {
    .reference(
      .account(AccountReference(stage: stage, unit: unit, subject: subject, year: year)))
  }

  @Test("reads accounts in three stages, where all and * leave a code open")
  func accounts() throws {
    #expect(try parse("outturn(成办, 2010301, 2023)") == account())
    #expect(try parse("budget( 成办 ,2010301,2023年)") == account(.budget))
    #expect(try parse("revised(all, *, 2023)") == account(.revised, unit: nil, subject: nil))
    #expect(try parse("outturn('all', '2010301', 2023)") == account(unit: "all"))
  }

  @Test("reads the further keys of an account by name, in any order")
  func namedKeys() throws {
    let text = "outturn(all, all, 2023, fund=一般公共预算, kind = personnel, economic=30101, project=P1)"
    let wanted = AccountReference(
      stage: .outturn, unit: nil, subject: nil, year: year, kind: "personnel", economic: "30101",
      fund: "一般公共预算", project: "P1")
    #expect(try parse(text) == .reference(.account(wanted)))
  }

  @Test("reads the other references")
  func otherReferences() throws {
    let expected: [(String, Reference)] = [
      ("memo(三公, 2023)", .memo(item: "三公", unit: nil, year: year, stage: .outturn)),
      (
        "memo(接待, 2023, 干休所, stage=budget)",
        .memo(item: "接待", unit: "干休所", year: year, stage: .budget)
      ),
      ("balance(货币资金, 2023)", .balance(item: "货币资金", unit: nil, year: year)),
      ("balance(货币资金, 2023, U 1)", .balance(item: "货币资金", unit: "U 1", year: year)),
      (
        "receipt(all, 2023, stage=revised)",
        .receipt(source: nil, unit: nil, year: year, stage: .revised)
      ),
      ("heads(成办, 公务员, 2023)", .heads(unit: "成办", category: "公务员", year: year)),
      ("@机关运行经费_2023.a", .figure("机关运行经费_2023.a")),
    ]
    for (text, reference) in expected { #expect(try parse(text) == .reference(reference)) }
  }

  @Test("takes codes with brackets or commas in quotes, and full-width brackets also bare")
  func quotes() throws {
    let memo = Reference.memo(item: "因公出国（境）", unit: nil, year: year, stage: .outturn)
    #expect(try parse("memo('因公出国（境）', 2023)") == .reference(memo))
    #expect(try parse("memo（因公出国（境），２０２３）") == .reference(memo))
    let odd = Reference.balance(item: "it's (a, b) = c", unit: nil, year: year)
    #expect(try parse("balance('it''s (a, b) = c', 2023)") == .reference(odd))
    #expect("\(odd)" == "balance('it''s (a, b) = c', 2023)")
  }

  @Test(
    "binds times before plus, signs before both, and to the left",
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 4 - 3", "3"), ("24 / 4 / 3", "2"),
      ("-2 * 3 + 10", "4"), ("2 - -3", "5"), ("-(1 + 2)", "-3"), ("2 * -3", "-6"),
      ("10 - (4 - 3)", "9"), ("（1 ＋ 2）× 3 ÷ 2 − 1", "7/2"), ("sum(1, 2，3.50)", "13/2"),
    ])
  func precedence(text: String, value: String) throws {
    #expect(try "\(evaluate(parse(text), with: NoFacts()).value)" == value)
  }

  @Test("keeps the decimals of a constant")
  func decimals() throws {
    #expect(try parse("10.00") == .number(printed("10.00")))
    #expect(try "\(parse("0.880 * 9 / 12"))" == "0.880 * 9 / 12")
  }

  @Test(
    "reads its own writing",
    arguments: [
      "growth_pct(outturn(all, all, 2023))", "share_pct(memo(车, 2023), memo(三公, 2023))",
      "change(sum(outturn(成办, all, 2023)))", "previous(budget(all, 208, 2023, kind=project))",
      "1 - (2 - 3) * (4 + 5) / (6 * 7)", "--1 - -(2 + 3)", "@a + @'b c' * @三公.1",
      "receipt(财政, 2023, U, stage=budget) / heads(all, all, 2023)", "1 / (2 / 3)",
    ])
  func roundTrip(text: String) throws {
    #expect(try "\(parse(text))" == text)
  }

  @Test("reads any expression that it could have written")
  func randomRoundTrip() throws {
    var random = CheckRandom(seed: 3)
    for _ in 0..<300 {
      let expression = random.expression(depth: 3)
      #expect(try parse("\(expression)") == expression)
    }
  }

  @Test(
    "says where something stands, what it is and what would be right",
    arguments: [
      ("", "column 1: the end where a number, a function, an @figure or '(' should be"),
      ("1 +", "column 4: the end where a number, a function, an @figure or '(' should be"),
      ("三公 + 1", "column 1: '三公' where a number, a function, an @figure or '(' should be"),
      ("1 2", "column 3: '2' where an operator or the end should be"),
      ("(1 + 2", "column 7: the end where ')' or an operator should be"),
      ("1. + 2", "column 3: ' ' where a digit after the decimal point should be"),
      ("@ + 1", "column 2: ' ' where the name of a figure should be"),
      ("1 + 9999999999999999999", "column 5: '9999999999999999999' has too many digits"),
      ("outlay(a, b, 2023)", "column 1: there is no function 'outlay'; there are budget, revised"),
      ("1 + memo(三公)", "column 5: memo needs an argument 'year'"),
      ("heads()", "column 1: heads needs an argument 'unit'"),
      ("outturn(a, b, 23年度)", "column 15: '23年度' is not a year; write 2023 or 2023年"),
      ("memo(a, 0)", "column 9: '0' is not a year"),
      ("memo(all, 2023)", "column 6: 'all' where one item should be"),
      ("memo(a, 2023, stage=actual)", "column 21: 'actual' is not a stage; write budget, revised"),
      ("memo(a, 2023, fund=x)", "column 15: memo has no argument 'fund'; it has item, year, unit"),
      ("memo(a, 2023, year=2023)", "column 15: the argument 'year' is given twice"),
      ("memo(a, 2023, u, budget)", "column 18: memo takes item, year, unit, and by name stage="),
      ("heads(a, b, 2023, c)", "column 19: heads takes unit, category, year and no more"),
      ("outturn(, b, 2023)", "column 9: ',' where a code, or 'all', should be"),
      ("outturn(a(b), c, 2023)", "column 10: '(' where ',' or ')', or quotes around the whole"),
      ("memo('三公, 2023)", "column 6: a quote that does not end; close it with '"),
      ("share_pct(1)", "column 12: ')' where ',' or an operator should be"),
      ("1 + previous(@a)", "column 5: @a has no previous year"),
      ("change(outturn(a, b, 1))", "column 1: outturn(a, b, 1) has no earlier year"),
      ("a = 1", "column 1: 'a' where a number, a function"),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: FigureSyntaxError.self) { try parse(text) }
    #expect(error.map { $0.description.hasPrefix(message) } == true, "\(error as Any)")
  }

  @Test("refuses what is nested too deeply, and does not overflow the stack")
  func depth() throws {
    let steps = FigureSyntaxError.Problem.tooManySteps(limit: 250)
    for (opening, closing) in [("(", ")"), ("-", ""), ("sum(", ")"), ("1 + ", "")] {
      let fits =
        String(repeating: opening, count: 250) + "1" + String(repeating: closing, count: 250)
      _ = try evaluate(parse(fits), with: NoFacts())
      let error = #expect(throws: FigureSyntaxError.self) {
        try parse(String(repeating: opening, count: 100_000) + "1")
      }
      #expect(error?.problem == steps)
    }
    let changes = String(repeating: "change(", count: 5) + "1" + String(repeating: ")", count: 5)
    let error = #expect(throws: FigureSyntaxError.self) { try parse(changes) }
    #expect(error?.problem == .tooManyChanges(limit: 4))
  }

  @Test("takes a sum of any length")
  func longSum() throws {
    let text = "sum(" + Array(repeating: "0.10", count: 20_000).joined(separator: ", ") + ")"
    #expect(try evaluate(parse(text), with: NoFacts()).value == Rational(2_000))
    let items = (1...300).map { "(memo(a\($0), 2023) - memo(b\($0), 2023))" }
    #expect(try references(in: parse("sum(\(items.joined(separator: ", ")))")).count == 600)
  }
}

extension CheckRandom {
  fileprivate mutating func expression(depth: Int) -> FigureExpression {
    let kind = Int.random(in: 0...(depth == 0 ? 1 : 8), using: &self)
    func inner(_ random: inout CheckRandom) -> FigureExpression {
      random.expression(depth: depth - 1)
    }
    switch kind {
    case 0:
      let mantissa = Int64.random(in: 0...9_999, using: &self)
      return .number(PrintedNumber(mantissa: mantissa, decimals: 2))
    case 1: return .reference(reference())
    case 2: return .negate(inner(&self))
    case 3: return .sum([inner(&self), inner(&self)])
    case 4: return .sharePct(inner(&self), whole: inner(&self))
    case 5: return .change(.previous(.reference(reference())))
    case 6: return .growthPct(.binary(.divide, .reference(reference()), .number(PrintedNumber(2))))
    default:
      let signs = FigureExpression.Operator.allCases
      return .binary(signs.randomElement(using: &self)!, inner(&self), inner(&self))
    }
  }

  private mutating func reference() -> Reference {
    let codes = [
      nil, "all", "*", "成办", "a b", "x'y", "（境）", "30217", "a=b", " c", "d;e", "'", "f-g",
    ]
    let unit = codes.randomElement(using: &self)!
    let year = FiscalYear(Int.random(in: 1000...9999, using: &self))
    let stage = Stage.allCases.randomElement(using: &self)!
    let item = codes.randomElement(using: &self)! ?? "i"
    switch Int.random(in: 0...4, using: &self) {
    case 0: return .memo(item: item, unit: unit, year: year, stage: stage)
    case 1: return .balance(item: item, unit: unit, year: year)
    case 2: return .receipt(source: unit, unit: item, year: year, stage: stage)
    case 3: return .heads(unit: unit, category: item, year: year)
    default:
      return .account(
        AccountReference(
          stage: stage, unit: unit, subject: item, year: year, kind: unit, economic: nil,
          fund: item, project: unit))
    }
  }
}
