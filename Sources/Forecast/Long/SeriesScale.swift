import LinearAlgebra

/// What makes series of all sizes comparable: the size of their changes.
///
/// *s* = (Σ|Δ| + κ *g* *m*) / (*n* − 1 + κ) with *m* the mean |value| of the *n* values so far and *g*
/// the panel's usual mean |Δ| / *m*: a series that has hardly moved yet is taken for a usual one,
/// with the weight of κ = 0.3 changes.
struct SeriesScale {
  /// *s*; 0 where all values so far are 0.
  let value: Double
  /// ln(*s* / (*g* *m*)), within ±3.
  let liveliness: Double

  private static let usualChanges = 0.3
  private static let widest = 12.0
  private static let widestChange = 60.0

  /// - Parameter usualMove: *g*.
  init(_ state: SeriesState, usualMove: Double) {
    let changes = Double(state.count - 1)
    let usual = usualMove * state.meanMagnitude
    value = (state.sumOfSizes + Self.usualChanges * usual) / (changes + Self.usualChanges)
    liveliness =
      value > 0 && usual > 0 ? max(-3, min(3, naturalLogarithm(value / usual))) : 0
  }

  /// An amount in scales, within ±12, on the grid.
  func feature(_ amount: Double) -> Double {
    value > 0 ? Self.onGrid(max(-Self.widest, min(Self.widest, amount / value))) : 0
  }

  /// A change in scales, within ±60: what lies further out is no forecast.
  func change(_ amount: Double) -> Double {
    value > 0 ? max(-Self.widestChange, min(Self.widestChange, amount / value)) : 0
  }

  /// 2 (ln(1 + changes) − 3), about 0 at 20 changes, within ±3; from 40 on all are alike.
  func length(_ count: Int) -> Double {
    max(-3, min(3, 2 * (naturalLogarithm(Double(min(count, 41))) - 3)))
  }

  static func onGrid(_ value: Double) -> Double { GridDesign.onGrid(value) }
}

extension LongPanel {
  /// The median over series of mean |Δ| / mean |value|.
  var usualMove: Double {
    let moves = (0..<count).compactMap { series -> Double? in
      let values = self[series]
      guard values.count > 1 else { return nil }
      let sizes = zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
      let magnitude = values.reduce(0) { $0 + abs($1) } / Double(values.count)
      return magnitude > 0 ? sizes / Double(values.count - 1) / magnitude : nil
    }
    return moves.median ?? 0
  }
}
