import LinearAlgebra
import Testing

@testable import Forecast

@Suite("What a regression sees of a series")
struct SeriesFormTests {
  private func state(_ values: [Double]) -> SeriesState {
    var state = SeriesState()
    for value in values { state.add(value) }
    return state
  }

  @Test("are its changes, the newest first, their means and the mean value")
  func changes() {
    let state = state([10, 14, 12, 20])
    #expect((0..<4).map(state.change) == [8, -2, 4, 0])
    #expect(state.meanChange == 10.0 / 3)
    #expect(state.meanSize == 14.0 / 3)
    #expect(state.mean == 14)
    let sizes: [Double] = [8, 2, 14 / 3, 14 / 6, 14 / 12, 8]
    #expect(state.changeSizes == sizes)
    // At a rate of ½ each change weighs half the next one: (4 / 8 − 2 / 4 + 8 / 2) / (7 / 8).
    #expect(state.weightedChange(2) == 4 / 0.875)
  }

  @Test("is growth in units of the last value, and none across a sign")
  func growth() {
    #expect(state([1, 2, 4, 8]).growth(0) == 4)  // 8 × ln 2 is cut to 8 × ½
    let steady = state([100, 110, 121])  // ln 1.1 = 0.0953101798
    let expected = 121 * 0.0953101798
    #expect(abs(steady.growth(0) - expected) < 1e-6)
    #expect(abs(steady.growth(1) - steady.growth(0)) < 1e-9)
    #expect(state([-5, 5]).growth(0) == 0)
  }

  @Test("is measured in mean changes, completed by the panel's usual one")
  func scale() {
    let scale = SeriesScale(state([10, 14, 12]), usualMove: 0.1)
    let usual = 0.1 * 12
    let expected = (4 + 2 + 0.3 * usual) / 2.3
    #expect(abs(scale.value - expected) < 1e-12)
    #expect(scale.liveliness == naturalLogarithm(scale.value / usual))
    #expect(scale.feature(scale.value * 2) == 2)
    #expect(scale.feature(1e9) == 12)
    #expect(scale.change(-1e9) == -60)
  }

  @Test("has no size where all is zero")
  func zero() {
    let scale = SeriesScale(state([0, 0, 0]), usualMove: 0.1)
    #expect(scale.value == 0)
    #expect(scale.feature(5) == 0)
  }

  @Test("takes the usual move from the series in the middle")
  func usualMove() {
    // Mean |Δ| / mean |value|: 2 / 11, 1 / 10, 0; the fourth has no change.
    let panel = LongPanel([[10, 12], [9.5, 10.5], [4, 4], [7]])
    #expect(panel.usualMove == 0.1)
  }

  @Test("is the same in any unit, and on the grid of designs", arguments: SeriesForm.allCases)
  func units(form: SeriesForm) {
    let values = [10.0, 13, 12, 12, 17, 16, 20, 19, 22]
    let (one, many) = (state(values), state(values.map { $0 * 0x1p20 }))
    let scale = SeriesScale(one, usualMove: 0.1)
    let manyScale = SeriesScale(many, usualMove: 0.1)
    let features = form.features(one, scale)
    let spreadFeatures = form.spreadFeatures(one, scale)
    #expect(form.features(many, manyScale) == features)
    #expect(form.spreadFeatures(many, manyScale) == spreadFeatures)
    #expect(features.count == form.columns && spreadFeatures.count == form.spreadColumns)
    #expect((features + spreadFeatures).allSatisfy { GridDesign.onGrid($0) == $0 })
  }
}

@Suite("Hidden units")
struct HiddenUnitsTests {
  @Test("are 0 to 12, and differ")
  func range() {
    var features = (0..<13).map { Double($0 % 5) - 2 }
    HiddenUnits.long.append(to: &features)
    let outputs = features.dropFirst(13)
    #expect(outputs.count == HiddenUnits.long.count)
    #expect(outputs.allSatisfy { (0...12).contains($0) })
    #expect(Set(outputs).count > outputs.count / 3)
  }

  /// Weight plus offset where positive, with the generator's first 16 numbers in integers of
  /// unlimited length.
  @Test("have the same weights in every release")
  func weights() {
    var features = [1.0]
    HiddenUnits(count: 8, inputs: 1).append(to: &features)
    let expected = [0.78125, 0, 0.5, 0.859375, 0, 1.25, 0.515625, 0.390625]
    #expect(Array(features.dropFirst()) == expected)
  }
}
