/// A source as UTF-8 text, block by block, whatever encoding it is written in.
struct TextBlocks {
  static let blockSize = 1 << 20

  private var source: any ByteSource
  let encoding: TextEncoding
  private var transcoder: Transcoder?
  /// Of what was read as GB18030.
  private(set) var doubt = EncodingDoubt()
  private var raw: [UInt8] = []
  /// Bytes of a character that the last block cut off.
  private var cut: [UInt8] = []
  private var offset = 0
  private(set) var isAtEnd = false

  var name: String { source.name }

  /// The same text from its start.
  func again() throws -> TextBlocks {
    try TextBlocks(source, fallback: encoding == .gb18030)
  }

  /// Begins a source in its encoding: the one its byte order mark names, else UTF-8.
  ///
  /// - Parameter fallback: Read as GB18030, because strict UTF-8 has failed.
  init(_ source: any ByteSource, fallback: Bool = false) throws {
    self.source = source
    try self.source.rewind()
    var head: [UInt8] = []
    while head.count < 3, try self.source.read(TextBlocks.blockSize, into: &head) > 0 {}
    let mark = TextEncoding.mark(head[...])
    encoding = mark?.encoding ?? (fallback ? .gb18030 : .utf8)
    head.removeFirst(mark?.length ?? 0)
    offset = mark?.length ?? 0
    raw = head
    if encoding != .utf8 && encoding != .utf8WithMark { transcoder = Transcoder(from: encoding) }
  }

  /// Appends the next block of UTF-8.
  ///
  /// - Throws: `MalformedText` where the bytes are not of the encoding.
  mutating func read(into buffer: inout [UInt8]) throws {
    guard !isAtEnd else { return }
    if raw.isEmpty { isAtEnd = try source.read(TextBlocks.blockSize, into: &raw) == 0 }
    defer { raw.removeAll(keepingCapacity: true) }
    if let transcoder {
      if encoding == .gb18030 { doubt.read(raw) }
      do {
        try transcoder.transcode(raw, isLast: isAtEnd, into: &buffer)
      } catch let malformed as MalformedText {
        throw MalformedText(offset: offset + malformed.offset)  // the mark was taken off
      }
      return
    }
    let start = buffer.count
    buffer.append(contentsOf: cut)
    buffer.append(contentsOf: raw)
    let (valid, isCut) = UTF8Check.validPrefix(buffer, start..<buffer.count)
    let complete = start + valid == buffer.count
    guard complete || (isCut && !isAtEnd) else { throw MalformedText(offset: offset + valid) }
    cut = Array(buffer[(start + valid)...])
    buffer.removeLast(cut.count)
    offset += valid
  }
}
