/// The pooled regressions of fiscal panels as a model of one target and basis.
struct FiscalModel: SharedModel {
  let forms: PooledForms
  /// Today's coefficients at horizon 1, by task.
  let first: [FiscalTask: [Double]]

  /// - Parameter first: Today's coefficients at horizon 1; empty where this is horizon 1.
  init(_ forms: PooledForms, first: [FiscalTask: [Double]]) {
    self.forms = forms
    guard first.isEmpty else {
      self.first = first
      return
    }
    var own: [FiscalTask: [Double]] = [:]
    for form in forms.forms { own[form.task] = form.coefficients }
    self.first = own
  }

  var methods: [MethodName] { [.pooled] }

  var isMeasured: Bool { forms.forms[0].isMeasured }

  func forecasts(_ method: MethodName) -> LineValues { forms.forecasts }

  func forecasts(_ method: MethodName, back: Int) -> LineValues { forms.forecasts(back: back) }

  func change(_ line: Int) -> PooledChange? { forms.change(line) }

  func shares(_ outcomes: [[Outcome]], _ methods: [MethodName]) -> [Double] {
    MixtureShares(outcomes, methods).shares
  }

  func lineLimits(share: Double) -> (any LineLimits)? {
    let errors = forms.forms.map { $0.errors(share: share) }
    return errors.contains { $0 != nil } ? FiscalLimits(forms: forms, errors: errors) : nil
  }

  func coverage(share: Double) -> Coverage? {
    let form = forms.forms[0]
    guard let residuals = form.leaveOut?.residuals, !residuals.isEmpty else { return nil }
    return Coverage(
      residuals, share: share, horizon: form.horizon, prior: form.priorQuantiles)
  }
}

/// Limits by how lively a line is, for lines that have two values at least.
private struct FiscalLimits: LineLimits {
  let forms: PooledForms
  /// Of each form; nil where it is not measured.
  let errors: [PooledErrors?]

  func limits(_ line: Int) -> Limits? {
    guard let (form, row) = forms.row(line), row.observations >= 2 else { return nil }
    return errors[form]?.limits(volatility: row.volatility).scaled(by: row.scale)
  }
}
