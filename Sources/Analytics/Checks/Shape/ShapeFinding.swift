/// Builds findings about many like things: few are named, the others counted.
struct ShapeFinding {
  let dataset: Dataset
  var isChinese: Bool { dataset.language == .chinese }
  private let wording: FindingWording

  /// How many of a kind are named.
  static let named = 5

  init(_ dataset: Dataset) {
    self.dataset = dataset
    wording = FindingWording(dataset)
  }

  func stageWord(_ stage: Stage) -> String { wording.stageWord(stage) }

  func printed(_ cents: Int64) -> PrintedNumber { dataset.printed(Money(cents: cents)) }

  /// `a, b, c and 7 more`
  func list(_ names: [String]) -> String {
    let shown = names.prefix(ShapeFinding.named).joined(separator: isChinese ? "、" : ", ")
    let more = names.count - ShapeFinding.named
    guard more > 0 else { return shown }
    return isChinese ? "\(shown) 等 \(names.count) 处" : "\(shown) and \(more) more"
  }

  func list(_ years: [FiscalYear]) -> String { list(years.map(\.description)) }
}
