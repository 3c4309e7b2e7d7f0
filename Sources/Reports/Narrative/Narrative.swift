import Analytics

/// `narrative.md`: the explanatory notes of final accounts (决算情况说明), for publication.
///
/// It is made of `FinalAccounts` alone. Sections without data are left out, and the others numbered
/// through.
public struct Narrative {
  private let dataset: Dataset
  private let accounts: FinalAccounts?
  private let wording: NarrativeWording

  public init(_ contents: RunContents) {
    dataset = contents.dataset
    accounts = contents.finalAccounts
    wording = NarrativeWording(contents.dataset)
  }

  /// In Markdown, ending in a newline.
  public var text: String { paragraphs.joined(separator: "\n\n") + "\n" }

  private var paragraphs: [String] {
    let title = MarkdownText.escaped(dataset.title)
    guard let accounts else { return ["# \(title)", wording.noOutturn] }
    let head = ["# \(wording.title(accounts.year))", title, wording.preface]
    let label = dataset.isSynthetic ? [wording.synthetic] : []
    return head + label + Narrative.numbered(sections(accounts), wording)
  }

  private func sections(_ accounts: FinalAccounts) -> [NarrativeSection] {
    let totals = TotalsNarrative(accounts, wording)
    let subjects = SubjectsNarrative(accounts, wording)
    let items = ItemsNarrative(accounts, wording)
    return [
      totals.overall, totals.revenue, totals.expenditure, totals.appropriations, subjects.subjects,
      subjects.basic, items.publicExpenses,
    ] + items.funds + [items.otherMatters]
  }

  /// The sections that have paragraphs, each under its heading.
  private static func numbered(
    _ sections: [NarrativeSection], _ wording: NarrativeWording
  ) -> [String] {
    sections.filter { !$0.paragraphs.isEmpty }.enumerated().flatMap { place, section in
      ["## " + wording.heading(place + 1, section.title)] + section.paragraphs
    }
  }
}

/// A section of the narrative; without paragraphs there is nothing to say.
struct NarrativeSection {
  let title: Bilingual
  let paragraphs: [String]

  init(_ title: Bilingual, _ paragraphs: [String?]) {
    self.title = title
    self.paragraphs = paragraphs.compactMap { $0 }
  }

  /// Parts under subheadings of their own, those without paragraphs left out.
  init(_ title: Bilingual, parts: [NarrativeSection], _ wording: NarrativeWording) {
    self.title = title
    paragraphs = parts.filter { !$0.paragraphs.isEmpty }.enumerated().flatMap { place, part in
      ["### " + wording.subheading(place + 1, part.title)] + part.paragraphs
    }
  }
}
