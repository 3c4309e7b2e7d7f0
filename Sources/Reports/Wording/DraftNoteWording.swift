import Analytics
import Forecast

extension DraftNote {
  /// The note as a planner reads it.
  var words: Bilingual {
    switch self {
    case .reason(let reason): Bilingual(both: reason)
    case .ceiling(let ceiling): ceiling.told
    case .projectEnds(let name, let year):
      Bilingual(zh: "\(name)于\(year)年到期", en: "\(name) ends in \(year)")
    case .projectBegins(let name): Bilingual(zh: "新增\(name)", en: "\(name) begins")
    case .noBudget(let recurring, let isMiddle):
      DraftNote.noBudget(NumberWording.grouped(recurring), isMiddle)
    case .restOfTotal(1): Bilingual(zh: "总额剩余部分", en: "the rest of the total")
    case .restOfTotal(let years):
      Bilingual(zh: "总额剩余部分按\(years)年均分", en: "the rest of the total over \(years) years")
    case .status(let status): status.words
    }
  }
}

extension DraftNote {
  /// There is no figure, and why; what there is to start from.
  fileprivate static func noBudget(_ recurring: String, _ isMiddle: Bool) -> Bilingual {
    let middle =
      isMiddle
      ? Bilingual(zh: "（区间中值）", en: " (the middle of an interval)") : Bilingual(zh: "", en: "")
    return Bilingual(
      zh: "以往没有年初预算，无测算数和模型参考；执行数扣除一次性和跨年因素后为\(recurring)\(middle.zh)",
      en: "no budget so far, hence neither costing nor reference; the outturn without one-offs and "
        + "items of other years is \(recurring)\(middle.en)")
  }
}

extension Status {
  /// What a planner must know of a forecast.
  var words: Bilingual {
    switch self {
    case .pooled, .local:
      Bilingual(zh: "按自身历史和同类科目推算", en: "projected from its own history and similar lines")
    case .pooledPrior:
      Bilingual(
        zh: "历史年数少，参照其他政府的账目推算",
        en: "too few years to learn from; projected as other governments' accounts suggest")
    case .pooledAfter(let kind): kind.words
    case .pooledAssumed:
      Bilingual(
        zh: "可供检验的年数不足，预测区间为假定",
        en: "too few years to test forecasts on; the interval is assumed")
    case .short: Status.oneYear
    case .shortAssumed:
      Bilingual(
        zh: Status.oneYear.zh + "，预测区间为假定", en: Status.oneYear.en + "; the interval is assumed")
    case .constant: Bilingual(zh: "各年数额不变", en: "the same amount every year")
    case .allZero: Bilingual(zh: "各年均为零", en: "nothing in any year")
    case .ended:
      Bilingual(
        zh: "最近年度已无此项支出，视为停止", en: "nothing in the newest year; taken to have ended")
    case .late:
      Bilingual(
        zh: "单位尚无最近年度数据", en: "its unit has no figures of the newest year yet")
    case .fallback(let reason): reason.words
    case .staffing:
      Bilingual(zh: "按人员和标准测算", en: "costed from people and rates")
    case .projectEnded: Bilingual(zh: "项目已到期", en: "its project is over")
    case .fixed: Bilingual(zh: "按预先确定的数额", en: "an amount that is fixed beforehand")
    case .ceiling:
      Bilingual(zh: "受限额约束", en: "held by a ceiling or a floor")
    case .sum: Bilingual(zh: "各项合计", en: "a sum of lines")
    }
  }

  private static let oneYear = Bilingual(
    zh: "自身仅有一年数据，按同类科目推算",
    en: "one year of its own only; projected from similar lines")
}

extension PanelBreaks.Kind {
  /// Of a year near the end from which nothing is learnt.
  fileprivate var words: Bilingual {
    switch self {
    case .reorganised:
      Bilingual(
        zh: "近年账目口径有变，该年不用于推算",
        en: "a recent year is not comparable with the year before and is not learnt from")
    case .rolledOver:
      Bilingual(
        zh: "近年预算沿用上年，该年不用于推算",
        en: "the budgets of a recent year repeat those before and are not learnt from")
    case .partYear:
      Bilingual(
        zh: "近年决算不足全年，该年不用于推算",
        en: "the outturns of a recent year are of part of it and are not learnt from")
    }
  }
}

extension Status.Reason {
  fileprivate var words: Bilingual {
    switch self {
    case .insideRest:
      Bilingual(
        zh: "已含在公布的其余支出之内", en: "inside a published rest, whose forecast has it")
    case .anchorErrsLess:
      Bilingual(
        zh: "沿用上年数或已批预算，以往误差更小",
        en: "the last value or the adopted budget, which has erred less in the past")
    case .forced: Bilingual(zh: "按指定的方法推算", en: "projected by the method that was asked for")
    }
  }
}
