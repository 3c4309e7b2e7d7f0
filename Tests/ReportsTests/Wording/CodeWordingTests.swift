import Analytics
import Forecast
import Testing

@testable import Reports

@Suite("The words for codes of tables")
struct CodeWordingTests {
  private static let statuses: [Status] =
    [
      .pooled, .pooledPrior, .pooledAssumed, .short, .shortAssumed, .constant, .allZero, .ended,
      .late, .staffing, .projectEnded, .fixed, .ceiling, .sum,
    ]
    + [PanelBreaks.Kind.reorganised, .rolledOver, .partYear].map(Status.pooledAfter)
    + [Status.Reason.insideRest, .anchorErrsLess, .forced].map(Status.fallback)

  private static let codes: [(column: String, codes: [String])] = [
    ("severity", Finding.Severity.allCases.map(\.rawValue)),
    ("rule", Check.all.map(\.name)),
    ("level", Level.allCases.map(\.rawValue)), ("stage", Stage.allCases.map(\.rawValue)),
    ("kind", SpendingKind.allCases.map(\.rawValue)),
    ("method", MethodName.allCases.map(\.rawValue) + ["rate", "ratio", "fixed", "base"]),
    ("source", ["rate", "ratio", "standard", "evidence", "regression", "adjustment", "event"]),
    ("step", Step.allCases.map(\.rawValue)),
    ("step", StaffingStep.order.map(\.word) + ["total"]),
    ("basis", Basis.allCases.map(\.rawValue) + ["costing", "reference", "share"]),
    ("starts_from", ["estimate", "budget", "previous_outturn", "last_value"]),
    ("status", statuses.map(\.description)), ("used", ["yes", "no"]),
    ("indicator", ["PI-2.1 unit", "PI-2.1 class", "PI-2.1 item"]),
    ("inputs", ["outturn 12.00, budget 10.00, heads 3", "charged 1.00, budget 2.00", "M1 D C A"]),
  ]

  @Test("are there for every code, in both languages")
  func everyCode() throws {
    for (column, codes) in Self.codes {
      for code in codes {
        let words = try #require(CodeWording.words(code, of: column), "\(column) \(code)")
        #expect(words.zh != code, "\(column) \(code)")
        #expect(!words.zh.contains(/[a-z]{3,}/) || words.zh.contains("Theta"), "\(words)")
        #expect(!words.en.contains("_") && !words.en.contains(/\p{Han}/), "\(words)")
      }
    }
  }

  @Test("leave the codes of data alone")
  func data() {
    #expect(CodeWording.words("budget", of: "unit") == nil)
    #expect(CodeWording.words("A-12", of: "stage") == nil)
    #expect(CodeWording.words("accounts.csv:12", of: "source") == nil)
    #expect(CodeWording.words("PI-1.1", of: "indicator") == nil)
    #expect(Cell.text("A-12").spelt(of: "stage", .english) == .text("A-12"))
    #expect(Cell.integer(3).spelt(of: "stage", .english) == .integer(3))
  }

  @Test("tell a status with its note, and keep a note that is none of ours")
  func notes() {
    #expect(CodeWording.words("short:assumed", of: "status")?.zh == "历史较短（误差为假定）")
    #expect(CodeWording.words("pooled:x", of: "status")?.en == "Pooled (x)")
  }

  @Test("tell what an indicator is computed from, number by number")
  func inputs() {
    let words = CodeWording.words("outturn 12.00, budget 10.00, heads 3", of: "inputs")
    #expect(words?.zh == "决算 12.00，年初预算 10.00，分项数 3")
    #expect(words?.en == "outturn 12.00, budget 10.00, heads: 3")
    #expect(CodeWording.words("outturn 12.00, 3", of: "inputs") == nil)
  }
}
