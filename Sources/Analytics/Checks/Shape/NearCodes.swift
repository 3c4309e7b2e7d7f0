/// Codes that differ only in case, spaces, full-width characters or leading zeros, and so are
/// counted as two.
enum NearCodes {
  static let rule = "near_codes"

  static func findings(_ dataset: Dataset) -> [Finding] {
    let shape = ShapeFinding(dataset)
    return [Dimension.unit, .subject, .economic, .fund, .project].compactMap { dimension in
      let classification = dataset.accounts[dimension]
      let codes = dataset.accounts.members(of: dimension).map { classification.code($0) }
      let groups = Dictionary(grouping: codes, by: folded).values.filter { $0.count > 1 }
        .map { $0.sorted() }.sorted { $0[0] < $1[0] }
      guard !groups.isEmpty else { return nil }
      let names = groups.map { codes in codes.map { "'\($0)'" }.joined(separator: " / ") }
      let column = dimension.name
      return Finding(
        rule: rule, severity: .warning,
        unit: dimension == .unit && groups.count == 1 ? groups[0][0] : nil,
        subject: dimension == .subject && groups.count == 1 ? groups[0][0] : nil,
        message: shape.isChinese
          ? "\(column) 中几乎相同的编码按不同编码计：\(shape.list(names))"
          : "codes of \(column) that are almost the same count as different ones: "
            + shape.list(names))
    }
  }

  /// A code without what people do not see.
  private static func folded(_ code: String) -> String {
    var text = ""
    for scalar in code.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      text.unicodeScalars.append(
        isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar)
    }
    let digits = text.drop { $0 == "0" }
    let isNumber = !text.isEmpty && text.allSatisfy(\.isNumber)
    return isNumber && !digits.isEmpty ? String(digits) : text.lowercased()
  }
}
