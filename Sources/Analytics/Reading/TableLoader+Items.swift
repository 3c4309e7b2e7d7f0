// The tables that stand beside the accounts.

extension TableLoader {
  func loadMemos(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    var seen: [String: Int] = [:]
    for row in rows(.memos) {
      guard let year = row.year("year"), let unit = row["unit"], let item = row["item"] else {
        continue
      }
      let measure = row["measure"].flatMap(Memo.Measure.init) ?? .money
      let scale = measure == .money ? dataset.amountUnit : .unit
      var values: [Stage: Money] = [:]
      var decimals = measure == .money ? dataset.decimals : 0
      for stage in Stage.allCases {
        guard let value = row.money(stage.rawValue, in: scale) else { continue }
        values[stage] = value
        if measure != .money {
          decimals = max(decimals, min(2, row.number(stage.rawValue)!.decimals))
        }
      }
      let expressions = assignments(row, &errors)
      let stages = Set(values.keys).union(expressions.map(\.stage))
      for stage in stages.sorted() {
        let key = "\(year)\u{1f}\(unit)\u{1f}\(item)\u{1f}\(stage)"
        if let line = seen[key] {
          errors.append(
            row.error(
              "line \(line) has the \(stage.rawValue) of '\(item)' in \(year) already; keep one",
              column: stage.rawValue))
        }
        seen[key] = row.line
      }
      dataset.memos.append(
        Memo(
          year: year, unit: unit, item: item, measure: measure, role: row["role"],
          values: values, decimals: decimals, expressions: expressions, place: row.place))
    }
  }

  private func assignments(_ row: TableRow, _ errors: inout SourceErrors) -> [StageAssignment] {
    guard let text = row["expression"] else { return [] }
    do {
      return try StageAssignment.list(parsing: text)
    } catch {
      errors.append(row.error(error, column: "expression"))
      return []
    }
  }

  private func expression(_ row: TableRow, _ errors: inout SourceErrors) -> FigureExpression? {
    guard let text = row["expression"] else { return nil }
    do {
      return try FigureExpression(parsing: text)
    } catch {
      errors.append(row.error(error, column: "expression"))
      return nil
    }
  }

  func loadReceipts(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for row in unique(.receipts, ["year", "unit", "source_of_funds"], &errors) {
      guard let year = row.year("year"), let unit = row["unit"],
        let source = row["source_of_funds"]
      else { continue }
      var values: [Stage: Money] = [:]
      for stage in Stage.allCases {
        values[stage] = row.money(stage.rawValue, in: dataset.amountUnit)
      }
      dataset.receipts.append(
        Receipt(year: year, unit: unit, source: source, values: values, place: row.place))
    }
  }

  func loadBalances(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for row in unique(.balances, ["year", "unit", "item"], &errors) {
      guard let year = row.year("year"), let unit = row["unit"], let item = row["item"] else {
        continue
      }
      dataset.balances.append(
        Balance(
          year: year, unit: unit, item: item, role: row["role"],
          amount: row.money("amount", in: dataset.amountUnit),
          expression: expression(row, &errors), place: row.place))
    }
  }

  func loadCrosswalk(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    var weights: [String: (sum: Int128, row: TableRow, count: Int)] = [:]
    for row in rows(.crosswalk) {
      guard let year = row.year("from_year") else { continue }
      let pairs = [
        (Dimension.subject, "from_subject", "to_subject"), (.unit, "from_unit", "to_unit"),
      ]
      let given = pairs.filter { row[$0.1] != nil || row[$0.2] != nil }
      guard given.count == 1, let from = row[given[0].1], let to = row[given[0].2] else {
        errors.append(
          row.error(
            "a row needs from_subject and to_subject, or from_unit and to_unit, and not both",
            column: "from_year"))
        continue
      }
      for code in [from, to] { _ = dataset.accounts[given[0].0].codes.intern(code) }
      let weight = row.number("weight") ?? PrintedNumber(1)
      let scaled = Int128(weight.mantissa) * .powerOfTen(12 - weight.decimals)
      if scaled < 0 || scaled > .powerOfTen(12) {
        errors.append(row.error("the weight '\(weight)' is not from 0 to 1", column: "weight"))
      }
      let key = "\(given[0].0) '\(from)' from \(year)"
      let sum = weights[key] ?? (0, row, 0)
      weights[key] = (sum.sum + scaled, row, sum.count + 1)
      dataset.crosswalk.append(
        CrosswalkRule(
          dimension: given[0].0, from: from, to: to, fromYear: year, weight: weight,
          place: row.place))
    }
    checkCircles(dataset.crosswalk, &errors)
    // Each has been rounded to twelve decimals: thirds may miss 1 by that.
    for (key, entry) in weights.sorted(by: { $0.key < $1.key })
    where (entry.sum - .powerOfTen(12)).magnitude * 2 > entry.count {
      errors.append(
        entry.row.error(
          "the weights of \(key) do not add up to 1 over its rows (\(entry.count)); the parts of "
            + "a split make the whole",
          column: "weight"))
    }
  }

  func loadFigures(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for row in unique(.figures, ["figure"], &errors) {
      guard let name = row["figure"], let printed = row.number("printed") else { continue }
      dataset.figures.append(
        Figure(
          name: name, printed: printed,
          measure: row["measure"].flatMap(Figure.Measure.init) ?? .amount,
          expression: expression(row, &errors), section: row["section"], source: row["source"],
          place: row.place))
    }
  }

  func loadAdjustments(into dataset: inout Dataset) {
    for row in rows(.adjustments) {
      guard let year = row.year("year"), let stage = row["stage"].flatMap(Stage.init) else {
        continue
      }
      if let item = row["item"] {
        dataset.itemReasons.append(reason(row, item, year, stage, dataset))
        continue
      }
      dataset.adjustments.append(
        Adjustment(
          year: year, unit: row.code("unit"), subject: row.code("subject"), stage: stage,
          amount: row.money("amount", in: dataset.amountUnit),
          low: row.money("amount_lo", in: dataset.amountUnit),
          high: row.money("amount_hi", in: dataset.amountUnit),
          kinds: (row["kind"] ?? "").split(separator: "+").map { String($0).trimmed },
          against: row["against"] ?? "level", forYear: row.year("for_year"),
          part: row["part"].flatMap { SpendingKind(word: $0) },
          recurs: row["recurs"], reason: row["reason"], source: row["source"],
          rateChange: rateChange(row)))
    }
    noteRates(into: &dataset)
  }

  /// Rows with rates of a change that tell of no ratio.
  private func noteRates(into dataset: inout Dataset) {
    let rows = rows(.adjustments).filter { row in
      row["item"] == nil && rateChange(row) == nil
        && (row.number("rate_before") != nil || row.number("rate_after") != nil)
    }
    guard let first = rows.first else { return }
    let note = ReadingNote(.ratesWithoutRatio(rows.map(\.line)), at: first.place)
    dataset.notes.append(note.finding(dataset.language))
  }

  private func rateChange(_ row: TableRow) -> Adjustment.RateChange? {
    guard let before = row.number("rate_before"), let after = row.number("rate_after"),
      before.mantissa > 0  // of a rate of nothing there is no ratio
    else { return nil }
    return Adjustment.RateChange(before: before, after: after)
  }

  /// A row of `adjustments` that is about a memo and no line of the accounts.
  private func reason(
    _ row: TableRow, _ item: String, _ year: FiscalYear, _ stage: Stage, _ dataset: Dataset
  ) -> ItemReason {
    let path = item.split(separator: "/", maxSplits: 1).map(String.init)
    return ItemReason(
      year: year, unit: row.code("unit"), stage: stage, item: path[0],
      part: path.count > 1 ? path[1] : nil,
      amount: row.money("amount", in: dataset.amountUnit),
      kinds: (row["kind"] ?? "").split(separator: "+").map { String($0).trimmed },
      against: row["against"] ?? "previous", reason: row["reason"], source: row["source"])
  }

  /// The rows of a table, with an error for each that repeats the key of an earlier one.
  func unique(
    _ table: TableName, _ key: [String], _ errors: inout SourceErrors
  ) -> TextTable {
    let rows = rows(table)
    for (row, first) in rows.repetitions(of: key) {
      let text = key.map { rows[row][$0] ?? "" }.joined(separator: ", ")
      errors.append(
        rows[row].error(
          "line \(rows[first].line) has \(text) already; keep one", column: key.last!))
    }
    return rows
  }
}
