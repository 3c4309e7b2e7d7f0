import Analytics
import Testing

@testable import Reports

@Suite("Markup")
struct MarkupTests {
  private func html(_ language: Language? = nil, _ write: (inout Markup) -> Void) -> String {
    var markup = Markup(language: language)
    write(&markup)
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test(
    "lets no text become a tag, an attribute or the end of a script",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\" onload=\"alert(1)", "&quot; onload=&quot;alert(1)"),
      ("' onload='x", "&#39; onload=&#39;x"),
      ("]]>", "]]&gt;"), ("&amp;", "&amp;amp;"), ("<!-- -->", "&lt;!-- --&gt;"),
      ("a\u{0}b", "a\\u{0}b"), ("a\nb\tc", "a\\nb\\tc"), ("\u{1B}[31m", "\\u{1B}[31m"),
      ("\u{202E}txt", "\\u{202E}txt"), ("\u{FFFE}（\u{FFFF}", "\u{FFFD}（\u{FFFD}"),
      ("政府办公厅（室）", "政府办公厅（室）"),
    ])
  func escapes(text: String, shown: String) {
    #expect(html { $0.element("td", text: text) } == "<td>\(shown)</td>")
    #expect(html { $0.empty("a", ["title": text]) } == "<a title=\"\(shown)\"/>")
  }

  @Test("leaves out attributes without a value")
  func attributes() {
    #expect(html { $0.open("td", ["class": nil, "id": "a"]) } == "<td id=\"a\">")
  }

  @Test("holds words in both languages, in one, or once where they are the same")
  func words() {
    let words = Bilingual(zh: "决算", en: "Outturn")
    #expect(
      html { $0.words(words) }
        == "<span lang=\"zh-Hans\">决算</span><span lang=\"en\">Outturn</span>")
    #expect(html(.english) { $0.words(words) } == "Outturn")
    #expect(html { $0.words(Bilingual(both: "a<b")) } == "a&lt;b")
  }
}
