import Testing

@testable import Forecast

@Suite("Theta in closed form")
struct ThetaGridTests {
  private func forecasts(_ values: [Double], _ horizons: Int = 3) -> [Double] {
    var grid = ThetaGrid()
    for value in values { grid.add(value) }
    return grid.forecasts(horizons)
  }

  @Test("repeats a single value and a constant")
  func constant() {
    #expect(forecasts([7]) == [7, 7, 7])
    #expect(forecasts([7, 7, 7, 7]) == [7, 7, 7])
  }

  @Test("goes on along a line: the whole slope from the last value leaves no error")
  func line() {
    #expect(forecasts([10, 12, 14, 16, 18, 20]) == [22, 24, 26])
    let falling = (0..<7).map { 1e13 - 2 * Double($0) }
    #expect(forecasts(Array(falling.prefix(4))) == Array(falling.suffix(3)))
  }

  /// From the third value on, the last value has told the next: with α = 1 and no slope nothing errs.
  @Test("drops the slope where the last value alone has told the next")
  func jump() {
    #expect(forecasts([10, 30, 30, 30, 30]) == [30, 30, 30])
  }

  @Test("is the α and c with the least one-step squared errors of all")
  func definition() {
    var generator = SmallGenerator(seed: 3)
    let values = (0..<30).map { 500 + 12 * Double($0) + Double(generator.wobble(90)) }
    for (found, wanted) in zip(forecasts(values, 6), ThetaByDefinition(values).best(6)) {
      #expect(abs(found - wanted) < 1e-8 * abs(wanted))
    }
  }
}

/// Levels and least squares slopes by their definitions, from the start of the series for each.
private struct ThetaByDefinition {
  private let values: [Double]

  init(_ values: [Double]) { self.values = values }

  func best(_ horizons: Int) -> [Double] {
    var (least, best) = (Double.infinity, [Double]())
    for part in [0, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1] {
      for alpha in [0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 1] {
        let errors = (2..<values.count).reduce(0.0) { sum, count in
          let error = values[count] - forecast(alpha, part, count, ahead: 1)
          return sum + error * error
        }
        guard errors < least else { continue }
        least = errors
        best = (1...horizons).map { forecast(alpha, part, values.count, ahead: $0) }
      }
    }
    return best
  }

  private func forecast(_ alpha: Double, _ part: Double, _ count: Int, ahead: Int) -> Double {
    var level = values[0]
    var reach = 1.0
    for value in values[1..<count] {
      level += alpha * (value - level)
      reach = 1 + (1 - alpha) * reach
    }
    return level + part * slope(count) * (Double(ahead) - 1 + reach)
  }

  private func slope(_ count: Int) -> Double {
    let centre = Double(count - 1) / 2
    let moments = (0..<count).reduce(0.0) { $0 + (Double($1) - centre) * values[$1] }
    return moments / (0..<count).reduce(0.0) { $0 + (Double($1) - centre) * (Double($1) - centre) }
  }
}
