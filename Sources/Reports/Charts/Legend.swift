/// The names of series in a row above a chart, each with the key that it is drawn with.
struct Legend {
  enum Key { case fill, mark }

  private static let keyWidth = 20.0
  private static let lineHeight = 20.0

  let names: [Bilingual]
  let key: Key
  let width: Double

  /// Where each name's key begins, as x and line.
  private var places: [(x: Double, line: Int)] {
    var places: [(x: Double, line: Int)] = []
    var x = 0.0
    var line = 0
    for name in names {
      let needed = min(width, Legend.keyWidth + nameWidth(name) + 16)
      if x > 0 && x + needed > width {
        x = 0
        line += 1
      }
      places.append((x, line))
      x += needed
    }
    return places
  }

  var height: Double { names.isEmpty ? 0 : Double(places.last!.line + 1) * Legend.lineHeight + 4 }

  func draw(on canvas: inout Canvas) {
    for (series, place) in places.enumerated() {
      let top = Double(place.line) * Legend.lineHeight
      switch key {
      case .fill:
        canvas.rectangle(
          ChartStyle.fill(series), x: place.x + 1, y: top + 3, width: 14, height: 12)
      case .mark:
        canvas.line("curve l\(series % 4)", place.x, top + 9, place.x + 16, top + 9)
        canvas.marks(series, at: [(place.x + 8, top + 9)])
      }
      canvas.text(
        names[series], x: place.x + Legend.keyWidth, y: top + 14,
        room: min(nameWidth(names[series]), width - Legend.keyWidth))
    }
  }

  /// The wider of both languages.
  private func nameWidth(_ name: Bilingual) -> Double {
    max(TextStyle.label.width(of: name.zh), TextStyle.label.width(of: name.en)) + 1
  }
}
