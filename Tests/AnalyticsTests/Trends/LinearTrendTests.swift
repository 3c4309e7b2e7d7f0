import Analytics
import LinearAlgebra
import Testing

@Suite("A linear trend")
struct LinearTrendTests {
  @Test("has the slope and interval that can be done by hand")
  func byHand() throws {
    // y = 10, 12, 11, 15: slope (−1.5·10 − 0.5·12 + 0.5·11 + 1.5·15) / 5 = 7 / 5 = 1.4,
    // residuals 0.1, 0.7, −1.7, 0.9 with Σ² = 4.2, standard error √(2.1 / 5) = 0.6481,
    // t(2, 0.975) = 0.95 √(2 / 0.0975) = 4.302652729749464.
    let trend = try #require(LinearTrend(years: [1, 2, 3, 4], amounts: [10, 12, 11, 15]))
    #expect(abs(trend.slope - 1.4) < 1e-14)
    let interval = try #require(trend.interval)
    #expect(abs(interval.high - 1.4 - 4.302652729749464 * (0.42).squareRoot()) < 1e-12)
    #expect(abs(interval.low + interval.high - 2.8) < 1e-12)
    #expect(abs(trend.fitted[0] - 9.9) < 1e-13)
  }

  @Test("agrees with least squares through BLAS, whatever the size of the year's number")
  func againstQR() throws {
    let years = [2014.0, 2015, 2017, 2018, 2021, 2023]
    let amounts = [9123.25, 9871.5, 10002.75, 9400, 12050.5, 11870.25]
    let trend = try #require(LinearTrend(years: years, amounts: amounts))
    let design = Matrix(columns: [[1, 1, 1, 1, 1, 1], years])
    let fit = try leastSquares(design: design, response: amounts)
    #expect(abs(trend.slope - fit.coefficients[1]) <= 1e-11 * abs(trend.slope))
    let error = try #require(fit.standardErrors?[1])
    let half = StudentT(degreesOfFreedom: 4).quantile(0.975) * error
    let interval = try #require(trend.interval)
    #expect(abs(interval.high - interval.low - 2 * half) <= 1e-9 * half)
  }

  @Test("has no interval for two years, and no slope for one")
  func short() throws {
    let two = try #require(LinearTrend(years: [2020, 2021], amounts: [3, 5]))
    #expect(two.slope == 2)
    #expect(two.interval == nil)
    #expect(LinearTrend(years: [2020], amounts: [3]) == nil)
  }
}
