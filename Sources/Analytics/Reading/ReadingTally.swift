/// What a reader of accounts noticed that is no error, counted for one note each.
struct ReadingTally {
  var repeatedLines: [Int] = []
  var blankCodes: [Dimension: Int] = [:]

  func notes(file: String, unknownHeadings: [String], rounded: Int, dashes: Int) -> [ReadingNote] {
    var notes: [ReadingNote] = []
    if let first = repeatedLines.first {
      notes.append(ReadingNote(.repeatedRows(repeatedLines), at: "\(file):\(first)"))
    }
    for (dimension, count) in blankCodes.sorted(by: { $0.key < $1.key }) {
      notes.append(ReadingNote(.blankCodes(dimension, count: count), at: file))
    }
    if !unknownHeadings.isEmpty {
      notes.append(ReadingNote(.unknownColumns(unknownHeadings), at: file))
    }
    if rounded > 0 { notes.append(ReadingNote(.roundedAmounts(count: rounded), at: file)) }
    if dashes > 0 { notes.append(ReadingNote(.dashAmounts(count: dashes), at: file)) }
    return notes
  }
}
