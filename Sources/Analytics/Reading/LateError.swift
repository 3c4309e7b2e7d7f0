/// An error that shows only after its line has gone by, and the field to which it belongs.
struct LateError {
  enum Field {
    case index(Int)
    /// The field under the first heading of this name, or failing that the first field.
    case heading(String)
  }

  let message: String
  let line: Int
  let field: Field

  /// Goes through a text once more, for the places of errors and their lines as they stand.
  ///
  /// - Returns: The errors by line, and without an excerpt those whose line is not found.
  static func located(
    _ late: [LateError], in blocks: TextBlocks, delimiter: UInt8?
  ) throws -> [SourceError] {
    var open = Dictionary(grouping: late, by: \.line)
    var found: [SourceError] = []
    var headings: [String: Int] = [:]
    var text = try DelimitedText(blocks, delimiter: delimiter)
    do {
      while !open.isEmpty, try text.advance() {
        if headings.isEmpty { headings = places(of: late, in: text.texts) }
        for error in open.removeValue(forKey: text.line) ?? [] {
          switch error.field {
          case .index(let index): found.append(text.error(error.message, field: index))
          case .heading(let name):
            found.append(text.error(error.message, field: headings[name] ?? 0))
          }
        }
      }
    } catch is SourceError {}  // it is listed already
    let rest = open.sorted { $0.key < $1.key }.flatMap(\.value).map {
      SourceError(
        $0.message, at: SourcePosition(file: blocks.name, line: $0.line, column: 1))
    }
    return found + rest
  }

  private static func places(of late: [LateError], in cells: [String]) -> [String: Int] {
    var places: [String: Int] = [:]
    for case .heading(let name) in late.map(\.field) {
      places[name] = cells.firstIndex { $0.trimmed.lowercased() == name.trimmed.lowercased() }
    }
    return places
  }
}
