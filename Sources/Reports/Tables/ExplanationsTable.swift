import Analytics
import Forecast

extension Table {
  /// `forecast/explanations.csv`: how each forecast comes about, step by step.
  public static func explanations(
    _ projection: Projection, _ nodes: NodeTable, _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "forecast/explanations", title: Bilingual(zh: "预测说明", en: "Explanations"),
      columns: explanationColumns, key: ["level", "unit", "subject", "stage", "year", "step"],
      entries: nodes.nodes.indices
    ) { place, body in
      let keys = cell.keys(nodes.nodes[place], nodes.panel)
      for prediction in projection.predictions.of(place) {
        for it in projection.explanations.steps(prediction) {
          let ceilings = it.step == .ceiling ? projection.ceilings(moving: prediction, nodes) : []
          let name = words(it.step, ceilings, dataset.language)
          try body(
            Row(
              keys,
              [
                .text(prediction.stage.rawValue), .integer(prediction.year.number),
                .text(it.step.rawValue), .text(name), cell.estimate(it.amount),
              ]))
        }
      }
    }
  }
}

/// A step's name, with what holds the forecast.
private func words(_ step: Step, _ ceilings: [Ceiling], _ language: Language) -> String {
  guard !ceilings.isEmpty else { return step.title[language] }
  let separator = Bilingual(zh: "；", en: "; ")[language]
  let told = ceilings.map { $0.told[language] }.joined(separator: separator)
  let title = step.title
  return Bilingual(zh: "\(title.zh)（\(told)）", en: "\(title.en) (\(told))")[language]
}

private let explanationColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName, .stage, .year,
  Column(
    "step", .text, "步骤", "Step",
    "last_year, one_off, timing, full_year, headcount, rate, progression, known, own_trend, "
      + "similar_lines, reconciliation, ceiling or rounding; those without amount are left out."),
  Column("step_name", .text, "步骤名称", "Step name", "The step in words."),
  Column(
    "amount", .amount, "金额", "Amount", "What the step adds; all add up to the forecast's mean."),
]

extension Step {
  /// What people call it.
  public var title: Bilingual {
    switch self {
    case .lastYear: Bilingual(zh: "上年数", en: "Last year")
    case .oneOff: Bilingual(zh: "扣除一次性因素", en: "One-offs removed")
    case .timing: Bilingual(zh: "跨年度调整", en: "Timing")
    case .fullYear: Bilingual(zh: "翘尾因素", en: "Full-year effects")
    case .headcount: Bilingual(zh: "人员变动", en: "Headcount")
    case .rate: Bilingual(zh: "标准变动", en: "Rates")
    case .progression: Bilingual(zh: "正常晋升", en: "Progression")
    case .known: Bilingual(zh: "已知因素", en: "Known changes")
    case .ownTrend: Bilingual(zh: "自身趋势", en: "Own trend")
    case .similarLines: Bilingual(zh: "同类科目参考", en: "Similar lines")
    case .reconciliation: Bilingual(zh: "平衡调节", en: "Reconciliation")
    case .ceiling: Bilingual(zh: "限额控制", en: "Ceiling")
    case .rounding: Bilingual(zh: "尾差", en: "Rounding")
    }
  }
}
