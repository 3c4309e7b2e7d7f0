import Analytics
import Forecast
import Testing

@testable import Reports

@Suite("The words of a page")
struct PageWordingTests {
  @Test("name every code that tables have, in both languages")
  func codes() throws {
    let codes: [(String, [String])] = [
      ("severity", Finding.Severity.allCases.map(\.rawValue)),
      ("level", Level.allCases.map(\.rawValue)), ("stage", Stage.allCases.map(\.rawValue)),
      ("method", MethodName.allCases.map(\.rawValue)),
      ("step", Step.allCases.map(\.rawValue)),
    ]
    for (column, values) in codes {
      for value in values {
        let words = try #require(PageWording.value(value, of: column), "\(column) \(value)")
        #expect(!words.zh.isEmpty && !words.en.isEmpty)
        #expect(!words.en.contains { $0.isChinese }, "\(words)")
      }
    }
  }

  @Test("leave the codes of data alone")
  func data() {
    #expect(PageWording.value("budget", of: "unit") == nil)
    #expect(PageWording.value("A-12", of: "stage") == nil)
    #expect(PageWording.value("short:assumed", of: "status")?.zh == "历史较短（误差为假定）")
    #expect(PageWording.value("pooled:x", of: "status")?.en == "Pooled (x)")
  }

  @Test("are in English where they are meant to be")
  func languages() {
    let all =
      PageWording.method + PageWording.terms.flatMap { [$0.term, $0.meaning] }
      + PageWording.finalAccountsFigures(hasReceiptsTotal: true, isAllAppropriation: true)
      + PageWording.finalAccountsFigures(hasReceiptsTotal: false, isAllAppropriation: false)
    for words in all {
      #expect(words.zh.contains { $0.isChinese }, "\(words)")
      #expect(!words.en.contains { $0.isChinese } && !words.en.isEmpty, "\(words)")
    }
  }
}

extension Character {
  fileprivate var isChinese: Bool {
    unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
