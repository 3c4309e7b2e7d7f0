/// A record of a delimited text with the bytes it was read from, for errors that point into it.
struct TextRecord {
  let file: String
  /// The line on which the record begins, from 1.
  let line: Int
  let buffer: [UInt8]
  /// Where the record begins in the buffer.
  let start: Int
  let fields: [RecordScanner.Field]

  func text(_ field: RecordScanner.Field) -> String {
    let text = String(decoding: buffer[field.start..<field.end], as: UTF8.self)
    return field.hasDoubledQuotes ? text.replacingDoubledQuotes() : text
  }

  /// An error at a field of the record, or at a character of the field's text.
  func error(_ message: String, field index: Int, character: Int = 0) -> SourceError {
    guard index < fields.count else { return error(message, at: fields.last?.end ?? start) }
    let field = fields[index]
    var before = String(text(field).prefix(character))
    if field.hasDoubledQuotes { before = before.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() }
    return error(message, at: field.start + before.utf8.count)
  }

  func error(_ message: String, at place: Int) -> SourceError {
    let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lineStart = start
    var lineNumber = line
    for at in start..<min(place, buffer.count) {
      let isEnd = buffer[at] == lf || (buffer[at] == cr && buffer[(at + 1)...].first != lf)
      guard isEnd else { continue }
      lineStart = at + 1
      lineNumber += 1
    }
    var lineEnd = lineStart
    while lineEnd < buffer.count, lineEnd < place + 4096, buffer[lineEnd] != lf,
      buffer[lineEnd] != cr
    {
      lineEnd += 1
    }
    let before = String(decoding: buffer[lineStart..<max(lineStart, place)], as: UTF8.self)
    let excerpt = String(decoding: buffer[lineStart..<lineEnd], as: UTF8.self)
    return SourceError(
      message, at: SourcePosition(file: file, line: lineNumber, column: before.count + 1),
      excerpt: excerpt)
  }
}
