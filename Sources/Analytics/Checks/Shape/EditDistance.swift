/// How unlike two texts are.
public enum EditDistance {
  /// The fewest characters to insert, drop or replace to make one of the other; nil where it takes
  /// more than a limit.
  ///
  /// Source: Wagner and Fischer (1974), Journal of the ACM 21, 168–173.
  static func between(_ a: String, _ b: String, atMost limit: Int) -> Int? {
    let (a, b) = (Array(a), Array(b))
    guard abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let replaced = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
      if row.min()! > limit { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }

  /// Whether two names are alike: a quarter of the longer one may differ, or one holds the other.
  static func areAlike(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    let longest = max(a.count, b.count)
    if between(a, b, atMost: longest / 4) != nil { return true }
    let shortest = min(a.count, b.count)
    return shortest >= 4 && shortest * 2 >= longest && (holds(a, b) || holds(b, a))
  }

  /// The texts that may be meant by one, the nearest first: they differ in case or blanks, in a
  /// quarter of their characters, or in two digits that have changed places.
  public static func nearest(to text: String, among others: [String]) -> [String] {
    let plain = text.lowercased().trimmed
    let limit = max(1, text.count / 4)
    let found = others.compactMap { other -> (distance: Int, text: String)? in
      let folded = other.lowercased().trimmed
      if folded == plain { return (0, other) }
      if between(plain, folded, atMost: limit).map({ $0 < plain.count }) == true {
        return (between(plain, folded, atMost: limit)!, other)
      }
      return plain.count > 2 && plain.sorted() == folded.sorted() ? (2, other) : nil
    }
    return found.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.prefix(3).map(\.text)
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text), Array(part))
    guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { start in
      text[start..<start + part.count].elementsEqual(part)
    }
  }
}
