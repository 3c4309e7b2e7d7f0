// People, categories and rates.

extension TableLoader {
  func loadCategories(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for row in unique(.categories, ["category"], &errors) {
      guard let code = row["category"] else { continue }
      dataset.categories.append(
        StaffCategory(
          code: code, group: row["group"], progression: row.number("progression_pct"),
          countsAsHead: row["counts_as_head"] != "no"))
    }
  }

  func loadHeadcount(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    for column in ["establishment", "in_post", "on_establishment"] {
      checkHeads(.headcount, column, &errors)
    }
    dataset.headcount = HeadcountTable(
      unique(.headcount, ["year", "unit", "category"], &errors))
  }

  /// Refuses heads of which a sum over years, in months, may overflow.
  private func checkHeads(
    _ table: TableName, _ name: String, _ errors: inout SourceErrors
  ) {
    let most: Int64 = 100_000_000_000
    let column = rows(table).column(name)
    let heads = column.values.map { $0.number.map { abs($0.thousandths) / 1000 } ?? 0 }
    var room = most
    for (row, code) in column.codes.enumerated() where code >= 0 {
      room -= heads[Int(code)]
      guard room < 0 else { continue }
      errors.append(
        rows(table)[row].error(
          "with what stands before it, \(name) would add up to more than \(most) heads",
          column: name))
      return
    }
  }

  func loadMovements(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    let table = rows(.movements)
    checkHeads(.movements, "delta", &errors)
    let movements = MovementColumns(table, dataset.calendar).movements
    for (row, movement) in movements.enumerated() where movement.delta.mantissa >= 0 {
      guard movement.toUnit != nil || movement.toCategory != nil else { continue }
      let column = movement.toUnit != nil ? "to_unit" : "to_category"
      errors.append(
        table[row].error(
          "\(column) says where heads go, so delta counts those who leave '\(movement.unit)': "
            + "write it below zero, as in -1", column: "delta"))
    }
    dataset.notes += MovementNotes(table, movements).notes.map { $0.finding(dataset.language) }
    dataset.movements += movements
  }

  /// The category group that drives each subject's cost.
  func loadStaffing(into dataset: inout Dataset) {
    for row in rows(.subjects) {
      guard let code = row["code"], let driver = row["staffing"] else { continue }
      dataset.staffing[dataset.accounts[.subject].codes.intern(code)] = driver
    }
  }

  func loadRates(into dataset: inout Dataset, _ errors: inout SourceErrors) {
    var lines: [RateKey: Int] = [:]
    for row in rows(.rates) {
      guard let rate = rate(row, dataset, &errors) else { continue }
      if let line = lines[RateKey(rate)] {
        errors.append(
          row.error(
            "line \(line) has a rate from \(row["from"] ?? "") for the same subject, unit, "
              + "category, kind and basis; keep one", column: "from"))
      }
      lines[RateKey(rate)] = row.line
      dataset.rates.append(rate)
    }
    checkCosts(dataset, &errors)
  }

  private func rate(
    _ row: TableRow, _ dataset: Dataset, _ errors: inout SourceErrors
  ) -> Rate? {
    guard let subject = row["subject"],
      let from = row["from"].map({ dataset.calendar.moment(Moment($0)) }),
      let value = row.number("value"), let text = row["basis"]
    else { return nil }
    guard let basis = Rate.Basis(text) else {
      errors.append(
        row.error(
          "'\(text)' is not a basis; write per_head_year, per_head_month, per_event:<reason> ("
            + Rate.Basis.events.joined(separator: ", ")
            + ") or percent_of:<subjects or economic classes joined by +>", column: "basis"))
      return nil
    }
    checkCodes(basis, row, dataset, &errors)
    let to = row["to"].map { dataset.calendar.moment(Moment($0, isEnd: true)) }
    if let to, to <= from {
      errors.append(row.error("'\(row["to"]!)' is before '\(row["from"]!)'", column: "to"))
    }
    let paidFrom = row["paid_from"].map { dataset.calendar.moment(Moment($0)) }
    if let paidFrom, paidFrom < from {
      errors.append(
        row.error(
          "'\(row["paid_from"]!)' is before '\(row["from"]!)': a rate is paid when it is in force "
            + "or later", column: "paid_from"))
    }
    return Rate(
      subject: subject, unit: row.code("unit"), category: row.code("category"),
      kind: row["kind"].flatMap { SpendingKind(word: $0) }, from: from, to: to, paidFrom: paidFrom,
      basis: basis, baseYear: row["base_year"].flatMap(Rate.BaseYear.init) ?? .same,
      floor: row.number("floor"), cap: row.number("cap"), value: value, place: row.place)
  }

  /// Nil for the words that mean any.
  private func checkCodes(
    _ basis: Rate.Basis, _ row: TableRow, _ dataset: Dataset, _ errors: inout SourceErrors
  ) {
    if let kind = row["kind"], SpendingKind(word: kind) == nil {
      errors.append(
        row.error("'\(kind)' is not a kind; write personnel or operating", column: "kind"))
    }
    guard case .percentOf(let codes) = basis else { return }
    if let value = row.number("value"), !NumberBounds.percentage.hold(value) {
      errors.append(
        row.error("'\(value)' \(NumberBounds.percentage.problem)", column: "value"))
    }
    for code in codes
    where dataset.accounts[.economic].codes.find(code) == nil
      && dataset.accounts[.subject].codes.find(code) == nil
    {
      errors.append(
        row.error(
          "'\(code)' is no subject and no economic class of the dataset; a percentage is taken of "
            + "amounts that are there", column: "basis"))
    }
  }
}

/// What no two rates may share: of one kind of basis there is one.
private struct RateKey: Hashable {
  private enum Kind: Hashable { case heads, event(String), share }

  let subject: String
  let unit: String?
  let category: String?
  let kind: SpendingKind?
  private let basis: Kind
  let from: Moment

  init(_ rate: Rate) {
    subject = rate.subject
    unit = rate.unit
    category = rate.category
    kind = rate.kind
    from = rate.from
    basis =
      switch rate.basis {
      case .perHeadYear, .perHeadMonth: .heads
      case .perEvent(let reason): .event(reason)
      case .percentOf: .share
      }
  }
}
