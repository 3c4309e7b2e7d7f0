/// What drawings share: their style sheet, and the fills of their series.
///
/// A series is told by its pattern, the shape of its marks and its key in the legend, so that
/// nothing depends on seeing colours. The colours are those of Okabe and Ito (2008), Color
/// Universal Design, which people with any kind of colour vision tell apart.
enum ChartStyle {
  /// Fills that look different without colour; more series begin again.
  static let fills = 8

  static var sheet: [UInt8] { PackageResources.charts_css }

  /// The class of a series' fill.
  static func fill(_ series: Int) -> String { "s\(series % fills)" }

  /// The patterns that the style sheet fills with.
  static func patterns(_ markup: inout Markup) {
    let drawings: [StaticString] = [
      "", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M0 4H8", "M4 0V8", "M0 0L8 8M8 0L0 8", "",
      "M0 2H8M0 6H8", "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    ]
    markup.element("defs") { markup in
      for (series, drawing) in drawings.enumerated() {
        markup.element(
          "pattern",
          ["id": "fill\(series)", "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"]
        ) {
          $0.empty("rect", ["class": "ground g\(series)", "width": "8", "height": "8"])
          if drawing.utf8CodeUnitCount > 0 {
            $0.empty("path", ["class": "hatch", "d": drawing.description])
          }
        }
      }
    }
  }
}
