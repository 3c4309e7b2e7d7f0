/// The pooled regressions of one target and basis: for each line the first that can see it.
///
/// The outturn after a year whose budget is adopted is better forecast from that budget, for lines
/// that have one, than from the last outturn; where past origins speak against it, it is not.
struct PooledForms: Sendable {
  /// The preferred first; the last sees all lines.
  let forms: [PooledForm]
  /// Whether the first of two is used; nil where there has been no choice.
  let prefersFirst: Bool?

  /// - Parameters:
  ///   - forecasters: The preferred first.
  ///   - first: Today's coefficients at horizon 1, by task.
  ///   - decided: Whether an earlier horizon has preferred the first, so that the path does not
  ///     jump; nil if none has had the choice.
  ///   - origins: How many past origins are looked at.
  ///   - outcomes: What came at the origin so many places back, by line.
  init(
    _ forecasters: [PooledForecaster], horizon: Int, first: [FiscalTask: [Double]],
    decided: Bool?, origins: Int, outcomes: (Int) -> LineValues
  ) {
    let asked = decided == false ? forecasters.suffix(1) : forecasters[...]
    let all = asked.map {
      PooledForm($0, horizon: horizon, first: first[$0.task], origins: origins)
    }
    guard all.count == 2 else {
      (forms, prefersFirst) = (all, decided)
      return
    }
    let prefers = decided ?? Self.isBetter(all[0], than: all[1], outcomes)
    (forms, prefersFirst) = (prefers ? all : [all[1]], prefers)
  }

  /// By line.
  var forecasts: LineValues { Self.merged(forms.map(\.forecasts)) }

  /// The forecasts of the origin so many places back, by line.
  func forecasts(back: Int) -> LineValues {
    Self.merged(forms.map { $0.past[back] })
  }

  /// The form that forecasts a line, and the line's row.
  func row(_ line: Int) -> (form: Int, row: FiscalSnapshot.Row)? {
    for (place, form) in forms.enumerated() {
      if let row = form.rows.row(line) { return (place, row) }
    }
    return nil
  }

  /// For each line that of the first that has one.
  private static func merged(_ forecasts: [LineValues]) -> LineValues {
    forecasts.dropFirst().reduce(forecasts[0]) { $0.filled(from: $1) }
  }

  /// Whether one form errs no more than another at past origins, over the lines of both.
  private static func isBetter(
    _ form: PooledForm, than other: PooledForm, _ outcomes: (Int) -> LineValues
  ) -> Bool {
    var (errors, others) = (0.0, 0.0)
    for back in form.past.indices {
      let (one, two) = (form.past[back], other.past[back])
      outcomes(back).forEach { line, actual in
        guard let a = one[line], let b = two[line] else { return }
        errors += abs(actual - a)
        others += abs(actual - b)
      }
    }
    return errors <= others
  }
}
