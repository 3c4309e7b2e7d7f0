import Analytics

/// A drawing of values that a table holds too.
protocol Chart: Sendable {
  /// What is shown, for people who do not see it: one or two sentences.
  var description: Bilingual { get }
  /// In units of the drawing; a page may scale it.
  var width: Double { get }
  var height: Double { get }
  func draw(on canvas: inout Canvas)
}

extension Chart {
  var width: Double { 640 }

  /// The drawing, with its words in one language or in both.
  func canvas(_ language: Language?) -> Canvas {
    var canvas = Canvas(language: language)
    draw(on: &canvas)
    return canvas
  }

  /// The drawing as a part of a page, whose style sheet it uses and whose caption names it.
  func write(to markup: inout Markup, labelledBy caption: String) {
    markup.element(
      "svg",
      [
        "class": "chart", "viewBox": viewBox(height), "role": "img",
        "aria-labelledby": "\(caption) \(caption)-d",
      ]
    ) { $0.trusted(canvas($0.language).markup.bytes) }
    markup.element("p", ["class": "unseen", "id": "\(caption)-d"], words: description)
  }

  /// The drawing as a file of its own.
  ///
  /// - Parameter note: What must be said wherever the drawing goes; it stands below.
  func file(title: Bilingual, note: Bilingual? = nil, _ language: Language) -> [UInt8] {
    let whole = height + (note == nil ? 0 : 20)
    var markup = Markup(language: language)
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "viewBox": viewBox(whole),
        "width": coordinate(width), "height": coordinate(whole), "role": "img",
        "aria-labelledby": "title description", "lang": language.rawValue,
      ]
    ) {
      $0.element("title", ["id": "title"], words: title)
      $0.element("desc", ["id": "description"], words: description)
      $0.element("style") { $0.trusted(ChartStyle.sheet) }
      ChartStyle.patterns(&$0)
      $0.empty("rect", ["class": "paper", "width": "100%", "height": "100%"])
      var canvas = canvas(language)
      if let note { canvas.text(note, x: 0, y: height + 14, room: width, .small) }
      $0.trusted(canvas.markup.bytes)
    }
    markup.newLine()
    return markup.bytes
  }

  private func viewBox(_ height: Double) -> String {
    "0 0 \(coordinate(width)) \(coordinate(height))"
  }
}
