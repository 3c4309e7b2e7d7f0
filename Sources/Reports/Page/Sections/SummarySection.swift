import Analytics

extension Section {
  /// What happened, in a few figures and sentences.
  static func summary(_ data: PageData) -> Section {
    let summary = PageSummary(data)
    return Section(
      id: "summary", title: PageWording.summary,
      blocks: [.cards(summary.cards), .sentences(summary.sentences)])
  }
}

/// The figures and sentences at the head of a page, all of them from the rows of the total.
private struct PageSummary {
  let data: PageData
  let total: Int?
  let unit: Bilingual

  init(_ data: PageData) {
    self.data = data
    total = data.nodes.indices(.total).first
    unit = PageWording.counted(data.style([0]).unit)
  }

  private var execution: Record? { total.flatMap(data.thisYear) }
  private var yearOnYear: Record? { total.flatMap { data.yearOnYear[$0].first } }

  /// Amounts are short here; the sentences below have all their digits.
  var cards: [Section.Card] {
    let stages = [
      (PageWording.budget, "budget"), (PageWording.revised, "revised"),
      (PageWording.outturn, "outturn"),
    ]
    let style = data.style(stages.compactMap { execution?.number($0.1)?.doubleValue })
    let cards = stages.compactMap { words, column in
      execution?.number(column).map { number in
        Section.Card(
          name: PageWording.dated(words, data.year), number: style.label(number),
          unit: PageWording.counted(style.unit), note: column == "outturn" ? growthNote : nil)
      }
    }
    let percent = execution?.number("execution_pct").map {
      Section.Card(
        name: PageWording.executionOfBudget, number: $0.grouped, unit: AmountStyle.percent.unit,
        note: nil)
    }
    return cards + [percent, draft(style)].compactMap { $0 }
  }

  private var growthNote: Bilingual? {
    yearOnYear?.number("growth_pct").map {
      PageWording.growth($0, withoutLate: withoutLate?.growthPct)
    }
  }

  private var withoutLate: GrowthWithoutLate? {
    data.contents.finalAccounts?.withoutLate
  }

  /// The sum of references beside a draft's.
  private func references(_ stage: Stage, _ year: Int) -> PrintedNumber? {
    data.contents.projection?.sumOfReferences(stage, FiscalYear(year), data.contents.nodes).map {
      $0.printed(in: data.dataset.amountUnit, decimals: max(2, data.dataset.decimals))
    }
  }

  /// The first budget that is forecast.
  private func draft(_ style: AmountStyle) -> Section.Card? {
    let row = total.flatMap { node in
      data.forecasts.first(node) { $0["stage"] == .text(Stage.budget.rawValue) }
    }
    guard let row, let mean = row.number("mean"), let year = row.integer("year"),
      let low = row.number("lo80"), let high = row.number("hi80")
    else { return nil }
    let interval = PageWording.interval80(style.label(low), style.label(high))
    let beside = references(.budget, year).map {
      PageWording.referenceSum(style.label($0), PageWording.counted(style.unit))
    }
    return Section.Card(
      name: PageWording.dated(PageWording.budgetDraft, year), number: style.label(mean),
      unit: PageWording.counted(style.unit), note: PageWording.listed(interval, beside))
  }

  var sentences: [Bilingual] {
    [outturnSentence, lateSentence, executionSentence, contributionSentence].compactMap { $0 }
      + forecastSentences + [findingsSentence]
  }
}

extension PageSummary {
  private var outturnSentence: Bilingual? {
    guard let row = execution, let outturn = row.number("outturn") else { return nil }
    guard let change = yearOnYear?.number("change"), let growth = yearOnYear?.number("growth_pct")
    else { return PageWording.outturn(data.year, outturn.grouped, unit) }
    return PageWording.outturn(data.year, outturn.grouped, unit, change: change, growth: growth)
  }

  private var lateSentence: Bilingual? {
    withoutLate.map { PageWording.late($0, data.year) }
  }

  private var executionSentence: Bilingual? {
    guard let row = execution, let budget = row.number("budget"),
      let percent = row.number("execution_pct")
    else { return nil }
    return PageWording.execution(
      budget: budget.grouped, revised: row.number("revised")?.grouped, ofBudget: percent.grouped,
      ofRevised: row.number("execution_revised_pct")?.grouped)
  }

  /// The subjects that moved the total most.
  private var contributionSentence: Bilingual? {
    let rows = data.nodes.classes.compactMap { node in
      data.yearOnYear[node].first?.number("contribution_pp").map {
        (name: data.nodes.nodes[node].name, points: $0)
      }
    }
    guard rows.count > 1 else { return nil }
    let largest = rows.sorted { $0.points.mantissa.magnitude > $1.points.mantissa.magnitude }
    return PageWording.contributions(largest.prefix(3).map { ($0.name, $0.points) })
  }

  private var forecastSentences: [Bilingual] {
    guard let total else { return [] }
    return data.forecasts[total].compactMap { row in
      guard let stage = Stage(rawValue: row.text("stage")), stage != .revised,
        let year = row.integer("year"), let mean = row.number("mean"),
        let low = row.number("lo80"), let high = row.number("hi80")
      else { return nil }
      return PageWording.forecast(
        stage, year, mean.grouped, low: low.grouped, high: high.grouped,
        reference: stage == .budget ? references(stage, year)?.grouped : nil, unit)
    }
  }

  private var findingsSentence: Bilingual {
    func count(_ severity: Finding.Severity) -> Int {
      data.findings.count { $0.text("severity") == severity.rawValue }
    }
    return PageWording.findings(
      errors: count(.error), warnings: count(.warning), notes: count(.note))
  }
}
