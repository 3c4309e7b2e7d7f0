import Testing

@testable import Reports

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "counts the columns of a terminal",
    arguments: [
      ("", 0),
      ("outturn", 7),
      ("决算数", 6),
      ("2023年", 6),
      ("（万元）", 8),
      ("ＡＢ", 4),
      ("ｱ", 1),  // half-width kana
      ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2),  // the syllable 한 of three Jamo
      ("e\u{301}", 1),
      ("か\u{3099}", 2),
      ("a\u{200B}b", 2),  // zero-width space
      ("…—①Ωя", 5),  // ambiguous: one
      ("㉈", 1),
      ("⌚", 2),
      ("🏛", 1),  // drawn as text
      ("🏛\u{FE0F}", 2),
      ("👩\u{200D}💻", 2),
      ("🇨🇳", 2),
      ("👍🏽", 2),
      ("𠀀", 2),
      ("ไทย", 3),
      ("naïve café", 10),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
