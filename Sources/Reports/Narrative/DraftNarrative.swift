import Analytics

/// What next year's draft consists of, line by line: shown where a run has a draft table.
struct DraftNarrative {
  /// How many rows are described one by one.
  private static let rowsShown = 200

  private let contents: RunContents
  private let wording: DraftWording

  init(_ contents: RunContents, _ wording: NarrativeWording) {
    self.contents = contents
    self.wording = DraftWording(wording)
  }

  var paragraphs: [String] {
    guard let table = contents.table("forecast/draft") else { return [] }
    var rows: [String] = []
    var leftOut = 0
    table.forEachRecord { record in
      guard let row = wording.row(record) else { return }
      if rows.count < DraftNarrative.rowsShown { rows.append("- " + row) } else { leftOut += 1 }
    }
    guard !rows.isEmpty else { return [] }
    let year = Bridge(contents.nodes).currentYear?.next
    return ["# " + wording.title(year), wording.preface, rows.joined(separator: "\n")]
      + (leftOut > 0 ? [wording.rowsLeftOut(leftOut)] : [])
  }
}
