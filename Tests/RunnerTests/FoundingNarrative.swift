import Foundation
import Testing

/// The narrative of the founding report, by section.
struct FoundingNarrative {
  let text: String
  /// The text under each heading of the second level, by its numeral: 一 to 十.
  let sections: [String: String]

  init(language: String = "zh-Hans") throws {
    text = try FoundingRun.shared(language).text("narrative.md")
    let parts = text.components(separatedBy: "\n## ").dropFirst()
    sections = Dictionary(
      uniqueKeysWithValues: parts.map { part in
        (String(part.prefix { $0 != "、" && $0 != "." }), part)
      })
  }

  func section(_ numeral: String) throws -> String {
    try #require(sections[numeral], "section \(numeral) of \(sections.keys.sorted())")
  }
}

/// A sentence that the narrative must have, and the figures of the founding report that it says.
struct NarrativeClaim: Sendable, CustomTestStringConvertible {
  /// Of Part 2.
  let section: String
  let sentence: String
  /// By the names that `figures.csv` gives them.
  let figures: [String]

  init(_ section: String, _ sentence: String, _ figures: String...) {
    self.section = section
    self.sentence = sentence
    self.figures = figures
  }

  var testDescription: String { "\(section): \(sentence)" }

  /// The numbers in the sentence, without signs and separators, as they compare.
  var numbers: Set<Decimal> {
    let plain = sentence.replacing(",", with: "")
    return Set(plain.matches(of: /[0-9]+(\.[0-9]+)?/).compactMap { Decimal(string: String($0.0)) })
  }
}
