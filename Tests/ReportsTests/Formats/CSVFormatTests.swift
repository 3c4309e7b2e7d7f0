import Analytics
import Reports
import Testing

@Suite("CSV")
struct CSVFormatTests {
  @Test("is a header and lines that end in LF, blanks empty, numbers as printed")
  func plain() {
    let table = amounts([
      ("101", 2023, cents(88_480)), ("101", nil, cents(-5)), (nil, 987, nil),
      ("102", 2024, PrintedNumber(0)), ("102", 2025, PrintedNumber(mantissa: -7, decimals: 3)),
    ])
    #expect(
      CSVFormat().text(of: table) == """
        unit,year,amount
        101,2023,884.80
        101,,-0.05
        ,987,
        102,2024,0
        102,2025,-0.007

        """)
  }

  @Test("joins the cells that rows share to those of each row")
  func shared() {
    let first: [Cell] = [.text("a,b"), .blank]
    let second: [Cell] = [.text("c"), .integer(2023)]
    let rows = [
      Row(first, [.number(cents(1))]), Row(first, [.blank]), Row(second, [.number(cents(2))]),
      Row(second + [.number(cents(3))]), Row(first + [.blank], []),
    ]
    let table = Table(
      name: "shared", title: Bilingual(zh: "", en: ""), columns: amounts([]).columns, key: [],
      generator: { body in for row in rows { try body(row) } })
    #expect(
      CSVFormat().text(of: table) == """
        unit,year,amount
        "a,b",,0.01
        "a,b",,
        c,2023,0.02
        c,2023,0.03
        "a,b",,

        """)
    #expect(table.rows[3] == second + [.number(cents(3))])
  }

  @Test("of the extremes of 64 bits has all their digits")
  func extremes() {
    let table = amounts([
      ("min", nil, PrintedNumber(mantissa: .min, decimals: 18)),
      ("max", .max, PrintedNumber(mantissa: .max, decimals: 0)),
    ])
    #expect(
      CSVFormat().text(of: table) == """
        unit,year,amount
        min,,-9.223372036854775808
        max,9223372036854775807,9223372036854775807

        """)
  }

  @Test(
    "quotes a text only where it must",
    arguments: [
      ("plain", "plain"),
      ("本级 机关", "本级 机关"),
      ("a;b\tc'd", "a;b\tc'd"),
      ("a,b", "\"a,b\""),
      ("a\"b", "\"a\"\"b\""),
      ("\"", "\"\"\"\""),
      ("a\nb", "\"a\nb\""),
      ("a\rb", "\"a\rb\""),
      ("a\r\nb", "\"a\r\nb\""),
      (" a", "\" a\""),
      ("a ", "\"a \""),
      (" ", "\" \""),
      ("=1+1", "=1+1"),
      ("\u{0}", "\u{0}"),
      ("🏛️", "🏛️"),
    ])
  func quotes(text: String, field: String) {
    #expect(CSVFormat().text(of: texts(text)) == "text\n\(field)\n")
  }

  @Test("keeps the bytes of a code that Unicode would compose")
  func bytes() {
    let code = "e\u{301}"
    #expect(Array(CSVFormat().text(of: texts(code)).utf8) == Array("text\n\(code)\n".utf8))
  }

  @Test("of one blank cell is a pair of quotes, which no reader takes for an empty line")
  func soleBlank() {
    #expect(CSVFormat().text(of: texts("")) == "text\n\"\"\n")
  }

  @Test("without rows is its header")
  func empty() {
    #expect(CSVFormat().text(of: texts()) == "text\n")
  }
}

@Suite("CSV for Excel")
struct CSVFormatWithMarkTests {
  @Test("begins with a byte order mark")
  func mark() {
    let bytes = Array(CSVFormat(bom: true).text(of: texts()).utf8)
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("text\n".utf8))
  }

  @Test(
    "puts an apostrophe before text that would run as a formula",
    arguments: [
      ("=1+1", "'=1+1"),
      ("+86", "'+86"),
      ("-", "'-"),
      ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"),
      ("\r=1", "\"'\r=1\""),
      ("=cmd|' /C calc'!A0,\"x\"", "\"'=cmd|' /C calc'!A0,\"\"x\"\"\""),
      ("a=1", "a=1"),
      ("'", "'"),
    ])
  func formula(text: String, field: String) {
    #expect(CSVFormat(bom: true).text(of: texts(text)) == "\u{FEFF}text\n\(field)\n")
  }

  @Test("leaves negative numbers numbers")
  func numbers() {
    let text = CSVFormat(bom: true).text(of: amounts([("-1", -1, cents(-1))]))
    #expect(text == "\u{FEFF}unit,year,amount\n'-1,-1,-0.01\n")
  }
}

@Suite("Streaming")
struct StreamingTests {
  /// Keeps the sizes of what it is given, and none of the bytes.
  struct Sizes: ByteSink {
    var largest = 0
    var total = 0

    mutating func write(_ bytes: [UInt8]) {
      largest = max(largest, bytes.count)
      total += bytes.count
    }
  }

  let rowCount = 1_000_000

  @Test("a million rows passes them on in chunks of 64 KB and one row")
  func small() throws {
    let rowCount = rowCount
    let table = Table(
      name: "long", title: Bilingual(zh: "", en: ""), columns: texts().columns, key: [],
      generator: { body in for row in 0..<rowCount { try body([.integer(row)]) } })
    var sink = Sizes()
    try CSVFormat().write(table, to: &sink)
    // 10 × 1 digit, 90 × 2, … 900,000 × 6, a line end each, and "text" with its own.
    #expect(sink.total == 5_888_890 + 1_000_000 + 5)
    #expect(sink.largest < 65_536 + 7)
  }

  @Test("passes on the sink's own error, and stops")
  func full() {
    struct DiskFull: Error, Equatable {}
    struct FullDisk: ByteSink {
      mutating func write(_ bytes: [UInt8]) throws { throw DiskFull() }
    }
    var sink = FullDisk()
    #expect(throws: DiskFull()) { try JSONFormat().write(texts("a"), to: &sink) }
  }
}
