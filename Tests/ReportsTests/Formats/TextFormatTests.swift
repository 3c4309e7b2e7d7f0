import Analytics
import Reports
import Testing

@Suite("Text for a terminal")
struct TextFormatTests {
  @Test("aligns Chinese at two columns a character, and numbers to the right")
  func aligned() {
    let table = amounts([
      ("攀枝花市", 2023, cents(88_480)), ("101", 2024, cents(-5)), (nil, nil, nil),
    ])
    #expect(
      TextFormat(headings: .titles(.chinese)).text(of: table) == """
        单位      年度    金额
        --------  ----  ------
        攀枝花市  2023  884.80
        101       2024   -0.05


        """)
  }

  @Test("leaves out columns that are blank in every row, unless told not to")
  func emptyColumns() {
    let table = amounts([("a", nil, cents(1))])
    #expect(TextFormat().text(of: table) == "unit  amount\n----  ------\na       0.01\n")
    #expect(
      TextFormat(dropEmptyColumns: false).text(of: table) == """
        unit  year  amount
        ----  ----  ------
        a             0.01

        """)
  }

  @Test("without rows has all its headings")
  func empty() {
    #expect(TextFormat().text(of: amounts([])) == "unit  year  amount\n----  ----  ------\n")
  }

  @Test(
    "spells out what would steer a terminal or hide text",
    arguments: [
      ("\u{1B}[2J", #"\u{1B}[2J"#),
      ("a\nb\tc\r\nd", #"a\nb\tc\r\nd"#),
      ("\u{9B}31m", #"\u{9B}31m"#),
      ("\u{7}\u{8}\u{7F}", #"\u{7}\u{8}\u{7F}"#),
      ("a\u{202E}b", #"a\u{202E}b"#),
      ("a\u{2028}b", #"a\u{2028}b"#),
      ("👩\u{200D}💻", "👩\u{200D}💻"),
    ])
  func controls(text: String, shown: String) {
    let lines = TextFormat().text(of: texts(text)).split(separator: "\n")
    #expect(lines.last.map(String.init) == shown)
  }
}
