import Analytics

extension CeilingRules.Notice {
  /// As a finding: a rule that has no effect must not go unseen.
  public var finding: Finding {
    Finding(
      rule: "ceiling_not_applied", severity: .warning, year: ceiling.year, unit: ceiling.unit,
      subject: ceiling.subject, stage: ceiling.stage,
      message: "this ceiling is not applied to forecasts: \(reason)", source: ceiling.place)
  }

  private var reason: String {
    switch obstacle {
    case .notInPanel(let column):
      "lines are unit × subject and not told apart by \(column); name the subjects, or compare it "
        + "with memos"
    case .noSubjectOfRole(let role):
      "no subject has the role '\(role)'; give it to subjects, or compare it with memos"
    case .unknownCode(let code): "there is no '\(code)' in the accounts"
    case .noLine: "the unit has no line at the subject"
    case .noLastAmount: "of_last has no amount of the year before to go by"
    }
  }
}
