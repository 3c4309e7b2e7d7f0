// What is said of text that was read as GB18030 and is hardly that.

extension ReadingNote {
  static let doubtfulEncoding = "doubtful_encoding"

  static func doubtfulEncoding(
    _ doubt: EncodingDoubt, _ likely: EncodingDoubt.Likely, _ file: String
  ) -> Sentences {
    let convert = "iconv -f \(likely.rawValue) -t UTF-8 \(file.shellWord)"
    switch likely {
    case .windows1252:
      return (
        "不是 UTF-8，按 GB18030 读取，但 \(doubt.pairs) 个汉字中有 \(doubt.alone) 个单独夹在拉丁字母之间，很可能是 "
          + "Windows-1252 或 ISO 8859-1；请先转码：\(convert)",
        "it is not UTF-8 and was read as GB18030, but \(doubt.alone) of its \(doubt.pairs) Chinese "
          + "characters stand alone inside Latin words, as where a file is Windows-1252 or ISO "
          + "8859-1; convert it first: \(convert)"
      )
    case .big5:
      return (
        "不是 UTF-8，按 GB18030 读取，但 \(doubt.pairs) 个字符中有 \(doubt.foreign) 个不是汉字（假名、希腊或俄文字母、"
          + "注音、制表符、自定义字符），很可能是 Big5；请先转码：\(convert)",
        "it is not UTF-8 and was read as GB18030, but \(doubt.foreign) of its \(doubt.pairs) "
          + "characters are no Chinese ones (kana, Greek or Cyrillic letters, line drawing, private "
          + "characters), as where a file is Big5; convert it first: \(convert)"
      )
    }
  }
}
