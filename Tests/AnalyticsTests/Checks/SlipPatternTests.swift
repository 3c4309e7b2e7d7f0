import Testing

@testable import Analytics

@Suite("A typing slip")
struct SlipPatternTests {
  @Test(
    "is known by what it makes of the right number",
    arguments: [
      (-1250, 1250, SlipPattern.wrongSign), (12_500, 1250, .powerOfTen(1)),
      (25, 2500, .powerOfTen(-2)), (5983, 5938, .swappedDigits), (3752, 39752, .droppedDigit),
      (37752, 3752, .addedDigit),
    ])
  func known(_ printed: Int64, _ right: Int64, _ pattern: SlipPattern) throws {
    let match = try #require(
      SlipPattern.match(printed: printed, range: right...right, likely: right))
    #expect(match.pattern == pattern)
    #expect(match.mended == right)
  }

  @Test("is none where another digit was meant")
  func otherDigit() {
    #expect(SlipPattern.match(printed: 1892, range: 1776...1776, likely: 1776) == nil)
  }

  @Test("of two numbers that roundings leave open is the nearer")
  func nearest() throws {
    // 1334 is the one of 1304, 1314, … that is near enough.
    let match = try #require(SlipPattern.match(printed: 134, range: 1330...1339, likely: 1335))
    #expect(match.pattern == .droppedDigit)
    #expect(match.mended == 1334)
  }

  @Test("is never read into a zero")
  func zero() { #expect(SlipPattern.match(printed: 0, range: 0...10, likely: 5) == nil) }
}
