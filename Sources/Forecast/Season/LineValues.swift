/// A value for some of the lines of a panel: what a method says of them, or what came.
struct LineValues: Equatable, Sendable {
  /// By line, not a number where a line has none; lines beyond the end have none.
  private var values: [Double]

  /// None yet.
  init(lines: Int) { values = Array(repeating: .nan, count: lines) }

  /// In the order of lines.
  init(_ values: some Sequence<Double?>) { self.values = values.map { $0 ?? .nan } }

  subscript(line: Int) -> Double? {
    get {
      guard line < values.count, !values[line].isNaN else { return nil }
      return values[line]
    }
    set { values[line] = newValue ?? .nan }
  }

  /// These, and those of others for lines that have none here.
  func filled(from others: LineValues) -> LineValues {
    if values.isEmpty { return others }
    var filled = self
    for line in values.indices where values[line].isNaN {
      filled.values[line] = others[line] ?? .nan
    }
    return filled
  }

  /// How many lines have a value.
  var count: Int { values.count { !$0.isNaN } }

  static func == (a: LineValues, b: LineValues) -> Bool {
    a.values.count == b.values.count && a.values.indices.allSatisfy { a[$0] == b[$0] }
  }

  /// Calls `body` with every line that has a value, in rising order.
  func forEach(_ body: (_ line: Int, Double) -> Void) {
    for (line, value) in values.enumerated() where !value.isNaN { body(line, value) }
  }
}
