import Analytics
import Reports
import Testing

@Suite("Markdown")
struct MarkdownFormatTests {
  @Test("is padded by display width, with numbers to the right")
  func plain() {
    let table = amounts([("攀枝花市", 2023, cents(88_480)), ("a|b", nil, cents(-5))])
    #expect(
      MarkdownFormat(headings: .titles(.chinese)).text(of: table) == """
        | 单位     | 年度 |   金额 |
        | -------- | ---: | -----: |
        | 攀枝花市 | 2023 | 884.80 |
        | a\\|b     |      |  -0.05 |

        """)
  }

  @Test(
    "shows text as it is",
    arguments: [
      ("growth_pct", "growth_pct"),
      ("_a_", #"\_a\_"#),
      ("*a* [b] `c` <i> &lt; ~d~", #"\*a\* \[b\] \`c\` \<i> \&lt; \~d\~"#),
      (#"a\b"#, #"a\\b"#),
      ("a\nb\r\nc", "a<br>b<br>c"),
      ("\u{1B}[0m", #"\u{1B}\[0m"#),
    ])
  func escapes(text: String, shown: String) {
    let lines = MarkdownFormat().text(of: texts(text)).split(separator: "\n")
    #expect(lines.last?.dropFirst(2).prefix(shown.count) == shown[...])
  }

  @Test("gives a narrow column a rule of three dashes")
  func narrow() {
    let table = Table(
      name: "n", title: Bilingual(zh: "", en: ""),
      columns: [Column("n", .integer, title: Bilingual(zh: "数", en: "n"), description: "")],
      key: [], rows: [[.integer(1)]])
    #expect(MarkdownFormat().text(of: table) == "|   n |\n| --: |\n|   1 |\n")
  }
}
