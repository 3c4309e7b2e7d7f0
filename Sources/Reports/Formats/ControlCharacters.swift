extension String {
  /// The text with every character spelt out that would steer a terminal or reorder a line:
  /// `\n`, `\u{1B}`.
  var withVisibleControls: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
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
