import Analytics

/// Sentences around numbers. A number comes as it is printed in its table.
extension PageWording {
  /// A unit behind a number: `884.83 × 10,000 yuan`.
  static func counted(_ unit: Bilingual) -> Bilingual {
    let isNumber = unit.en.first?.isNumber ?? false
    return Bilingual(zh: unit.zh, en: isNumber ? "× \(unit.en)" : unit.en)
  }

  static func outturn(_ year: Int, _ amount: String, _ unit: Bilingual) -> Bilingual {
    Bilingual(
      zh: "\(year) 年决算 \(amount) \(unit.zh)。", en: "The outturn of \(year) is \(amount) \(unit.en)."
    )
  }

  static func outturn(
    _ year: Int, _ amount: String, _ unit: Bilingual, change: PrintedNumber,
    growth: PrintedNumber
  ) -> Bilingual {
    let isFall = change.mantissa < 0
    return Bilingual(
      zh: "\(year) 年决算 \(amount) \(unit.zh)，比上年\(isFall ? "减少" : "增加") "
        + "\(change.size) \(unit.zh)，\(isFall ? "下降" : "增长") \(growth.size)%。",
      en: "The outturn of \(year) is \(amount) \(unit.en), \(change.size) \(unit.en) "
        + "(\(growth.size) %) \(isFall ? "less" : "more") than the year before.")
  }

  static func execution(
    budget: String, revised: String?, ofBudget: String, ofRevised: String?
  ) -> Bilingual {
    let end = revised.flatMap { revised in ofRevised.map { (revised, $0) } }
    return Bilingual(
      zh: "年初预算 \(budget)，决算完成年初预算的 \(ofBudget)%"
        + (end.map { "；全年预算 \($0.0)，决算完成全年预算的 \($0.1)%" } ?? "") + "。",
      en: "The outturn is \(ofBudget) % of the budget (\(budget))"
        + (end.map { " and \($0.1) % of the revised budget (\($0.0))" } ?? "") + ".")
  }

  static func contributions(_ parts: [(name: Bilingual, points: PrintedNumber)]) -> Bilingual {
    Bilingual(
      zh: "对总增减拉动最大的是 "
        + parts.map { "\($0.name.zh)（\($0.points.signed) 个百分点）" }.joined(separator: "、") + "。",
      en: "What moved the total most: "
        + parts.map { "\($0.name.en) (\($0.points.signed) percentage points)" }
        .joined(separator: ", ") + ".")
  }

  /// - Parameter reference: What the references of all lines come to, where that is another sum.
  static func forecast(
    _ stage: Stage, _ year: Int, _ mean: String, low: String, high: String,
    reference: String? = nil, _ unit: Bilingual
  ) -> Bilingual {
    let name =
      stage == .budget
      ? Bilingual(zh: "年初预算草案", en: "The draft budget of")
      : Bilingual(zh: "预计决算", en: "The expected outturn of")
    let beside = reference.map { referenceSum($0, unit) }
    return Bilingual(
      zh: "\(year) 年\(name.zh) \(mean) \(unit.zh)（80% 区间 \(low) 至 \(high)）"
        + (beside.map { "；\($0.zh)" } ?? "") + "。",
      en: "\(name.en) \(year) is \(mean) \(unit.en) (80 % interval \(low) to \(high))"
        + (beside.map { "; \($0.en)" } ?? "") + ".")
  }

  /// The sum of all references, beside the draft's, which takes costings where there are any.
  static func referenceSum(_ amount: String, _ unit: Bilingual) -> Bilingual {
    Bilingual(
      zh: "模型参考合计 \(amount) \(unit.zh)", en: "the model's references add up to \(amount) \(unit.en)"
    )
  }

  static func listed(_ first: Bilingual, _ second: Bilingual?) -> Bilingual {
    guard let second else { return first }
    return Bilingual(zh: "\(first.zh)；\(second.zh)", en: "\(first.en); \(second.en)")
  }

  /// That units are late, and growth without them.
  static func late(_ late: GrowthWithoutLate, _ year: Int) -> Bilingual {
    let (names, count) = (late.shownNames, late.names.count)
    let others = count - names.count
    let rate = late.growthPct.map { (isFall: $0.mantissa < 0, size: $0.size) }
    let zh = names.joined(separator: "、") + (others > 0 ? "等 \(count) 个单位" : "")
    let en = names.joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
    return Bilingual(
      zh: "\(zh)尚未报送 \(year) 年决算，不在合计之内"
        + (rate.map { "；两年都不含时，\($0.isFall ? "下降" : "增长") \($0.size)%" } ?? "") + "。",
      en: "The outturn of \(year) lacks \(en), whose accounts are late"
        + (rate.map {
          "; without \(count == 1 ? "it" : "them") in both years it is \($0.size) % "
            + ($0.isFall ? "less" : "more")
        } ?? "") + ".")
  }

  /// Growth with a late unit in the year before alone, and without it.
  static func growth(_ growth: PrintedNumber, withoutLate: PrintedNumber?) -> Bilingual {
    let whole = PageWording.growth(growth)
    guard let withoutLate else { return whole }
    let isFall = withoutLate.mantissa < 0
    return Bilingual(
      zh: whole.zh + "（不含迟报单位：\(isFall ? "下降" : "增长") \(withoutLate.size)%）",
      en: whole.en + " (\(isFall ? "down" : "up") \(withoutLate.size) % without late units)")
  }

  static func findings(errors: Int, warnings: Int, notes: Int) -> Bilingual {
    Bilingual(
      zh: "核对结果：错误 \(errors) 项，警告 \(warnings) 项，提示 \(notes) 项。",
      en: "Findings: \(errors) errors, \(warnings) warnings, \(notes) notes.")
  }

  static func growth(_ growth: PrintedNumber) -> Bilingual {
    Bilingual(
      zh: "比上年\(growth.mantissa < 0 ? "下降" : "增长") \(growth.size)%",
      en: "\(growth.mantissa < 0 ? "down" : "up") \(growth.size) % on last year")
  }

  static func interval80(_ low: String, _ high: String) -> Bilingual {
    Bilingual(zh: "80% 区间 \(low) 至 \(high)", en: "80 % interval \(low) to \(high)")
  }
}

extension PrintedNumber {
  /// Without its sign.
  fileprivate var size: String {
    let text = grouped
    return text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  fileprivate var signed: String { mantissa > 0 ? "+\(grouped)" : grouped }
}
