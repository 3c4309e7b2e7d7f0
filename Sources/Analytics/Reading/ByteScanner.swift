import Glibc

// The one room of this target where pointers are used: what every byte of a source goes through.

/// Finds where strict UTF-8 ends.
enum UTF8Check {
  /// The length of the longest part of `bytes[range]` from its start that is whole, valid UTF-8.
  ///
  /// Overlong forms, surrogates and scalars beyond U+10FFFF are not valid. A character that the
  /// range cuts off is not counted: the next block completes it.
  static func validPrefix(_ bytes: [UInt8], _ range: Range<Int>) -> (length: Int, isCut: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var at = range.lowerBound
      let end = range.upperBound
      while at < end {
        if end - at >= 8 {
          let word = UnsafeRawPointer(buffer.baseAddress! + at).loadUnaligned(as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            at += 8
            continue
          }
        }
        let length = characterLength(buffer, at, end)
        if length <= 0 { return (at - range.lowerBound, length < 0) }
        at += length
      }
      return (at - range.lowerBound, false)
    }
  }

  /// The length of the character at a place; 0 if there is none, −1 if the range cuts it off.
  private static func characterLength(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> Int {
    let lead = bytes[at]
    if lead < 0x80 { return 1 }
    let (length, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xc2...0xdf: (length, low, high) = (2, 0x80, 0xbf)
    case 0xe0: (length, low, high) = (3, 0xa0, 0xbf)
    case 0xed: (length, low, high) = (3, 0x80, 0x9f)
    case 0xe1...0xef: (length, low, high) = (3, 0x80, 0xbf)
    case 0xf0: (length, low, high) = (4, 0x90, 0xbf)
    case 0xf4: (length, low, high) = (4, 0x80, 0x8f)
    case 0xf1...0xf3: (length, low, high) = (4, 0x80, 0xbf)
    default: return 0
    }
    if at + 1 < end && !(low...high).contains(bytes[at + 1]) { return 0 }
    for offset in 2..<max(2, length) where at + offset < end {
      if bytes[at + offset] & 0xc0 != 0x80 { return 0 }
    }
    return at + length <= end ? length : -1
  }
}

/// Turns text of another encoding into UTF-8, block by block, by glibc's iconv.
final class Transcoder {
  private let handle: iconv_t
  private var pending: [UInt8] = []
  private var consumed = 0

  /// - Parameter encoding: `UTF-16LE`, `UTF-16BE` or `GB18030`.
  init(from encoding: TextEncoding) {
    handle = iconv_open("UTF-8", encoding.rawValue)
    precondition(handle != iconv_t(bitPattern: -1), "iconv does not know \(encoding.rawValue)")
  }

  deinit { iconv_close(handle) }

  /// Appends a block in UTF-8; a character cut off at its end waits for the next.
  func transcode(_ block: [UInt8], isLast: Bool, into output: inout [UInt8]) throws {
    pending.append(contentsOf: block)
    var done = 0
    while done < pending.count {
      let (read, problem) = step(from: done, into: &output)
      done += read
      if problem == E2BIG { continue }
      if problem == EINVAL && !isLast { break }
      if problem != 0 { throw MalformedText(offset: consumed + done) }
    }
    consumed += done
    pending.removeFirst(done)
  }

  /// One call of iconv: how many bytes it read, and its errno or 0.
  private func step(from start: Int, into output: inout [UInt8]) -> (read: Int, problem: Int32) {
    var room = [CChar](repeating: 0, count: 1 << 16)
    var problem: Int32 = 0
    var left = pending.count - start
    var space = room.count
    pending.withUnsafeMutableBytes { input in
      room.withUnsafeMutableBufferPointer { target in
        var from: UnsafeMutablePointer<CChar>? =
          input.baseAddress!.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = target.baseAddress
        let result = iconv(handle, &from, &left, &to, &space)
        problem = Int(bitPattern: UInt(bitPattern: result)) == -1 ? errno : 0
      }
    }
    output.append(contentsOf: room[..<(room.count - space)].map { UInt8(bitPattern: $0) })
    return (pending.count - start - left, problem)
  }
}

/// Splits a buffer of delimited text into the fields of one record at a time.
enum RecordScanner {
  /// A field's bytes within the buffer, without its quotes.
  struct Field {
    var start: Int
    var end: Int
    var isQuoted: Bool
    /// Whether quotes inside are written twice.
    var hasDoubledQuotes: Bool
  }

  enum Outcome {
    /// A record ended; the next begins at the given place.
    case record(next: Int)
    /// The buffer ended inside a record: more bytes are needed.
    case needsMore
    /// A quote opened at the given place is not closed, or text follows a closing quote.
    case unclosedQuote(at: Int)
    case textAfterQuote(at: Int)
  }

  /// Scans the record that begins at `start` (RFC 4180; line ends LF, CRLF or CR).
  ///
  /// - Parameters:
  ///   - isLast: Whether the buffer's end is the end of the text.
  ///   - newlines: Is raised by the line ends within the record and at its end.
  static func scan(
    _ buffer: [UInt8], from start: Int, delimiter: UInt8, isLast: Bool,
    fields: inout [Field], newlines: inout Int
  ) -> Outcome {
    buffer.withUnsafeBufferPointer { bytes in
      var scan = Scan(bytes: bytes, delimiter: delimiter, isLast: isLast, at: start)
      return scan.record(&fields, &newlines)
    }
  }

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    let delimiter: UInt8
    let isLast: Bool
    var at: Int

    private static let quote = UInt8(ascii: "\"")
    private static let lf = UInt8(ascii: "\n")
    private static let cr = UInt8(ascii: "\r")

    mutating func record(_ fields: inout [Field], _ newlines: inout Int) -> Outcome {
      while true {
        if at < bytes.count && bytes[at] == Scan.quote {
          if let problem = quotedField(&fields, &newlines) { return problem }
        } else {
          let start = at
          while at < bytes.count {
            let byte = bytes[at]
            if byte == delimiter || byte == Scan.lf || byte == Scan.cr { break }
            at += 1
          }
          fields.append(Field(start: start, end: at, isQuoted: false, hasDoubledQuotes: false))
        }
        guard at < bytes.count else {
          return isLast ? .record(next: at) : .needsMore
        }
        if bytes[at] == delimiter {
          at += 1
          continue
        }
        return lineEnd(&newlines)
      }
    }

    private mutating func lineEnd(_ newlines: inout Int) -> Outcome {
      if bytes[at] == Scan.cr {
        if at + 1 == bytes.count && !isLast { return .needsMore }
        if at + 1 < bytes.count && bytes[at + 1] == Scan.lf { at += 1 }
      }
      newlines += 1
      return .record(next: at + 1)
    }

    private mutating func quotedField(
      _ fields: inout [Field], _ newlines: inout Int
    ) -> Outcome? {
      let open = at
      var doubled = false
      at += 1
      while at < bytes.count {
        let byte = bytes[at]
        if byte == Scan.quote {
          guard at + 1 < bytes.count else { break }
          guard bytes[at + 1] == Scan.quote else { break }
          doubled = true
          at += 2
          continue
        }
        if byte == Scan.lf
          || (byte == Scan.cr && !(at + 1 < bytes.count && bytes[at + 1] == Scan.lf))
        {
          newlines += 1
        }
        at += 1
      }
      guard at < bytes.count else { return isLast ? .unclosedQuote(at: open) : .needsMore }
      if at + 1 == bytes.count && !isLast { return .needsMore }
      fields.append(
        Field(start: open + 1, end: at, isQuoted: true, hasDoubledQuotes: doubled))
      at += 1
      while at < bytes.count && bytes[at] == UInt8(ascii: " ") { at += 1 }
      if at < bytes.count && bytes[at] != delimiter && bytes[at] != Scan.lf && bytes[at] != Scan.cr
      {
        return .textAfterQuote(at: at)
      }
      return nil
    }
  }
}
