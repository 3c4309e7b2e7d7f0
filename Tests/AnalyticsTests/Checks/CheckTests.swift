import Testing

@testable import Analytics

@Suite("The list of checks")
struct CheckTests {
  @Test("names each check once, in small letters")
  func names() {
    let names = Check.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0 == "_" || ($0.isASCII && $0.isLowercase) } })
    for check in Check.all {
      #expect(!check.summary(.chinese).isEmpty && !check.summary(.english).isEmpty)
    }
  }

  @Test("gives no more than so many notes of a rule, the largest, and counts the others")
  func condensed() {
    let notes = (1...100).map {
      Finding(rule: "a", severity: .note, difference: PrintedNumber($0), message: "\($0)")
    }
    let shown = Check.condensed(notes, .english)
    #expect(shown.count == Check.mostAlike + 1)
    #expect(shown[0].message == "100" && shown[Check.mostAlike - 1].message == "61")
    #expect(shown.last?.message == "60 more of the same kind are not listed")
  }

  @Test("keeps every error")
  func errors() {
    let errors = (1...100).map { Finding(rule: "a", severity: .error, message: "\($0)") }
    #expect(Check.condensed(errors, .english) == errors)
  }
}
