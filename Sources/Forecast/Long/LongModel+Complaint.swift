extension LongModel {
  /// Why a stored model cannot forecast, or nil.
  var complaint: String? {
    let name = "the series form \(form.rawValue)"
    if version != Self.currentVersion {
      return "\(name) is of version \(version), and this program needs \(Self.currentVersion)"
    }
    if horizons.isEmpty { return "\(name) has no horizon" }
    if !usualMove.isFinite || usualMove < 0 { return "\(name) has a usualMove of \(usualMove)" }
    for (place, horizon) in horizons.enumerated() {
      if let complaint = horizon.complaint(form) {
        return "\(name) \(complaint) at horizon \(place + 1)"
      }
    }
    return nil
  }
}

extension HorizonModel {
  fileprivate func complaint(_ form: SeriesForm) -> String? {
    if coefficients.count != form.columns {
      return "needs \(form.columns) coefficients and has \(coefficients.count)"
    }
    if bounds.count != Self.probabilities.count {
      return "needs \(Self.probabilities.count) bounds and has \(bounds.count)"
    }
    let isUsable = coefficients.allSatisfy(\.isUsable) && bounds.allSatisfy { $0.isUsable(form) }
    return isUsable ? nil : "has a number that no panel teaches"
  }
}

extension ErrorBound {
  fileprivate func isUsable(_ form: SeriesForm) -> Bool {
    coefficients.count == form.spreadColumns && coefficients.allSatisfy(\.isUsable)
      && abs(sign) == 1 && least > 0 && least.isUsable && stretch >= 0 && stretch.isUsable
  }
}

extension Double {
  fileprivate var isUsable: Bool { isFinite && magnitude < 1e6 }
}
