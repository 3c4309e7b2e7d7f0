import Analytics
import Testing

@testable import Reports

@Suite("JSON")
struct JSONFormatTests {
  @Test("is an array with an object a line, and keeps the digits that are printed")
  func plain() {
    let table = amounts([("101", 2023, cents(88_480)), (nil, nil, cents(-5))])
    #expect(
      JSONFormat().text(of: table) == """
        [
        {"unit":"101","year":2023,"amount":884.80},
        {"unit":null,"year":null,"amount":-0.05}
        ]

        """)
  }

  @Test("without rows is an empty array")
  func empty() {
    #expect(JSONFormat().text(of: texts()) == "[]\n")
  }

  @Test(
    "escapes what a string must not hold, and nothing else",
    arguments: [
      ("决算/数", "决算/数"),
      ("say \"no\"", #"say \"no\""#),
      (#"a\b"#, #"a\\b"#),
      ("a\nb\rc\td", #"a\nb\rc\td"#),
      ("\u{0}\u{1B}[31m\u{7F}", #"\u0000\u001B[31m\u007F"#),
      ("\u{2028}🏛️", "\u{2028}🏛️"),
    ])
  func escapes(text: String, escaped: String) {
    #expect(JSONFormat().text(of: texts(text)) == "[\n{\"text\":\"\(escaped)\"}\n]\n")
  }

  @Test("of a nested value is indented by two, with members in the order given")
  func nested() {
    let value = JSONValue.object([
      ("z", .array([.number(cents(150)), .null, .bool(true)])),
      ("a", .object([])),
      ("e", .array([])),
    ])
    #expect(
      value.text == """
        {
          "z": [
            1.50,
            null,
            true
          ],
          "a": {},
          "e": []
        }

        """)
  }
}
