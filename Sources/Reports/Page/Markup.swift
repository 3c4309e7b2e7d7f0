import Analytics

/// HTML or SVG while it is being written.
///
/// Tags and the names of attributes are literals of this program. Every other text is escaped
/// here, and nowhere else: no name, code or message of a dataset can become a tag.
struct Markup {
  /// Attributes without a value are left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  private(set) var bytes: [UInt8] = []
  /// Nil where words stand in both languages and the page's style shows one of them.
  let language: Language?

  init(language: Language?) { self.language = language }

  mutating func open(_ tag: StaticString, _ attributes: Attributes = [:]) {
    begin(tag, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ tag: StaticString) {
    bytes += [UInt8(ascii: "<"), UInt8(ascii: "/")]
    write(tag)
    bytes.append(UInt8(ascii: ">"))
  }

  /// A tag without content, in the spelling that HTML and XML share.
  mutating func empty(_ tag: StaticString, _ attributes: Attributes = [:]) {
    begin(tag, attributes)
    bytes += [UInt8(ascii: "/"), UInt8(ascii: ">")]
  }

  mutating func element(
    _ tag: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], words: Bilingual) {
    element(tag, attributes) { $0.words(words) }
  }

  mutating func text(_ text: String) { escape(text) }

  /// Words of this program, in the language of the page or in both.
  mutating func words(_ words: Bilingual) {
    if let language {
      text(words[language])
    } else if words.zh == words.en {
      text(words.zh)
    } else {
      element("span", ["lang": "zh-Hans"], text: words.zh)
      element("span", ["lang": "en"], text: words.en)
    }
  }

  /// What this program itself ships: a style sheet, a script, a finished drawing.
  mutating func trusted(_ bytes: [UInt8]) { self.bytes += bytes }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func begin(_ tag: StaticString, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    write(tag)
    for case (let name, let value?) in attributes {
      bytes.append(UInt8(ascii: " "))
      write(name)
      bytes += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func write(_ literal: StaticString) {
    bytes.append(contentsOf: literal.description.utf8)
  }

  private mutating func escape(_ text: String) {
    guard text.needsCare else { return bytes.append(contentsOf: text.utf8) }
    for byte in text.withVisibleControls.withoutNoncharacters.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension String {
  /// Whether some of it may be escaped: most texts are asked once, and then copied.
  fileprivate var needsCare: Bool {
    let bytes = utf8Span.span
    for place in bytes.indices {
      let byte = bytes[place]
      if byte.isMarkup || byte.maySteerOutput || byte == beginsNoncharacters { return true }
    }
    return false
  }

  /// XML has no place for U+FFFE and U+FFFF; they become the replacement character.
  fileprivate var withoutNoncharacters: String {
    guard utf8.contains(beginsNoncharacters),
      unicodeScalars.contains(where: { $0.isForbiddenInXML })
    else { return self }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars { clean.append(scalar.isForbiddenInXML ? "\u{FFFD}" : scalar) }
    return String(clean)
  }
}

/// The first byte of U+FFFE and U+FFFF, and of many others.
private let beginsNoncharacters: UTF8.CodeUnit = 0xEF

extension UTF8.CodeUnit {
  fileprivate var isMarkup: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isForbiddenInXML: Bool { value == 0xFFFE || value == 0xFFFF }
}
