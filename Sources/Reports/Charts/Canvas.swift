import Analytics

/// An SVG drawing while it is being made. Coordinates have one decimal.
struct Canvas {
  enum Anchor: String { case start, middle, end }

  /// Where a text stands, for whoever checks that none hides another.
  struct PlacedText: Hashable {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// Nil where it is the same in all.
    let language: Language?
  }

  private(set) var markup: Markup
  private(set) var texts: [PlacedText] = []

  init(language: Language?) { markup = Markup(language: language) }

  mutating func rectangle(
    _ style: String, x: Double, y: Double, width: Double, height: Double, hint: Bilingual? = nil
  ) {
    markup.open(
      "rect",
      [
        "class": style, "x": coordinate(x), "y": coordinate(y), "width": coordinate(width),
        "height": coordinate(height),
      ])
    write(hint)
    markup.close("rect")
  }

  mutating func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    markup.empty(
      "line",
      [
        "class": style, "x1": coordinate(x1), "y1": coordinate(y1), "x2": coordinate(x2),
        "y2": coordinate(y2),
      ])
  }

  mutating func path(_ style: String, _ points: [(x: Double, y: Double)], closed: Bool = false) {
    guard let first = points.first else { return }
    var steps = "M\(coordinate(first.x)) \(coordinate(first.y))"
    for point in points.dropFirst() { steps += "L\(coordinate(point.x)) \(coordinate(point.y))" }
    markup.empty("path", ["class": style, "d": closed ? steps + "Z" : steps])
  }

  /// Marks at points, whose shape says which series they are of.
  mutating func marks(
    _ series: Int, at points: [(x: Double, y: Double)], hint: Bilingual? = nil
  ) {
    guard !points.isEmpty else { return }
    let shapes = [
      "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0", "m-3-3h6v6h-6z", "m0-4l4 7h-8z",
      "m0-4l4 4l-4 4l-4-4z",
    ]
    let shape = shapes[series % shapes.count]
    let drawn = points.map { "M\(coordinate($0.x)) \(coordinate($0.y))\(shape)" }.joined()
    markup.open("path", ["class": "mark m\(series % shapes.count)", "d": drawn])
    write(hint)
    markup.close("path")
  }

  /// A text on one line, cut to its room; what is cut is kept as the text's title.
  ///
  /// - Parameters:
  ///   - x: Where the anchor is.
  ///   - y: The base line.
  mutating func text(
    _ words: Bilingual, x: Double, y: Double, room: Double, anchor: Anchor = .start,
    _ style: TextStyle = .label
  ) {
    for (text, language) in spellings(words) {
      let fitted = style.fitted(text, to: room)
      place(fitted, x, y, anchor, style, language, whole: fitted == text ? nil : text)
    }
  }

  mutating func text(
    _ text: String, x: Double, y: Double, room: Double, anchor: Anchor = .start,
    _ style: TextStyle = .label
  ) {
    self.text(Bilingual(zh: text, en: text), x: x, y: y, room: room, anchor: anchor, style)
  }

  /// A text on at most so many lines, centred on a height.
  mutating func lines(
    _ words: Bilingual, x: Double, middle: Double, room: Double, anchor: Anchor, lines: Int,
    _ style: TextStyle = .label
  ) {
    for (text, language) in spellings(words) {
      let wrapped = style.wrapped(text, to: room, lines: lines)
      let isCut = wrapped.last?.last == "…"
      let top = middle - style.lineHeight * Double(wrapped.count) / 2
      for (place, line) in wrapped.enumerated() {
        let y = top + style.lineHeight * Double(place) + style.size
        self.place(line, x, y, anchor, style, language, whole: isCut ? text : nil)
      }
    }
  }

  /// What is written of words: one spelling, or one in each language.
  private func spellings(_ words: Bilingual) -> [(String, Language?)] {
    if let language = markup.language { return [(words[language], nil)] }
    if words.zh == words.en { return [(words.zh, nil)] }
    return [(words.zh, .chinese), (words.en, .english)]
  }

  private mutating func place(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor, _ style: TextStyle,
    _ language: Language?, whole: String?
  ) {
    guard !text.isEmpty else { return }
    let width = style.width(of: text)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    texts.append(
      PlacedText(
        text: text, left: left, right: left + width, top: y - style.size * 0.9,
        bottom: y + style.size * 0.25, language: language))
    markup.open(
      "text",
      [
        "class": style == .label ? nil : style.name, "lang": language?.rawValue, "x": coordinate(x),
        "y": coordinate(y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
      ])
    markup.text(text)
    if let whole { markup.element("title", text: whole) }
    markup.close("text")
  }

  private mutating func write(_ hint: Bilingual?) {
    guard let hint else { return }
    markup.element("title", text: markup.language.map { hint[$0] } ?? hint.joined)
  }
}

extension Bilingual {
  /// For places that can hold one text only, such as a title inside a drawing.
  var joined: String { zh == en ? zh : "\(zh) / \(en)" }
}

/// A coordinate with at most one decimal, the same on every machine.
func coordinate(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, part) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  let sign = tenths < 0 ? "-" : ""
  return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
}
