/// The records of a delimited text (RFC 4180), one at a time, read in blocks.
///
/// Fields are places in a buffer; a `String` is made only for what is kept or complained about.
struct DelimitedText {
  private var blocks: TextBlocks
  private(set) var buffer: [UInt8] = []
  private(set) var fields: [RecordScanner.Field] = []
  /// The line on which the record begins, from 1.
  private(set) var line = 1
  private var nextLine = 1
  private var start = 0
  private var next = 0
  var delimiter: UInt8

  var name: String { blocks.name }
  var encoding: TextEncoding { blocks.encoding }

  /// A note where the text that was read is hardly of the encoding.
  var doubt: ReadingNote? {
    blocks.doubt.likely.map { ReadingNote(.doubtfulEncoding(blocks.doubt, $0), at: name) }
  }

  /// - Parameter delimiter: Between fields; nil takes the one of `, ; tab |` that the first line
  ///   has most of.
  init(_ blocks: TextBlocks, delimiter: UInt8?) throws {
    self.blocks = blocks
    self.delimiter = delimiter ?? UInt8(ascii: ",")
    try self.blocks.read(into: &buffer)
    if delimiter == nil { self.delimiter = DelimitedText.likelyDelimiter(buffer) }
  }

  /// Moves to the next record.
  ///
  /// - Returns: False at the end of the text.
  /// - Throws: `SourceError` where a quote is not closed, `MalformedText` where the encoding fails.
  mutating func advance() throws -> Bool {
    start = next
    line = nextLine
    while true {
      if start >= buffer.count {
        if blocks.isAtEnd { return false }
        try refill()
        continue
      }
      fields.removeAll(keepingCapacity: true)
      var newlines = 0
      let outcome = RecordScanner.scan(
        buffer, from: start, delimiter: delimiter, isLast: blocks.isAtEnd, fields: &fields,
        newlines: &newlines)
      switch outcome {
      case .record(let place):
        next = place
        nextLine = line + newlines
        return true
      case .needsMore:
        try refill()
      case .unclosedQuote(let place):
        throw error("a quote is opened and never closed; close it, or double it inside", at: place)
      case .textAfterQuote(let place):
        throw error(
          "text follows a closing quote; write quotes inside a quoted field twice", at: place)
      }
    }
  }

  /// Drops what is behind and reads on. The block doubles with the record, so that one long
  /// record is not scanned from its start again and again.
  private mutating func refill() throws {
    buffer.removeFirst(start)
    start = 0
    let needed = max(buffer.count, 1)
    let before = buffer.count
    repeat {
      try blocks.read(into: &buffer)
    } while buffer.count - before < needed && !blocks.isAtEnd
  }

  /// Whether the record is an empty line or has only blank fields.
  var isBlank: Bool { fields.allSatisfy { isBlank($0) } }

  func isBlank(_ field: RecordScanner.Field) -> Bool {
    buffer[field.start..<field.end].allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
    }
  }

  func text(_ field: RecordScanner.Field) -> String { whole.text(field) }

  func text(_ index: Int) -> String { text(fields[index]) }

  /// `3 fields`
  var fieldCount: String { fields.count == 1 ? "1 field" : "\(fields.count) fields" }

  var texts: [String] { fields.map(text) }

  /// An error at a field of the record, or at a character of the field's text.
  func error(_ message: String, field index: Int, character: Int = 0) -> SourceError {
    whole.error(message, field: index, character: character)
  }

  func error(_ message: String, at place: Int) -> SourceError { whole.error(message, at: place) }

  /// The record within all that is read of the text.
  private var whole: TextRecord {
    TextRecord(file: name, line: line, buffer: buffer, start: start, fields: fields)
  }

  /// The record as it is written, with the end of its line.
  var recordBytes: ArraySlice<UInt8> { buffer[start..<next] }

  /// The candidate that the first lines have most often and equally often: a title above the
  /// headings may have others.
  private static func likelyDelimiter(_ buffer: [UInt8]) -> UInt8 {
    let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: Unicode.Scalar($0)!) }
    var lines = [[0, 0, 0, 0]]
    var isQuoted = false
    for byte in buffer.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if let index = candidates.firstIndex(of: byte) { lines[lines.count - 1][index] += 1 }
      guard byte == UInt8(ascii: "\n") else { continue }
      if lines.count == mostLinesLookedAt { break }
      lines.append([0, 0, 0, 0])
    }
    let scores = candidates.indices.map { candidate in
      Dictionary(grouping: lines.map { $0[candidate] }) { $0 }.reduce(0) {
        max($0, $1.key * $1.value.count)
      }
    }
    return candidates[scores.firstIndex(of: scores.max()!)!]
  }

  private static let mostLinesLookedAt = 30
}

extension String {
  func replacingDoubledQuotes() -> String {
    var result = ""
    var pending = false
    for character in self {
      if character == "\"" && pending {
        pending = false
        continue
      }
      pending = character == "\""
      result.append(character)
    }
    return result
  }
}
