import Analytics

/// `draft.md`: what next year's draft budget consists of, line by line, for those who draft it.
///
/// It is a file of its own, so that `narrative.md` can be published as it is.
public struct DraftNarrative {
  /// How many rows are described one by one.
  private static let rowsShown = 200

  private let table: Table?
  private let narrative: NarrativeWording
  private let wording: DraftWording

  public init(_ contents: RunContents) {
    table = contents.table("forecast/draft")
    narrative = NarrativeWording(contents.dataset)
    wording = DraftWording(narrative)
  }

  /// In Markdown, ending in a newline.
  public var text: String { paragraphs.joined(separator: "\n\n") + "\n" }

  private var paragraphs: [String] {
    guard let table else { return ["# " + wording.noDraft] }
    var rows: [String] = []
    var leftOut = 0
    table.forEachRecord { record in
      guard let row = wording.row(record) else { return }
      if rows.count < DraftNarrative.rowsShown { rows.append("- " + row) } else { leftOut += 1 }
    }
    guard !rows.isEmpty else { return ["# " + wording.noDraft] }
    return ["# " + wording.title(table), wording.preface, narrative.preface]
      + [rows.joined(separator: "\n")] + (leftOut > 0 ? [wording.rowsLeftOut(leftOut)] : [])
  }
}
