/// Bytes that the encoding does not have, with their place in the source, counted from 0.
struct MalformedText: Error {
  let offset: Int
}

/// Runs a reader on strict UTF-8, or what a byte order mark says; where there is no mark and UTF-8
/// fails, on GB18030.
///
/// - Throws: `SourceErrors`, and what the source throws.
func withFallbackEncoding<Result>(
  _ source: any ByteSource, _ read: (TextBlocks) throws -> Result
) throws -> Result {
  do {
    let blocks = try TextBlocks(source)
    do {
      return try read(blocks)
    } catch let first as MalformedText {
      guard blocks.encoding == .utf8 else { throw try first.error(in: source, blocks.encoding) }
      do {
        return try read(TextBlocks(source, fallback: true))
      } catch is MalformedText {
        throw try first.error(in: source, .utf8)
      }
    }
  } catch let error as SourceError {
    throw SourceErrors(error)
  }
}

extension MalformedText {
  /// The error at the line in which the bytes stand, with what can be read of it.
  fileprivate func error(
    in source: any ByteSource, _ encoding: TextEncoding
  ) throws -> SourceError {
    let message =
      encoding == .utf8
      ? "byte \(offset + 1) of the file is neither UTF-8 nor GB18030 text; save the file as UTF-8, or "
        + "convert it: iconv -f WINDOWS-1252 -t UTF-8, if that is what it is"
      : "byte \(offset + 1) of the file is not \(encoding.plainName), which the byte order mark at "
        + "its start promises; save the file as UTF-8"
    let (line, before, after) = try surroundings(in: source, unit: encoding.bytesPerUnit)
    let start = encoding.repairing(before)
    return SourceError(
      message, at: SourcePosition(file: source.name, line: line, column: start.count + 1),
      excerpt: start + encoding.repairing(after))
  }

  /// The number of the line, and its bytes before and after the place.
  private func surroundings(
    in source: any ByteSource, unit: Int
  ) throws -> (line: Int, before: [UInt8], after: [UInt8]) {
    var source = source
    try source.rewind()
    var bytes: [UInt8] = []
    var (line, dropped, next) = (1, 0, 0)
    let isEnd = { (at: Int) in
      let sign = bytes[at..<(at + unit)].max()!
      let follower = bytes[(at + unit)..<(at + 2 * unit)].max()!
      return sign == UInt8(ascii: "\n")
        || (sign == UInt8(ascii: "\r") && follower != UInt8(ascii: "\n"))
    }
    while dropped + bytes.count < offset + 400, try source.read(1 << 20, into: &bytes) > 0 {
      var start = 0
      while next + 2 * unit <= bytes.count && dropped + next + unit <= offset {
        if isEnd(next) { (line, start) = (line + 1, next + unit) }
        next += unit
      }
      bytes.removeFirst(start)
      (dropped, next) = (dropped + start, next - start)
    }
    let place = min(offset - dropped, bytes.count)
    let end = bytes[place...].firstIndex { [0x0a, 0x0d].contains($0) } ?? bytes.count
    return (line, Array(bytes[..<place]), Array(bytes[place..<min(end, place + 200)]))
  }
}

extension TextEncoding {
  fileprivate var plainName: String { self == .utf8WithMark ? "UTF-8" : rawValue }

  fileprivate var bytesPerUnit: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    default: 1
    }
  }

  /// Text for an error's excerpt, with U+FFFD where there is none.
  fileprivate func repairing(_ bytes: [UInt8]) -> String {
    let text: String
    if bytesPerUnit == 1 {
      text = String(decoding: bytes, as: UTF8.self)
    } else {
      let high = self == .utf16BigEndian ? 0 : 1
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
      }
      text = String(decoding: units, as: UTF16.self)
    }
    return text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text
  }
}
