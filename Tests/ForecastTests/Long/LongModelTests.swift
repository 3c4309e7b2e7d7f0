import Foundation
import LinearAlgebra
import Testing

@testable import Forecast

@Suite("A model of longer series")
struct LongModelTests {
  private static let panel = SampleSeries.reverting(120, length: 20, seed: 7)

  private func forecasts(
    _ histories: [[Double]], horizons: Int = 1, _ workers: Workers = .one
  ) throws -> [[LongForecast]?] {
    let panel = LongPanel(histories)
    let model = try #require(LongModel(panel, .long, horizons: horizons, workers))
    return model.forecasts(panel, horizons: horizons, workers)
  }

  @Test("errs less than repeating the last value where changes turn back, as often as it says")
  func heldBack() throws {
    let score = try HeldBack(Self.panel, .long)
    #expect(score.error < 0.85 * score.naiveError)
    #expect((0.74...0.88).contains(score.inner))
    #expect((0.91...0.99).contains(score.outer))
  }

  @Test("takes panels of five values in the brief form")
  func brief() throws {
    let score = try HeldBack(SampleSeries.reverting(300, length: 8, seed: 4), .brief)
    #expect(score.error < 0.9 * score.naiveError)
    #expect((0.7...0.9).contains(score.inner))
  }

  @Test("can be stored where all series rise alike and every error falls on one side")
  func oneSided() throws {
    let histories = (0..<60).map { series in (0..<12).map { Double(1_000 * series + 10 * $0) } }
    let models = SeriesForm.allCases.compactMap {
      LongModel(LongPanel(histories), $0, horizons: 1)
    }
    #expect(!models.isEmpty)
    for model in models { #expect(model.complaint == nil) }
  }

  @Test("orders its limits around the mean")
  func ordered() throws {
    for forecast in try forecasts(Self.panel).compactMap(\.self).joined() {
      let limits = forecast.limits
      #expect(limits.low95 <= limits.low80 && limits.low80 <= forecast.mean)
      #expect(forecast.mean <= limits.high80 && limits.high80 <= limits.high95)
    }
  }

  @Test("is the same bits for any number of workers and order of series")
  func reproducible() throws {
    let histories = SampleSeries.reverting(850, length: 34, seed: 9)  // more rows than are sampled
    let order = histories.indices.sorted { ($0 * 619) % 850 < ($1 * 619) % 850 }
    let expected = try forecasts(histories)
    let shuffled = try forecasts(order.map { histories[$0] }, Workers(3))
    for (place, series) in order.enumerated() { #expect(shuffled[place] == expected[series]) }
  }

  @Test("sees nothing of what comes after the origin", arguments: SeriesForm.allCases)
  func noLeakage(form: SeriesForm) {
    let altered = Self.panel.map { Array($0.dropLast(2)) + [9e9, -9e9] }
    let (past, other) = (LongPanel(Self.panel).holdingBack(2), LongPanel(altered).holdingBack(2))
    let model = LongModel(past, form, horizons: 1)
    #expect(model == LongModel(other, form, horizons: 1))
    #expect(model != LongModel(LongPanel(altered), form, horizons: 1))
  }

  @Test("says the same in any unit of money, to the last bit for a power of two")
  func units() throws {
    let said = try forecasts(Self.panel)
    let scaled = try forecasts(Self.panel.map { $0.map { $0 * 0x1p10 } })
    for (one, many) in zip(said, scaled) {
      #expect(one?.map { $0.mean * 0x1p10 } == many?.map(\.mean))
      #expect(one?.map { $0.limits.high95 * 0x1p10 } == many?.map(\.limits.high95))
    }
  }

  @Test("travels as numbers, and forecasts without learning")
  func stored() throws {
    let panel = LongPanel(Self.panel)
    let model = try #require(LongModel(panel, .long, horizons: 1))
    let copy = try JSONDecoder().decode(LongModel.self, from: try JSONEncoder().encode(model))
    #expect(copy == model)
    #expect(copy.forecasts(panel, horizons: 2) == model.forecasts(panel, horizons: 2))
  }

  @Test("has a finite answer for every series, however short, still, huge or tiny")
  func awkward() throws {
    let odd: [[Double]] = [
      [5], [5, 6], Array(repeating: 0, count: 12), Array(repeating: 7, count: 12),
      (0..<12).map { 1e13 + 1e11 * Double($0) }, (0..<12).map { 0.01 * Double($0 % 3) },
      (0..<12).map { -40 * Double($0) }, Array(repeating: 0, count: 11) + [1e9],
    ]
    let said = try forecasts(Self.panel + odd + [[]])
    #expect(said.last == .some(nil))
    for (history, forecasts) in zip(odd, said.dropFirst(Self.panel.count)) {
      for forecast in try #require(forecasts) {
        let limits = forecast.limits
        #expect(forecast.mean.isFinite && limits.low95.isFinite && limits.high95.isFinite)
        if history.allSatisfy({ $0 >= 0 }) { #expect(limits.low95 >= 0) }
        if history.allSatisfy({ $0 == 0 }) { #expect(limits == .zero && forecast.mean == 0) }
        if Set(history).count > 1 { #expect(limits.high80 > limits.low80) }
      }
    }
  }

  @Test("reaches beyond the horizons that it could learn, with wider limits")
  func beyond() throws {
    let panel = LongPanel(SampleSeries.reverting(60, length: 10, seed: 2))
    let model = try #require(LongModel(panel, .long, horizons: 6))
    #expect(model.horizons.count == 2)  // rows have 8 values and what came
    for forecasts in model.forecasts(panel, horizons: 6) {
      let widths = try #require(forecasts).map { $0.limits.high95 - $0.limits.low95 }
      #expect(widths.count == 6)
      #expect(widths[5] > widths[1])
    }
  }

  @Test("is none where nothing can be learned")
  func none() {
    #expect(LongModel(LongPanel([]), .long, horizons: 1) == nil)
    #expect(LongModel(LongPanel([[1, 2, 3]]), .brief, horizons: 1) == nil)
    let zeros = LongPanel(Array(repeating: [0, 0, 0, 0], count: 40))
    #expect(LongModel(zeros, .brief, horizons: 1) == nil)
  }
}

/// The last three values of each series, forecast without them.
private struct HeldBack {
  private(set) var error = 0.0
  private(set) var naiveError = 0.0
  /// The parts of outcomes within the 80 and the 95 % limits.
  private(set) var inner = 0.0
  private(set) var outer = 0.0

  init(_ histories: [[Double]], _ form: SeriesForm) throws {
    let now = LongPanel(histories).holdingBack(3)
    let model = try #require(LongModel(now, form, horizons: 3))
    let part = 1 / Double(3 * histories.count)
    for (history, said) in zip(histories, model.forecasts(now, horizons: 3)) {
      for (outcome, forecast) in zip(history.suffix(3), try #require(said)) {
        error += abs(outcome - forecast.mean)
        naiveError += abs(outcome - history[history.count - 4])
        let limits = forecast.limits
        if (limits.low80...limits.high80).contains(outcome) { inner += part }
        if (limits.low95...limits.high95).contains(outcome) { outer += part }
      }
    }
  }
}

enum SampleSeries {
  /// Series that take back half of each change, around a growth of 2 a step.
  static func reverting(_ count: Int, length: Int, seed: UInt64) -> [[Double]] {
    var generator = SmallGenerator(seed: seed)
    return (0..<count).map { _ in
      var (value, change) = (500 + Double(generator.wobble(200)), 0.0)
      return (0..<length).map { _ in
        change = 2 - 0.5 * (change - 2) + Double(generator.wobble(100)) / 10
        value += change
        return value
      }
    }
  }
}
