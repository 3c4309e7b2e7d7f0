import Analytics

/// How far cost follows heads in the forecasts of one target.
public struct ResponseRow: Hashable, Sendable {
  public let stage: Stage
  public let horizon: Int
  public let basis: Basis
  public let response: HeadcountResponse

  init(_ target: Target, _ basis: Basis, _ response: HeadcountResponse) {
    stage = target.stage
    horizon = target.horizon
    self.basis = basis
    self.response = response
  }
}
