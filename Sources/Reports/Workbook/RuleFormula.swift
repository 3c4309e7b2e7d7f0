import Analytics
import Spreadsheets

/// A formula in a cell, and what it gives; nil for an empty text.
struct RuleFormula {
  let text: String
  let value: PrintedNumber?
}

/// The cells that a rule reads: where they are and what stands in them.
protocol RuleCells<ColumnID> {
  associatedtype ColumnID: Hashable & Sendable

  func name(_ row: Int, _ column: ColumnID) -> String
  func value(_ row: Int, _ column: ColumnID) -> PrintedNumber?
}

extension CellRule {
  /// The formula of a row; nil where the rule gives none.
  ///
  /// - Parameter whole: The row of which shares and contributions are taken.
  func formula(_ row: Int, whole: Int?, in cells: some RuleCells<ColumnID>) -> RuleFormula? {
    guard isDerived else { return nil }  // most are not, and a reader has to be made
    let reader = RowReader(cells: cells, row: row, whole: whole)
    switch self {
    case .plain, .sum: return nil
    case .difference(let a, let b): return reader.difference(a, b)
    case .differenceOfBoth(let a, let b): return reader.differenceOfBoth(a, b)
    case .balance(let plus, let minus): return reader.balance(plus, minus)
    case .first(let columns): return reader.first(columns)
    case .percent(let part, let whole): return reader.percent(part, of: whole)
    case .growth(let amount, let previous): return reader.growth(amount, previous)
    case .share(let amount): return reader.share(amount)
    case .shareChange(let amount, let previous): return reader.shareChange(amount, previous)
    case .contribution(let change, let previous): return reader.contribution(change, previous)
    case .excess(let amount, let limit): return reader.excess(amount, limit)
    case .step(let amount, let earlier):
      guard reader.value(amount) != nil,
        let nearest = earlier.last(where: { reader.value($0) != nil })
      else { return nil }
      return reader.difference(amount, nearest)
    }
  }
}

private struct RowReader<Cells: RuleCells> {
  typealias ColumnID = Cells.ColumnID

  let cells: Cells
  let row: Int
  let whole: Int?

  func value(_ column: ColumnID) -> PrintedNumber? { cells.value(row, column) }
  func name(_ column: ColumnID) -> String { cells.name(row, column) }

  /// A blank counts as nothing, as it does in a spreadsheet.
  func difference(_ a: ColumnID, _ b: ColumnID) -> RuleFormula? {
    guard let value = (value(a) ?? PrintedNumber(0)).minus(value(b) ?? PrintedNumber(0)) else {
      return nil
    }
    return RuleFormula(text: "\(name(a))-\(name(b))", value: value)
  }

  func differenceOfBoth(_ a: ColumnID, _ b: ColumnID) -> RuleFormula {
    let (first, second) = (name(a), name(b))
    return RuleFormula(
      text: "IF(OR(\(first)=\"\",\(second)=\"\"),\"\",\(first)-\(second))",
      value: both(a, b) { $0.minus($1) })
  }

  func balance(_ plus: [ColumnID], _ minus: [ColumnID]) -> RuleFormula? {
    guard let sum = PrintedNumber.sum(plus.compactMap(value)),
      let less = PrintedNumber.sum(minus.compactMap(value)), let value = sum.minus(less)
    else { return nil }
    let text = plus.map(name).joined(separator: "+") + minus.map { "-" + name($0) }.joined()
    return RuleFormula(text: text, value: value)
  }

  func first(_ columns: [ColumnID]) -> RuleFormula {
    let text = columns.reversed().reduce("\"\"") { rest, column in
      "IF(\(name(column))<>\"\",\(name(column)),\(rest))"
    }
    return RuleFormula(text: text, value: columns.lazy.compactMap(value).first)
  }

  func percent(_ part: ColumnID, of whole: ColumnID) -> RuleFormula {
    RuleFormula(
      text: guarded([name(part), name(whole)], "\(name(part))/\(name(whole))*100"),
      value: both(part, whole) { $0.percent(of: $1) })
  }

  func growth(_ amount: ColumnID, _ previous: ColumnID) -> RuleFormula {
    let (new, old) = (name(amount), name(previous))
    return RuleFormula(
      text: guarded(
        [new, old],
        "ROUND(\(new)-\(old),\(decimals(amount, previous)))/ABS(\(old))*100"),
      value: both(amount, previous) { $0.minus($1)?.percent(of: $1.magnitude) })
  }

  func share(_ amount: ColumnID) -> RuleFormula? {
    guard let whole else { return nil }
    let (part, sum) = (name(amount), cells.name(whole, amount))
    let value = value(amount).flatMap { part in
      cells.value(whole, amount).flatMap { part.percent(of: $0) }
    }
    return RuleFormula(text: guarded([part, sum], "\(part)/\(sum)*100"), value: value)
  }

  func shareChange(_ amount: ColumnID, _ previous: ColumnID) -> RuleFormula? {
    guard let whole else { return nil }
    let (new, old) = (name(amount), name(previous))
    let (newSum, oldSum) = (cells.name(whole, amount), cells.name(whole, previous))
    let value = both(amount, previous) { new, old -> PrintedNumber? in
      guard let newSum = cells.value(whole, amount), let oldSum = cells.value(whole, previous)
      else { return nil }
      return new.points(of: newSum, above: old, of: oldSum)
    }
    return RuleFormula(
      text: guarded(
        [old, new, newSum, oldSum], zeros: 2,
        "ROUND((\(new)/\(newSum)-\(old)/\(oldSum))*100,9)"),
      value: value)
  }

  func contribution(_ change: ColumnID, _ previous: ColumnID) -> RuleFormula? {
    guard let whole else { return nil }
    let (part, sum) = (name(change), cells.name(whole, previous))
    let value = value(change).flatMap { part in
      cells.value(whole, previous).flatMap { part.percent(of: $0.magnitude) }
    }
    return RuleFormula(
      text: guarded([part, sum], "ROUND(\(part),\(decimals(change)))/ABS(\(sum))*100"),
      value: value)
  }

  func excess(_ amount: ColumnID, _ limit: ColumnID) -> RuleFormula {
    let (amountName, limitName) = (name(amount), name(limit))
    let tests = "\(amountName)=\"\",\(limitName)=\"\",\(amountName)<=\(limitName)"
    let text = "IF(OR(\(tests)),\"\",\(amountName)-\(limitName))"
    return RuleFormula(
      text: text,
      value: both(amount, limit) { $1.isBelow($0) ? $0.minus($1) : nil })
  }

  /// The digits of a difference. Binary fractions leave 0.1 + 0.2 − 0.3 a little above zero, and a
  /// percentage that stands on a half would fall to the wrong side.
  private func decimals(_ columns: ColumnID...) -> Int {
    columns.compactMap { value($0)?.decimals }.max() ?? 2
  }

  private func both(
    _ a: ColumnID, _ b: ColumnID, _ body: (PrintedNumber, PrintedNumber) -> PrintedNumber?
  ) -> PrintedNumber? {
    value(a).flatMap { first in value(b).flatMap { body(first, $0) } }
  }

  /// Rounded to two decimals; an empty text where a cell is blank, or one of the last is zero.
  private func guarded(_ cells: [String], zeros: Int = 1, _ expression: String) -> String {
    var text = "IF(OR("
    for (place, cell) in cells.enumerated() where !cells[..<place].contains(cell) {
      text += cell
      text += "=\"\","
    }
    for (place, cell) in cells.suffix(zeros).enumerated() {
      text += place == 0 ? cell : ",\(cell)"
      text += "=0"
    }
    text += "),\"\",ROUND("
    text += expression
    text += ",2))"
    return text
  }
}
