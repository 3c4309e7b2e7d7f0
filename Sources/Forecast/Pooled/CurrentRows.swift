/// Lines as they stand today, each at its own last value.
struct CurrentRows: Sendable {
  /// By line.
  private var rows: [Int: (row: FiscalSnapshot.Row, features: [Float])] = [:]

  mutating func take(_ lines: [Int], from shot: FiscalSnapshot) {
    let wanted = Set(lines)
    for (place, row) in shot.rows.enumerated() where wanted.contains(row.line) {
      rows[row.line] = (row, Array(shot.features(place)))
    }
  }

  func row(_ line: Int) -> FiscalSnapshot.Row? { rows[line]?.row }

  /// One for each of the task's features.
  func features(_ line: Int) -> [Float]? { rows[line]?.features }

  /// In the order of lines.
  var volatilities: [Double] {
    rows.sorted { $0.key < $1.key }.map(\.value.row.volatility)
  }

  /// By line.
  ///
  /// - Parameter coefficients: One for each of the task's features.
  func forecasts(_ coefficients: [Double]) -> [Int: Double] {
    rows.mapValues { row, features in
      row.anchor + row.scale * FiscalSnapshot.change(features[...], coefficients)
    }
  }
}
