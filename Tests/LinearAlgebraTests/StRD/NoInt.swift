/// NIST StRD, https://www.itl.nist.gov/div898/strd/lls/data/NoInt1.shtml and NoInt2.shtml: lines
/// through the origin.
extension ReferenceRegression {
  static let noInt1 = ReferenceRegression(
    name: "NoInt1",
    design: .powers(1...1, of: (60...70).map(Double.init)),
    response: (130...140).map(Double.init),
    coefficients: [2.07438016528926],
    standardErrors: [0.165289256198347e-1],
    residualStandardDeviation: 3.56753034006338,
    rSquared: 0.999365492298663)

  static let noInt2 = ReferenceRegression(
    name: "NoInt2",
    design: .powers(1...1, of: [4, 5, 6]),
    response: [3, 4, 4],
    coefficients: [0.727272727272727],
    standardErrors: [0.420827318078432e-1],
    residualStandardDeviation: 0.369274472937998,
    rSquared: 0.993348115299335)
}
