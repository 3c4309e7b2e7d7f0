/// What a reader of accounts noticed that is no error, counted for one note each.
struct ReadingTally {
  /// Whether the encoding may be another.
  var doubt: ReadingNote?
  var repeatedLines: [Int] = []
  var blankCodes: [Dimension: Int] = [:]
  /// Parents that no row is of.
  var parentsWithoutRows: [Dimension: [String]] = [:]

  /// The columns that mean nothing.
  struct Aside {
    let headings: [String]
    let likelyParents: [LikelyParents]
  }

  func notes(file: String, aside: Aside, rounded: Int, dashes: Int) -> [ReadingNote] {
    var notes = doubt.map { [$0] } ?? []
    if let first = repeatedLines.first {
      notes.append(ReadingNote(.repeatedRows(repeatedLines), at: "\(file):\(first)"))
    }
    for (dimension, count) in blankCodes.sorted(by: { $0.key < $1.key }) {
      notes.append(ReadingNote(.blankCodes(dimension, count: count), at: file))
    }
    for (dimension, codes) in parentsWithoutRows.sorted(by: { $0.key < $1.key }) {
      notes.append(ReadingNote(.parentsWithoutRows(dimension, codes), at: file))
    }
    if !aside.headings.isEmpty {
      notes.append(
        ReadingNote(.unknownColumns(aside.headings, parents: aside.likelyParents), at: file))
    }
    if rounded > 0 { notes.append(ReadingNote(.roundedAmounts(count: rounded), at: file)) }
    if dashes > 0 { notes.append(ReadingNote(.dashAmounts(count: dashes), at: file)) }
    return notes
  }
}
