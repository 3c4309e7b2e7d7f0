import Testing

@testable import Analytics

@Suite("A year")
struct YearTextTests {
  private func read(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return YearText.read(bytes, 0..<bytes.count)?.number
  }

  @Test(
    "is read as tables write it",
    arguments: [
      ("2023", 2023), ("1", 1), ("9999", 9999), ("2023年", 2023), ("2023年度", 2023),
      ("２０２３", 2023), (" 2023 ", 2023), ("2023.0", 2023), ("\u{3000}2023年", 2023),
      ("FY2023", 2023), ("fy 2023", 2023), ("2023 年", 2023), ("2023\u{a0}", 2023),
    ])
  func year(text: String, year: Int) { #expect(read(text) == year) }

  @Test(
    "is nothing else",
    arguments: [
      "", " ", "0", "0000", "10000", "-1", "2023.5", "2023/24", "二〇二三", "年", "2O23", "FY23", "FY",
      "AY2023",
    ])
  func refused(text: String) { #expect(read(text) == nil) }
}
