/// Lines as they stand today, each at its own last value.
struct CurrentRows: Sendable {
  /// Where a line is found.
  private struct Place {
    let shot: Int32
    let row: Int32
  }

  private var shots: [FiscalSnapshot] = []
  /// By line; nil for a line that is not there.
  private var places: [Place?]

  /// None yet.
  init(lines: Int) { places = Array(repeating: nil, count: lines) }

  /// Takes lines that no snapshot has given yet.
  ///
  /// - Parameter lines: Rising.
  mutating func take(_ lines: [Int], from shot: FiscalSnapshot) {
    let wanted = shot.keeping(lines)
    for (row, line) in wanted.rows.lazy.map(\.line).enumerated() {
      places[line] = Place(shot: Int32(shots.count), row: Int32(row))
    }
    shots.append(wanted)
  }

  func row(_ line: Int) -> FiscalSnapshot.Row? {
    places[line].map { shots[Int($0.shot)].rows[Int($0.row)] }
  }

  /// One for each of the task's features.
  func features(_ line: Int) -> ArraySlice<Float>? {
    places[line].map { shots[Int($0.shot)].features(Int($0.row)) }
  }

  /// In the order of lines.
  var volatilities: [Double] { places.indices.compactMap { row($0)?.volatility } }

  /// - Parameter coefficients: One for each of the task's features.
  func forecasts(_ coefficients: [Double]) -> LineValues {
    LineValues(
      places.lazy.map { place in
        place.map { shots[Int($0.shot)].forecast(Int($0.row), coefficients) }
      })
  }
}
