import Testing

@testable import Analytics

@Suite("A lone file in any encoding")
struct EncodingTests {
  private let text = "年度,单位,科目,决算数（万元）\n2023,甲局,行政运行,118.33\n"
  private let cells = ["2023 甲局 行政运行 outturn 118.33"]

  /// 年度,单位,科目,决算数（万元） … in GB18030, by hand of Python's codec.
  private let gb18030: [UInt8] = [
    0xc4, 0xea, 0xb6, 0xc8, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xbf, 0xc6, 0xc4, 0xbf, 0x2c,
    0xbe, 0xf6, 0xcb, 0xe3, 0xca, 0xfd, 0xa3, 0xa8, 0xcd, 0xf2, 0xd4, 0xaa, 0xa3, 0xa9, 0x0a,
    0x32, 0x30, 0x32, 0x33, 0x2c, 0xbc, 0xd7, 0xbe, 0xd6, 0x2c, 0xd0, 0xd0, 0xd5, 0xfe, 0xd4,
    0xcb, 0xd0, 0xd0, 0x2c, 0x31, 0x31, 0x38, 0x2e, 0x33, 0x33, 0x0a,
  ]

  private func read(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
    let file = try LoneFile(bytes: bytes)
    #expect(file.cells == cells)
    #expect(file.dataset.amountUnit == .tenThousandYuan)
    #expect(file.dataset.inputs[0].encoding == encoding.rawValue)
  }

  @Test("UTF-8") func utf8() throws { try read(Array(text.utf8), .utf8) }

  @Test("UTF-8 with a byte order mark")
  func mark() throws { try read([0xef, 0xbb, 0xbf] + Array(text.utf8), .utf8WithMark) }

  @Test("UTF-16, either end first")
  func utf16() throws {
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    try read([0xff, 0xfe] + little, .utf16LittleEndian)
    try read([0xfe, 0xff] + big, .utf16BigEndian)
  }

  @Test("GB18030") func chinese() throws { try read(gb18030, .gb18030) }

  @Test("line ends LF, CRLF and CR", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    try read(Array(text.replacing("\n", with: end).utf8), .utf8)
  }

  @Test("without an end of its last line")
  func noLastEnd() throws { try read(Array(text.dropLast().utf8), .utf8) }

  @Test("a block that ends inside a character")
  func blocks() throws {
    // 3 bytes a character: among three lengths of the name two cut one in half at 2^20 bytes.
    for length in 349_516...349_518 {
      let name = String(repeating: "甲", count: length)
      let file = try LoneFile("year,unit,outturn\n2023,\(name),1\n2024,\(name),2\n")
      #expect(file.outturns == ["1", "2"])
      #expect(file.dataset.accounts[.unit].codes.count == 1)
    }
  }

  @Test("and says where bytes are of none", arguments: ["\n", "\r\n", "\r"])
  func neither(end: String) {
    let bytes = Array("year,unit,outturn\(end)2023,甲".utf8) + [0xff] + Array("\(end)".utf8)
    #expect {
      try LoneFile(bytes: bytes)
    } throws: {
      ($0 as? SourceErrors)?.errors.first?.position
        == SourcePosition(file: "a.csv", line: 2, column: 7)
    }
  }
}
