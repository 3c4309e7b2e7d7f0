/// Words by which tables name their totals.
enum TotalWords {
  /// Words that begin or end a name, with blanks around them; two at most.
  private static let words: Set<String> = [
    "total", "totals", "grand total", "overall total", "subtotal", "sub-total", "sub total", "sum",
    "totale", "totaal", "totalt", "totaux", "sous-total", "ensemble", "somma", "soma", "suma",
    "gesamt", "gesamtsumme", "insgesamt", "summe", "zwischensumme", "summa", "yhteensä", "razem",
    "ogółem", "celkem", "spolu", "összesen", "ukupno", "toplam", "kokku", "kopā", "iš viso",
    "всего", "итого", "усього", "всього", "разом", "общо", "σύνολο", "סה\"כ", "סך הכל", "المجموع",
  ]

  /// Words that begin or end a name without blanks.
  private static let ideographic = [
    "合计", "总计", "小计", "共计", "总额", "合計", "總計", "小計", "共計", "總額", "합계", "총계", "소계",
  ]

  /// Whether a code or a name says that it is a total: `TOTAL`, `Total Health:`, `支出合计`, `合 计`.
  static func isTotal(_ text: String) -> Bool {
    let words = named(text)
    for count in 1...2 where count <= words.count {
      if Self.words.contains(words.prefix(count).joined(separator: " ")) { return true }
      if Self.words.contains(words.suffix(count).joined(separator: " ")) { return true }
    }
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let closed = words.joined().utf8
    return ideographic.contains {
      closed.starts(with: $0.utf8) || closed.reversed().starts(with: $0.utf8.reversed())
    }
  }

  /// The words of a text in small letters, without the marks around it.
  private static func named(_ text: String) -> [String] {
    let letters = text.lowercased().unicodeScalars
    guard let first = letters.firstIndex(where: { !isMark($0) }),
      let last = letters.lastIndex(where: { !isMark($0) })
    else { return [] }
    return letters[first...last].split(whereSeparator: \.isBlank).map { String($0) }
  }

  private static func isMark(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case ":", "：", ".", "。", "-", "–", "—", "*", "(", ")", "（", "）": true
    default: letter.isBlank
    }
  }
}
