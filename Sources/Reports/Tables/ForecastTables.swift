import Analytics
import Forecast

extension Table {
  /// `forecast/forecasts.csv`
  public static func forecasts(
    _ projection: Projection, _ nodes: NodeTable, _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "forecast/forecasts", title: Bilingual(zh: "预测", en: "Forecasts"),
      columns: forecastColumns, key: ["level", "unit", "subject", "stage", "year"],
      entries: nodes.nodes.indices
    ) { place, body in
      let keys = cell.keys(nodes.nodes[place], nodes.panel)
      for prediction in projection.predictions.of(place) {
        let limits = prediction.limits
        try body(
          Row(
            keys,
            [
              .text(prediction.stage.rawValue), .integer(prediction.year.number),
              .integer(prediction.horizon), .text(prediction.basis.rawValue),
              cell.estimate(prediction.mean),
              cell.estimate(Money(rounding: limits.low80)),
              cell.estimate(Money(rounding: limits.high80)),
              cell.estimate(Money(rounding: limits.low95)),
              cell.estimate(Money(rounding: limits.high95)),
              cell.estimate(Money(rounding: prediction.base)),
              Cell(prediction.method?.rawValue), .integer(prediction.observations),
              .text(prediction.status.description),
            ]))
      }
    }
  }

  /// `forecast/accuracy.csv`
  public static func accuracy(_ projection: Projection, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "forecast/accuracy", title: Bilingual(zh: "预测误差", en: "Accuracy"),
      columns: accuracyColumns,
      key: ["level", "stage", "basis", "horizon", "method", "reconciled"],
      rows: projection.accuracy.map { row in
        [
          .text(row.level.rawValue), .text(row.stage.rawValue), .text(row.basis.rawValue),
          .integer(row.horizon), .text(row.method.rawValue),
          .text(row.isReconciled ? "yes" : "no"), .integer(row.series),
          cell.estimate(Money(rounding: row.meanError)), percent(row.weightedError),
          ratio(row.relativeError), ratio(row.scaledError), percent(row.coverage80),
          percent(row.coverage95), ratio(row.weight),
        ]
      })
  }
}

private func percent(_ part: Double?) -> Cell { Cell(part.flatMap { number($0 * 1e4, 2) }) }

private func ratio(_ value: Double?) -> Cell { Cell(value.flatMap { number($0 * 1e4, 4) }) }

private func number(_ mantissa: Double, _ decimals: Int) -> PrintedNumber? {
  let rounded = mantissa.rounded(.toNearestOrAwayFromZero)
  return Int64(exactly: rounded).map { PrintedNumber(mantissa: $0, decimals: decimals) }
}

private let forecastColumns: [Column] = [
  .level, .unit, .unitName, .subject, .subjectName, .stage, .year,
  Column("horizon", .integer, "步长", "Horizon", "Panel years after the stage's origin."),
  Column(
    "basis", .text, "依据", "Basis",
    "history, or budget where the year's budget is adopted and used."),
  Column("mean", .amount, "预测值", "Mean", "The forecast."),
  Column("lo80", .amount, "下限80%", "Low 80 %", "One in ten comes lower."),
  Column("hi80", .amount, "上限80%", "High 80 %", "One in ten comes higher."),
  Column("lo95", .amount, "下限95%", "Low 95 %", "One in forty comes lower."),
  Column("hi95", .amount, "上限95%", "High 95 %", "One in forty comes higher."),
  Column(
    "base_mean", .amount, "调节前", "Base mean",
    "The forecast before reconciliation; of a sum, its own where it has one."),
  Column("method", .text, "方法", "Method", "The method in use; blank for sums."),
  Column("observations", .integer, "年数", "Observations", "Years of the stage up to the origin."),
  Column(
    "status", .text, "状态", "Status",
    "pooled, short, constant, all_zero, ended, late, sum, fixed, ceiling, fallback; with :<note> "
      + "where there is one."
  ),
]

private let accuracyColumns: [Column] = [
  .level, .stage,
  Column("basis", .text, "依据", "Basis", "history or budget."),
  Column("horizon", .integer, "步长", "Horizon", "Panel years ahead."),
  Column("method", .text, "方法", "Method", "The method scored."),
  Column(
    "reconciled", .text, "已调节", "Reconciled",
    "yes where sums and lines were brought to agree before they were scored, else no."),
  Column("series", .integer, "序列数", "Series", "How many were scored."),
  Column("mae", .amount, "平均绝对误差", "MAE", "Mean absolute error."),
  Column("wape_pct", .percent, "加权误差%", "WAPE %", "Σ|error| ÷ Σ|actual| × 100."),
  Column(
    "relative_mae", .number, "相对误差", "Relative MAE",
    "Σ|error| ÷ Σ|error of repeating the last value|; below 1 is better."),
  Column("mase", .number, "标度误差", "MASE", "Mean of |error| ÷ mean |change| of the history."),
  Column("coverage80_pct", .percent, "80%覆盖", "Coverage 80 %", "How much came inside lo80–hi80."),
  Column("coverage95_pct", .percent, "95%覆盖", "Coverage 95 %", "How much came inside lo95–hi95."),
  Column(
    "weight", .number, "权重", "Weight",
    "The method's share of the mixture; blank for the mixture itself."),
]
