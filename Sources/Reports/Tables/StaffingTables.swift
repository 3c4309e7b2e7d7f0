import Analytics
import Forecast

extension Table {
  /// `staffing/person_years.csv`: heads by unit, category and year.
  public static func personYears(_ roster: Roster) -> Table {
    Table(
      name: "staffing/person_years", title: Bilingual(zh: "人年", en: "Person-years"),
      columns: personYearColumns, key: ["unit", "category", "year"]
    ) { body in
      for row in roster.rows {
        try body(
          Row(
            [.text(roster.units[row.unit]), .text(roster.categories.all[row.category].code)],
            [
              .integer(row.year.number), heads(row.opening), heads(row.joiners),
              heads(row.leavers), heads(row.closing), .number(row.personYears.printed),
              Cell(row.establishment.map(printedHeads)), Cell(row.vacancy.map(printedHeads)),
            ]))
      }
    }
  }

  /// `staffing/costs.csv`: what each category costs on each line.
  ///
  /// Blank where the model's privacy hides it.
  public static func costs(_ projection: StaffingProjection, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    let (panel, categories) = (projection.model.nodes.panel, projection.model.roster.categories)
    return Table(
      name: "staffing/costs", title: Bilingual(zh: "人员成本", en: "Staff costs"),
      columns: costColumns, key: ["unit", "subject", "category", "year"]
    ) { body in
      let costs = projection.costs
      let hidden = HiddenCosts(costs, projection.model.privacy)
      for (place, cost) in costs.enumerated() {
        func amount(_ value: Double?) -> Cell {
          hidden.contains(place) ? .blank : cell.estimate(value.map { Money(rounding: $0) })
        }
        try body(
          Row(
            cell.line(panel.lines[cost.line], panel),
            [
              Cell(cost.category.map { categories.all[$0].code }), .integer(cost.year.number),
              Cell(cost.personYears?.printed), amount(cost.perPersonYear), amount(cost.amount),
              amount(cost.limits.low80), amount(cost.limits.high80), amount(cost.limits.low95),
              amount(cost.limits.high95), .text(cost.method),
            ]))
      }
    }
  }

  /// `staffing/explanations.csv`: the steps of each line, which add up to its forecast.
  public static func staffingExplanations(
    _ projection: StaffingProjection, _ dataset: Dataset
  ) -> Table {
    let cell = CellMaker(dataset)
    let panel = projection.model.nodes.panel
    return Table(
      name: "staffing/explanations",
      title: Bilingual(zh: "人员支出变动", en: "Staff cost, step by step"),
      columns: staffingStepColumns, key: ["unit", "subject", "year", "step"]
    ) { body in
      for explanation in projection.explanations {
        for step in explanation.steps {
          try body(
            Row(
              cell.line(panel.lines[explanation.line], panel),
              [
                .integer(explanation.year.number), .text(step.step.word),
                cell.estimate(step.amount),
              ]))
        }
      }
    }
  }

  /// `staffing/steps.csv`: what each step is made of, head by head and rate by rate.
  ///
  /// Blank where the model's privacy hides it.
  public static func staffingSteps(_ projection: StaffingProjection, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    let model = projection.model
    return Table(
      name: "staffing/steps", title: Bilingual(zh: "变动明细", en: "Steps in detail"),
      columns: stepColumns, key: ["unit", "subject", "year", "step", "kind", "category", "source"]
    ) { body in
      for entry in projection.entries {
        let line = cell.line(model.nodes.panel.lines[entry.plan.line], model.nodes.panel)
        for (item, amount) in entry.items {
          let isHidden = model.hides(item, of: entry.plan)
          let parts: [Cell] =
            isHidden
            ? [.blank, .blank, .blank]
            : [
              Cell(item.quantity.flatMap(quantity)),
              cell.estimate(item.price.map { Money(rounding: $0) }),
              cell.estimate(Money(rounding: amount)),
            ]
          let key: [Cell] = [
            .integer(entry.plan.year.number), .text(item.step.rawValue), Cell(item.kind?.rawValue),
            Cell(item.category.map { model.roster.categories.all[$0].code }),
            .text(item.source.rawValue),
          ]
          try body(Row(line + key + parts))
        }
      }
    }
  }

  /// `staffing/response.csv`: how far cost follows heads, and the evidence.
  public static func headcountResponse(_ projection: Projection, _ dataset: Dataset) -> Table {
    let cell = CellMaker(dataset)
    return Table(
      name: "staffing/response",
      title: Bilingual(zh: "支出随人数变动的程度", en: "How far cost follows heads"),
      columns: responseColumns, key: ["stage", "basis", "horizon"],
      rows: projection.responses.map { row in
        let (response, evidence) = (row.response, row.response.evidence)
        func part(_ error: Double?, _ whole: Double?) -> Cell {
          guard let error, let whole, whole > 0 else { return .blank }
          return Cell(quantity(error / whole))
        }
        func error(_ value: Double?) -> Cell { cell.estimate(value.map { Money(rounding: $0) }) }
        return [
          .text(row.stage.rawValue), .text(row.basis.rawValue), .integer(row.horizon),
          Cell(evidence?.lines), Cell(evidence?.origins), Cell(quantity(response.fullYear)),
          Cell(quantity(response.headcount)), error(evidence?.naive), error(evidence?.trend),
          error(evidence?.known), part(evidence?.trend, evidence?.naive),
          part(evidence?.known, evidence?.naive), .text(response.isUsed ? "yes" : "no"),
          Cell(quantity(response.width)),
        ]
      })
  }
}

/// Heads with as many decimals as they need.
private func heads(_ thousandths: Int64) -> Cell { .number(printedHeads(thousandths)) }

private func printedHeads(_ thousandths: Int64) -> PrintedNumber {
  PrintedNumber(mantissa: thousandths, decimals: 3).shortened
}

/// With four decimals.
private func quantity(_ value: Double) -> PrintedNumber? {
  Int64(exactly: (value * 1e4).rounded(.toNearestOrAwayFromZero)).map {
    PrintedNumber(mantissa: $0, decimals: 4)
  }
}

extension CellMaker {
  /// unit, unit_name, subject, subject_name
  func line(_ line: Panel.Line, _ panel: Panel) -> [Cell] {
    [
      code(panel.units, line.unit), name(panel.units, line.unit),
      code(panel.subjects, line.subject), name(panel.subjects, line.subject),
    ]
  }
}
