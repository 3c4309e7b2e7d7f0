// What is said of columns that are kept aside, and of columns that name parents.

extension ReadingNote {
  static func unknownColumns(_ headings: [String], _ parents: [LikelyParents]) -> Sentences {
    let (chinese, english) = list(headings, "列")
    return (
      "无法识别、已搁置的列：" + chinese
        + parents.map { "；“\($0.heading)”像是\($0.dimension.chineseName)的上级编码：\($0.option)" }.joined(),
      "columns that mean nothing here are kept aside: " + english
        + parents.map {
          "; '\($0.heading)' looks like the parents of \($0.dimension.name)s: \($0.option)"
        }.joined()
    )
  }

  static func parentsWithoutRows(_ dimension: Dimension, _ codes: [String]) -> Sentences {
    let (chinese, english) = list(codes, "个")
    return (
      "没有自己的行的上级\(dimension.chineseName)：\(chinese)，其金额为下级之和",
      "parents of \(dimension.name)s that no row is of: \(english); they are the sum of their parts"
    )
  }

  /// The first few of some texts, quoted.
  private static func list(_ texts: [String], _ counter: String) -> Sentences {
    let shown = texts.prefix(named)
    let more = texts.count - shown.count
    return (
      shown.map { "“\($0)”" }.joined(separator: "、")
        + (more > 0 ? "等 \(texts.count) \(counter)" : ""),
      shown.map { "'\($0)'" }.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    )
  }
}

extension LikelyParents {
  /// What takes the column in.
  var option: String { "--map \(dimension.name)_parent=\(heading.shellWord)" }
}

extension String {
  /// As it is typed at a shell: between quotes, if there is more in it than letters, digits, `_`, `-`,
  /// `.` and `/`.
  var shellWord: String {
    let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
