import Analytics

/// One text in every language of the reports.
public struct Bilingual: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A sentence and the next.
  func joined(with next: Bilingual) -> Bilingual {
    Bilingual(zh: zh + next.zh, en: "\(en) \(next.en)")
  }

  public subscript(language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}
