import Analytics
import Forecast
import Testing

@testable import Reports

@Suite("What a draft's forecast rests on")
struct DraftNoteWordingTests {
  private static let statuses: [Status] =
    [
      .pooled, .pooledPrior, .local, .short, .shortAssumed, .pooledAssumed, .constant, .allZero,
      .ended, .late, .staffing, .projectEnded, .fixed, .ceiling, .sum,
    ]
    + [.reorganised, .rolledOver, .partYear].map { Status.pooledAfter($0) }
    + [.insideRest, .anchorErrsLess, .forced].map { Status.fallback($0) }

  @Test("is said in words of both languages, never by a code", arguments: statuses)
  func words(status: Status) {
    let words = DraftNote.status(status).words
    #expect(words.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(words.en.allSatisfy { $0.isASCII } && words.en.contains(" "))
    #expect(!words.zh.contains { $0.isASCII && $0.isLetter }, "\(words)")
    #expect(!words.en.contains("_") && !words.en.contains(":"), "\(words)")
  }

  @Test("says what is assumed")
  func assumed() {
    #expect(Status.shortAssumed.words.zh == "自身仅有一年数据，按同类科目推算，预测区间为假定")
    #expect(
      Status.shortAssumed.words.en
        == "one year of its own only; projected from similar lines; the interval is assumed")
  }

  @Test(
    "says that a line without a budget so far has no figure, and what there is to start from",
    arguments: [false, true])
  func noBudget(isMiddle: Bool) {
    let amount = PrintedNumber(mantissa: 355, decimals: 2)
    let words = DraftNote.noBudget(recurring: amount, isMiddle: isMiddle).words
    #expect(words.zh.contains("无测算数和模型参考") && words.zh.contains("后为3.55"))
    #expect(words.zh.contains("中值") == isMiddle)
    #expect(words.en.contains("neither costing nor reference") && words.en.contains("is 3.55"))
    #expect(words.en.contains("middle") == isMiddle)
  }
}
