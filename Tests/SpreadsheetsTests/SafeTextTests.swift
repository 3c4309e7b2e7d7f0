import Testing

@testable import Spreadsheets

@Suite("Text for a cell")
struct SafeTextTests {
  @Test(
    "stays as it is, whatever it begins with", arguments: ["=1+1", "+2", "-3", "@A1", "", "单位"])
  func kept(text: String) {
    #expect(SafeText.cell(text) == text)
  }

  @Test("has a replacement for what XML cannot hold")
  func controls() {
    #expect(SafeText.cell("a\u{0}b\u{1B}c\u{FFFE}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
  }

  @Test("keeps its line ends as one character each")
  func lineEnds() {
    #expect(SafeText.cell("a\r\nb\rc\nd\te") == "a\nb\nc\nd\te")
  }

  @Test("keeps what looks like an escape from being read as one")
  func escapes() {
    #expect(SafeText.cell("_x0041_") == "_x005F_x0041_")
    #expect(SafeText.cell("_x00_ a_b") == "_x00_ a_b")
  }

  @Test("ends in an ellipsis beyond 32,767 UTF-16 units, and never inside a character")
  func long() {
    let exact = String(repeating: "a", count: 32_767)
    #expect(SafeText.cell(exact) == exact)
    let cut = SafeText.cell(String(repeating: "😀", count: 20_000))
    #expect(cut.utf16.count == 32_767)
    #expect(cut.hasSuffix("😀…"))
  }

  @Test("in a page's header doubles the sign that begins a command")
  func pages() {
    #expect(SafeText.pagePart("R&D\nnext", to: 99) == "R&&D next")
  }
}
