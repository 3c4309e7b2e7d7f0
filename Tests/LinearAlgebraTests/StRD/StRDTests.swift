import LinearAlgebra
import Testing

@Suite("Least squares on the NIST reference regressions")
struct StRDTests {
  /// The relative error allowed against the certified value, above what is left when the data
  /// themselves are rounded to doubles. That rounding alone costs Filip all but 7 digits.
  static let references: [(ReferenceRegression, tolerance: Double)] = [
    (.norris, 1e-13), (.pontius, 1e-13), (.noInt1, 1e-14), (.noInt2, 1e-14), (.filip, 1e-7),
    (.longley, 1e-14), (.wampler1, 1e-15), (.wampler2, 1e-13), (.wampler3, 1e-14),
    (.wampler4, 1e-14), (.wampler5, 1e-14),
  ]

  @Test("gives the certified coefficients and standard errors", arguments: references)
  func certified(_ reference: ReferenceRegression, tolerance: Double) throws {
    let fit = try leastSquares(design: reference.design, response: reference.response)
    expectClose(fit.coefficients, reference.coefficients, tolerance)
    expectClose(try #require(fit.standardErrors), reference.standardErrors, tolerance)
  }

  @Test("gives the certified residual deviation and share explained", arguments: references)
  func summary(_ reference: ReferenceRegression, tolerance: Double) throws {
    let fit = try leastSquares(design: reference.design, response: reference.response)
    let deviation = try #require(fit.residualStandardDeviation)
    expectClose([deviation], [reference.residualStandardDeviation], tolerance)
    expectClose([try #require(fit.rSquared)], [reference.rSquared], tolerance)
    #expect(fit.rank == reference.design.columns)
    #expect(fit.degreesOfFreedom == reference.design.rows - reference.design.columns)
  }

  /// The nearest doubles to the exact solution for the design in doubles, by rational arithmetic.
  static let nearest: [(ReferenceRegression, coefficients: [UInt64])] = [
    (.norris, [0xbfd0_c9e6_b7b6_1ef8, 0x3ff0_08ab_a502_b602]),
    (.pontius, [0x3f46_1247_84cc_98d4, 0x3ea8_9057_1e3f_d7f8, 0xbcec_785a_0b39_f517]),
    (
      .longley,
      [
        0xc14a_9149_513a_6f8f, 0x402e_1fad_b8ec_27c3, 0xbfa2_56e4_3743_31bd,
        0xc000_296e_3e4e_61d0, 0xbff0_8818_e53d_beee, 0xbfaa_2a51_3cf2_6911,
        0x409c_949b_198a_26d4,
      ]
    ),
    (
      .filip,
      [
        0xc096_edf5_61ee_4779, 0xc0a5_a85b_f7b6_1521, 0xc0a2_18be_01f2_98ec,
        0xc091_9fe5_543c_93f3, 0xc076_27a6_dcbc_becf, 0xc052_c7f2_ef90_6ac2,
        0xc025_c029_b3d5_f531, 0xbff0_fed5_2787_b47d, 0xbfb1_282a_309b_0951,
        0xbf64_375f_d789_b9e4, 0xbf05_2078_b5f6_6b02,
      ]
    ),
  ]

  @Test("is right to the last bit, Filip included, for the doubles given", arguments: nearest)
  func lastBit(_ reference: ReferenceRegression, coefficients: [UInt64]) throws {
    let fit = try leastSquares(design: reference.design, response: reference.response)
    #expect(fit.coefficients.map(\.bitPattern) == coefficients)
  }

  private func expectClose(_ values: [Double], _ certified: [Double], _ tolerance: Double) {
    #expect(values.count == certified.count)
    for (value, exact) in zip(values, certified) {
      #expect(abs(value - exact) <= tolerance * (exact == 0 ? 1 : abs(exact)))
    }
  }
}
