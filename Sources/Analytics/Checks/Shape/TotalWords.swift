/// Words by which tables name their totals.
enum TotalWords {
  /// Words that begin or end a name, with blanks around them.
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
    let marks = Set(" :：.。-–—*()（）")
    let parts = text.lowercased().trimmed.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" })
    let words = String(parts.joined(separator: " ").drop(while: marks.contains))
      .trimmingEnd(of: marks)
    if Self.words.contains(words) { return true }
    let begins = words.indices.filter { words[$0] == " " }
    if begins.contains(where: { Self.words.contains(String(words[..<$0])) }) { return true }
    if begins.contains(where: { Self.words.contains(String(words[words.index(after: $0)...])) }) {
      return true
    }
    let closed = words.filter { $0 != " " }
    return ideographic.contains { closed.hasPrefix($0) || closed.hasSuffix($0) }
  }
}

extension String {
  fileprivate func trimmingEnd(of characters: Set<Character>) -> String {
    lastIndex { !characters.contains($0) }.map { String(self[...$0]) } ?? ""
  }
}
