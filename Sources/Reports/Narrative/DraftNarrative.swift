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
    let shown = DraftNarrative.rowsShown
    let records = table.first(shown + 1) { wording.row($0) != nil }
    guard !records.isEmpty else { return ["# " + wording.noDraft] }
    let rows = records.prefix(shown).compactMap(wording.row).map { "- " + $0 }
    let rest = records.count > shown ? [wording.rowsLeftOut(shown: shown)] : []
    return ["# " + wording.title(table), wording.preface, narrative.preface]
      + [rows.joined(separator: "\n")] + rest
  }
}
