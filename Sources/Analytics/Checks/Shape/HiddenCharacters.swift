/// Codes with characters that nobody sees: control characters, marks without width.
enum HiddenCharacters {
  static let rule = "hidden_characters"

  static func findings(_ dataset: Dataset) -> [Finding] {
    let shape = ShapeFinding(dataset)
    return Dimension.allCases.compactMap { dimension in
      let classification = dataset.accounts[dimension]
      let codes = dataset.accounts.members(of: dimension).map { classification.code($0) }
        .filter { $0.unicodeScalars.contains(where: isHidden) }.sorted()
      guard !codes.isEmpty else { return nil }
      let names = shape.list(codes.map(visible))
      return Finding(
        rule: rule, severity: .warning,
        message: shape.isChinese
          ? "\(dimension.name) 的编码中有看不见的字符：\(names)"
          : "codes of \(dimension.name) have characters that cannot be seen: \(names)")
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// A code with what is hidden written out: `A\u{0}`.
  private static func visible(_ code: String) -> String {
    let shown = code.unicodeScalars.map { scalar in
      isHidden(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return "'\(shown.joined())'"
  }
}
