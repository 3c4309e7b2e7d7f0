extension String {
  /// The text with every character spelt out that would steer a terminal or reorder a line:
  /// `\n`, `\u{1B}`.
  var withVisibleControls: String {
    guard utf8.contains(where: \.maySteerOutput) else { return self }
    var visible = ""
    for scalar in unicodeScalars {
      if scalar.steersOutput {
        visible += scalar.escape
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }
}

extension UTF8.CodeUnit {
  /// Whether it is, or begins, a character that may: a control, U+0080 and on, U+0600 and on, or
  /// U+2000 and on. Chinese text has none of these but for its quotation marks.
  var maySteerOutput: Bool {
    self < 0x20 || self == 0x7F || self == 0xC2 || self == 0xD8 || self == 0xE2
  }
}

extension Unicode.Scalar {
  fileprivate var steersOutput: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isBidiControl
    }
  }

  fileprivate var escape: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}
