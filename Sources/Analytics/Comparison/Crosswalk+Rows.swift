// The rows of side tables are restated one by one: each goes through the steps that replace a code of
// its own, and through no other.

extension Crosswalk {
  /// A unit or a subject.
  struct Code: Hashable {
    let dimension: Dimension
    let text: String

    init(_ dimension: Dimension, _ text: String) {
      self.dimension = dimension
      self.text = text
    }
  }

  /// The steps by the codes that they replace.
  struct StepIndex: Sendable {
    private let places: [Dimension: [String: [Int]]]

    init(_ steps: [Step]) {
      places = Dictionary(grouping: steps.indices) { steps[$0].dimension }.mapValues {
        Dictionary(grouping: $0) { steps[$0].from }
      }
    }

    /// The place of the first step, from one on, that replaces one of some codes.
    func first(from place: Int, _ codes: [Code]) -> Int? {
      codes.compactMap { code in
        places[code.dimension]?[code.text]?.first { $0 >= place }
      }.min()
    }
  }

  /// What becomes of a row by all steps, in order.
  ///
  /// - Parameters:
  ///   - codes: Those of a row that steps replace.
  ///   - apply: What the step at a place, which replaces one of them, makes of a row.
  func restated<Row>(
    _ row: Row, codes: (Row) -> [Code], _ apply: (Row, Int) -> [Row]
  ) -> [Row] {
    var open = [(row: row, place: 0)]
    var done: [Row] = []
    while let (row, place) = open.popLast() {
      guard let next = index.first(from: place, codes(row)) else {
        done.append(row)
        continue
      }
      open += apply(row, next).reversed().map { ($0, next + 1) }
    }
    return done
  }
}
