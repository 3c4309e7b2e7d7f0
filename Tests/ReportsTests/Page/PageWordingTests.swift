import Testing

@testable import Reports

@Suite("The words of a page")
struct PageWordingTests {
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
