import Analytics
import Testing

@Suite("The shape of a series")
struct SeriesShapeTests {
  private func shape(_ amounts: [Double]) -> SeriesShape {
    SeriesShape(years: amounts.indices.map { Double(2010 + $0) }, amounts: amounts)
  }

  @Test(
    "counts the rises or falls at the end",
    arguments: [
      ([1, 2, 3, 4], 3), ([5, 4, 6], 1), ([5, 6, 4, 3], -2), ([1, 2, 2], 0), ([7], 0), ([], 0),
    ] as [([Double], Int)])
  func streak(amounts: [Double], streak: Int) {
    #expect(shape(amounts).streak == streak)
  }

  @Test("finds the first year of a new level")
  func step() {
    #expect(shape([10, 11, 10, 30, 31, 30, 31]).breakPlace == 3)
  }

  @Test("does not take a trend for a break")
  func trend() {
    #expect(shape([10, 20, 30, 40, 50, 60, 70]).breakPlace == nil)
  }

  @Test("finds a single year out of line, and not the years beside it")
  func spike() {
    let found = shape([100, 103, 101, 180, 104, 102, 105])
    #expect(found.outliers == [3])
    #expect(found.breakPlace == nil)
  }

  @Test("flags nothing in a series that hardly moves")
  func calm() {
    #expect(shape([100, 100, 101, 100, 100, 102]).outliers.isEmpty)
  }

  /// Two levels leave 0.1, one level 0.4 and the line 0.2: exactly half.
  @Test(
    "takes a tie for half, in whatever unit the amounts are", arguments: [1, 10, 20, 100, 7000])
  func tie(factor: Double) {
    let found = shape([3, 4, 4, 5, 5, 5, 5].map { $0 * 10 * factor })
    #expect(found.breakPlace == 3)
    #expect(found.outliers == [0])
  }

  @Test("judges no break under six years and no outlier under five")
  func tooShort() {
    #expect(shape([1, 1, 9, 9, 9]).breakPlace == nil)
    #expect(shape([1, 1, 9, 1]).outliers.isEmpty)
  }
}
