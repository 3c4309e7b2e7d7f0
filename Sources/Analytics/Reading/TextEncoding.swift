/// How a source writes its characters. They are tried strictly in this order.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with BOM"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"

  /// What a byte order mark at the start says, and its length.
  static func mark(_ start: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if start.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8WithMark, 3) }
    if start.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
    if start.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
