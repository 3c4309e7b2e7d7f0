extension UnappliedCeiling {
  /// As a finding: a rule that has no effect must not go unseen. It is a note where its year is over
  /// and nothing speaks against it.
  public func finding(_ dataset: Dataset) -> Finding {
    let isChinese = dataset.language == .chinese
    let message =
      isChinese
      ? "\(ceiling.scope(.chinese))的\(ceiling.rule.name(.chinese))未用于预测："
        + chineseReason(dataset)
      : "the \(ceiling.rule.name(.english)) on \(ceiling.scope(.english)) is not applied to "
        + "forecasts: \(reason(dataset))"
    return Finding(
      rule: Self.rule, severity: severity, year: ceiling.year, unit: ceiling.unit,
      subject: ceiling.subject, stage: ceiling.stage,
      expected: (outcome?.limit).map(dataset.printed),
      found: (outcome?.amount).map(dataset.printed),
      difference: (outcome?.excess).map(dataset.printed), message: message, source: ceiling.place)
  }

  private var outcome: Outcome? {
    if case .adopted(let outcome) = obstacle { outcome } else { nil }
  }

  private var severity: Finding.Severity {
    guard case .adopted(let outcome) = obstacle else { return .warning }
    return (outcome?.excess ?? .zero) == .zero ? .note : .warning
  }

  // MARK: Reasons

  private func reason(_ dataset: Dataset) -> String {
    switch obstacle {
    case .notInAccounts(let dimension):
      "the accounts have no such \(dimension.name); name the subjects, or compare it with memos"
    case .partOfLine(let dimension, let line):
      "lines are unit × subject, and \(line) is not wholly of one \(dimension.name); name the "
        + "subjects, or compare it with memos"
    case .nothingOfLine(let dimension, let line):
      "lines are unit × subject, and nothing says of what \(dimension.name) \(line) is; name the "
        + "subjects, or compare it with memos"
    case .noSubjectOfRole(let role):
      "no subject has the role '\(role)'; give it to subjects, or compare it with memos"
    case .unknownCode(let code): "there is no '\(code)' in the accounts"
    case .noLine: "there is no line that it could be about"
    case .noLastAmount: "of_last has no amount of the year before to go by"
    case .adopted(let outcome):
      "the \(ceiling.stage.rawValue) of \(ceiling.year) is known already"
        + (outcome.map { ": \(comparison($0, dataset))" } ?? "")
    case .noSuchYear(let origin):
      "\(ceiling.year) is past, as the newest \(ceiling.stage.rawValue) is of \(origin), and the "
        + "accounts have nothing of it"
    case .beyondHorizon(let last): "forecasts end with \(last); --horizon makes them reach further"
    case .stageNotPublished:
      "the accounts have no \(ceiling.stage.rawValue), so that none is forecast"
    }
  }

  private func chineseReason(_ dataset: Dataset) -> String {
    let stage = FindingWording(dataset).stageWord(ceiling.stage)
    return switch obstacle {
    case .notInAccounts(let dimension):
      "数据中没有该\(dimension.chineseName)；请改列科目，或与 memos 中的数对照"
    case .partOfLine(let dimension, let line):
      "预测按单位×科目进行，而 \(line) 不全属于一个\(dimension.chineseName)；请改列科目，或与 memos 中的数对照"
    case .nothingOfLine(let dimension, let line):
      "预测按单位×科目进行，而数据未列明 \(line) 属于哪一\(dimension.chineseName)；请改列科目，或与 memos 中的数对照"
    case .noSubjectOfRole(let role): "没有科目的 role 为“\(role)”；请在 subjects 中标明，或与 memos 中的数对照"
    case .unknownCode(let code): "数据中没有编码“\(code)”"
    case .noLine: "没有与之相应的单位×科目"
    case .noLastAmount: "of_last 所依据的上年数不存在"
    case .adopted(let outcome):
      "\(ceiling.year) 年\(stage)已有" + (outcome.map { "：\(chineseComparison($0, dataset))" } ?? "")
    case .noSuchYear(let origin):
      "\(ceiling.year) 年已过（最新\(stage)为 \(origin) 年），数据中没有该年"
    case .beyondHorizon(let last): "预测止于 \(last) 年；可用 --horizon 延长"
    case .stageNotPublished: "数据中没有\(stage)，不作预测"
    }
  }

  private func comparison(_ it: Outcome, _ dataset: Dataset) -> String {
    let amounts = "\(dataset.printed(it.amount)) against \(dataset.printed(it.limit))"
    if it.excess == .zero { return "\(amounts), and keeps to it" }
    let gap = dataset.printed(it.excess.magnitude)
    return "\(amounts), which is \(gap) too \(it.excess > .zero ? "much" : "little")"
  }

  private func chineseComparison(_ it: Outcome, _ dataset: Dataset) -> String {
    let limit = "\(ceiling.rule.name(.chinese)) \(dataset.printed(it.limit))"
    let amounts = "\(dataset.printed(it.amount))，\(limit)"
    if it.excess == .zero { return "\(amounts)，相符" }
    let gap = dataset.printed(it.excess.magnitude)
    return "\(amounts)，\(it.excess > .zero ? "超出" : "少") \(gap)"
  }
}
