import LinearAlgebra

/// NIST StRD, https://www.itl.nist.gov/div898/strd/lls/data/Wampler1.shtml to Wampler5.shtml:
/// polynomials of degree 5, without noise and with ever more.
extension ReferenceRegression {
  static let wampler1 = ReferenceRegression(
    name: "Wampler1",
    design: wamplerDesign,
    response: [
      1, 6, 63, 364, 1365, 3906, 9331, 19608, 37449, 66430, 111111, 177156, 271453, 402234, 579195,
      813616, 1118481, 1508598, 2000719, 2613660, 3368421,
    ],
    coefficients: Array(repeating: 1, count: 6),
    standardErrors: Array(repeating: 0, count: 6),
    residualStandardDeviation: 0,
    rSquared: 1)

  static let wampler2 = ReferenceRegression(
    name: "Wampler2",
    design: wamplerDesign,
    response: [
      1.00000, 1.11111, 1.24992, 1.42753, 1.65984, 1.96875, 2.38336, 2.94117, 3.68928, 4.68559,
      6.00000, 7.71561, 9.92992, 12.75603, 16.32384, 20.78125, 26.29536, 33.05367, 41.26528,
      51.16209, 63.00000,
    ],
    coefficients: [1, 0.1, 0.01, 0.001, 0.0001, 0.00001],
    standardErrors: Array(repeating: 0, count: 6),
    residualStandardDeviation: 0,
    rSquared: 1)

  static let wampler3 = ReferenceRegression(
    name: "Wampler3",
    design: wamplerDesign,
    response: [
      760, -2042, 2111, -1684, 3888, 1858, 11379, 17560, 39287, 64382, 113159, 175108, 273291,
      400186, 581243, 811568, 1121004, 1506550, 2002767, 2611612, 3369180,
    ],
    coefficients: Array(repeating: 1, count: 6),
    standardErrors: [
      2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752,
      0.112324854679312,
    ],
    residualStandardDeviation: 2360.14502379268,
    rSquared: 0.999995559025820)

  static let wampler4 = ReferenceRegression(
    name: "Wampler4",
    design: wamplerDesign,
    response: [
      75901, -204794, 204863, -204436, 253665, -200894, 214131, -185192, 221249, -138370, 315911,
      -27644, 455253, 197434, 783995, 608816, 1370781, 1303798, 2205519, 2408860, 3444321,
    ],
    coefficients: Array(repeating: 1, count: 6),
    standardErrors: [
      215232.624678170, 236355.173469681, 77934.3524331583, 10147.5507550350, 564.566512170752,
      11.2324854679312,
    ],
    residualStandardDeviation: 236014.502379268,
    rSquared: 0.957478440825662)

  static let wampler5 = ReferenceRegression(
    name: "Wampler5",
    design: wamplerDesign,
    response: [
      7590001, -20479994, 20480063, -20479636, 25231365, -20476094, 20489331, -20460392, 18417449,
      -20413570, 20591111, -20302844, 18651453, -20077766, 21059195, -19666384, 26348481, -18971402,
      22480719, -17866340, 10958421,
    ],
    coefficients: Array(repeating: 1, count: 6),
    standardErrors: [
      21523262.4678170, 23635517.3469681, 7793435.24331583, 1014755.07550350, 56456.6512170752,
      1123.24854679312,
    ],
    residualStandardDeviation: 23601450.2379268,
    rSquared: 0.224668921574940e-2)

  private static let wamplerDesign = Matrix.powers(0...5, of: (0...20).map(Double.init))
}
