import Testing

@testable import Analytics

/// Bytes by hand of Python's codecs.
@Suite("A text read as GB18030")
struct EncodingDoubtTests {
  private func doubt(_ bytes: [UInt8]) -> EncodingDoubt {
    var doubt = EncodingDoubt()
    doubt.read(bytes)
    doubt.read([0x0a])
    return doubt
  }

  private func bytes(_ latin: String) -> [UInt8] {
    latin.unicodeScalars.map { UInt8($0.value) }
  }

  @Test(
    "is Windows-1252 where characters stand alone inside words",
    arguments: ["Zürich", "Über", "SÃO Paulo", "Ação", "Curaçao, Hôtel", "Fußball"])
  func latin(text: String) { #expect(doubt(bytes(text)).likely == .windows1252) }

  @Test("is Big5 where many characters are none of Chinese text")
  func big5() {
    // 一般行政 第一預備金 中央政府總預算 in Big5.
    let text: [UInt8] = [
      0xa4, 0x40, 0xaf, 0xeb, 0xa6, 0xe6, 0xac, 0x46, 0x0a, 0xb2, 0xc4, 0xa4, 0x40, 0xb9, 0x77,
      0xb3, 0xc6, 0xaa, 0xf7, 0x0a, 0xa4, 0xa4, 0xa5, 0xa1, 0xac, 0x46, 0xa9, 0xb2, 0xc1, 0x60,
      0xb9, 0x77, 0xba, 0xe2,
    ]
    let found = doubt(text)
    #expect(found.pairs == 16 && found.likely == .big5)
  }

  @Test("is what it says where it is Chinese, with letters beside characters too")
  func chinese() {
    // A区,B座,T恤 and 二〇二三年决算 in GB18030.
    let mixed: [UInt8] = [
      0x41, 0xc7, 0xf8, 0x2c, 0x42, 0xd7, 0xf9, 0x2c, 0x54, 0xd0, 0xf4, 0x2c, 0xb6, 0xfe, 0xa9,
      0x96, 0xb6, 0xfe, 0xc8, 0xfd, 0xc4, 0xea, 0xbe, 0xf6, 0xcb, 0xe3,
    ]
    // 決算數 總預算, traditional, in GB18030.
    let traditional: [UInt8] = [
      0x9b, 0x51, 0xcb, 0xe3, 0x94, 0xb5, 0x0a, 0xbf, 0x82, 0xee, 0x41, 0xcb, 0xe3,
    ]
    #expect(doubt(mixed).pairs == 10 && doubt(mixed).likely == nil)
    #expect(doubt(traditional).likely == nil)
    #expect(doubt(bytes("plain,text\n")).likely == nil)
  }

  @Test("has characters of four bytes, which count for neither")
  func fourBytes() {
    // 㐂, U+3402, between letters.
    let found = doubt([0x41, 0x81, 0x39, 0xef, 0x31, 0x42, 0xd6, 0xd0])
    #expect(found.pairs == 1 && found.likely == nil)
  }

  @Test("is the same from one block or from many")
  func blocks() {
    let text = bytes("Zürich,Ação,Über")
    var single = EncodingDoubt()
    for byte in text { single.read([byte]) }
    single.read([0x0a])
    #expect(single.alone == doubt(text).alone && single.pairs == doubt(text).pairs)
  }

  @Test("is doubted in a finding, as in docs/checks/doubtful_encoding.md")
  func finding() throws {
    let file = try LoneFile(bytes: bytes("year,unit,outturn\n2023,Zürich,5\n"))
    #expect(
      file.notes == [
        "doubtful_encoding: it is not UTF-8 and was read as GB18030, but 1 of its 1 Chinese "
          + "characters stand alone inside Latin words, as where a file is Windows-1252 or ISO "
          + "8859-1; convert it first: iconv -f WINDOWS-1252 -t UTF-8 a.csv"
      ])
    #expect(try LoneFile("year,unit,outturn\n2023,Zürich,5\n").notes.isEmpty)
  }
}
