import Analytics
import Testing

/// Facts for expressions of constants.
struct NoFacts: FigureFacts {
  func value(of reference: Reference) throws(FigureProblem) -> PrintedInterval {
    throw .unknown(reference, because: "there are no facts")
  }

  func parts(of reference: Reference) throws(FigureProblem) -> [Reference] { [] }
}

/// Printed numbers by the reference as it is written.
struct ListedFacts: FigureFacts {
  var values: [String: String]
  var partsOf: [String: [Reference]] = [:]

  func value(of reference: Reference) throws(FigureProblem) -> PrintedInterval {
    guard let text = values["\(reference)"] else { throw .notPublished(reference) }
    return PrintedInterval(printed(text))
  }

  func parts(of reference: Reference) throws(FigureProblem) -> [Reference] {
    partsOf["\(reference)"] ?? []
  }
}

@Suite("The evaluation of a figure")
struct FigureEvaluationTests {
  /// Figures of the founding report, 万元.
  private let facts = ListedFacts(
    values: [
      "outturn(all, all, 2023)": "884.83", "outturn(all, all, 2022)": "791.85",
      "outturn(all, all, 2021)": "700.00", "outturn(all, 2010301, 2023, kind=operating)": "108.58",
      "outturn(all, 2080501, 2023, kind=operating)": "14.34", "memo(公务用车, 2023)": "8.75",
      "memo(公务用车, 2022)": "9.15", "memo(三公, 2023)": "26.50", "memo(出国, 2023)": "0.00",
      "memo(出国, 2022)": "0.00", "memo(接待, 2023)": "17.75", "memo(批次, 2023)": "474",
      "@上年": "791.85",
    ],
    partsOf: [
      "outturn(all, 208, 2023)": [
        .account(
          AccountReference(stage: .outturn, unit: nil, subject: nil, year: FiscalYear(2023))),
        .figure("上年"),
      ]
    ])

  private func value(_ text: String) throws -> PrintedInterval {
    try evaluate(FigureExpression(parsing: text), with: facts)
  }

  private func rounded(_ text: String) throws -> String {
    try "\(value(text).value.rounded(decimals: 2))"
  }

  @Test(
    "gives the report's numbers",
    arguments: [
      ("change(outturn(all, all, 2023))", "92.98"),
      ("growth_pct(outturn(all, all, 2023))", "11.74"),
      ("100 * 92.98 / @上年", "11.74"),
      ("growth_pct(memo(公务用车, 2023))", "-4.37"),
      ("share_pct(memo(公务用车, 2023), memo(三公, 2023))", "33.02"),
      ("previous(outturn(all, all, 2023))", "791.85"),
      ("previous(previous(outturn(all, all, 2023)))", "700.00"),
      ("previous(change(outturn(all, all, 2023)))", "91.85"),
      ("change(change(outturn(all, all, 2023)))", "1.13"),
      ("memo(接待, 2023) * 10000 / 474", "374.47"),
      ("sum(memo(接待, 2023), memo(公务用车, 2023), memo(出国, 2023))", "26.50"),
    ])
  func numbers(text: String, number: String) throws {
    #expect(try rounded(text) == number)
  }

  @Test("adds the half digits of what it adds")
  func bounds() throws {
    let sum = try value(
      "outturn(all, 2010301, 2023, kind=operating) + outturn(all, 2080501, 2023, kind=operating)")
    #expect(sum.lower == exact("122.91") && sum.upper == exact("122.93"))
  }

  @Test("takes constants as exact")
  func constants() throws {
    #expect(try value("10.0 / 4").isExact)
    #expect(try value("memo(批次, 2023) * 2").upper == exact("949"))
  }

  @Test("adds the published parts where a sum is of one account")
  func parts() throws {
    #expect(try rounded("sum(outturn(all, 208, 2023))") == "1676.68")
    #expect(try value("sum(outturn(all, 208, 2023))").upper == exact("1676.69"))
    #expect(try rounded("sum(previous(outturn(all, 208, 2024)))") == "1676.68")
    #expect(try rounded("sum(memo(三公, 2023))") == "26.50")
  }

  @Test("says what has no value and why")
  func problems() throws {
    #expect(throws: FigureProblem.undefined(divisor: "previous(memo(出国, 2023))")) {
      try value("growth_pct(memo(出国, 2023))")
    }
    #expect(throws: FigureProblem.undefined(divisor: "memo(出国, 2023) * 2")) {
      try value("1 / (memo(出国, 2023) * 2)")
    }
    let missing = Reference.figure("b")
    #expect(throws: FigureProblem.notPublished(missing)) { try value("1 + @b") }
    let long = "9999999999999.99999 * 9999999999999.99999 * 9999999999999.99999"
    #expect(throws: FigureProblem.overflow(expression: long)) { try value(long) }
    #expect(throws: FigureProblem.previousOfFigure("上年")) {
      try evaluate(.change(.reference(.figure("上年"))), with: facts)
    }
    #expect(
      FigureProblem.circular([.figure("a"), .figure("b"), .figure("a")]).description
        == "circular: @a needs @b needs @a")
  }

  @Test("needs each reference once, in the years that it is taken of")
  func referenceList() throws {
    let text = "growth_pct(memo(a, 2023)) + previous(memo(a, 2023)) - @b + sum(outturn(u, s, 2023))"
    let list = try references(in: FigureExpression(parsing: text))
    #expect(
      list.map(\.description) == [
        "memo(a, 2023)", "memo(a, 2022)", "@b", "outturn(u, s, 2023)",
      ])
  }
}
