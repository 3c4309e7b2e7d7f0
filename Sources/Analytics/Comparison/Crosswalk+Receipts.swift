extension Crosswalk {
  /// Receipts of a unit under its successors, by their weights; those of one year, unit and source
  /// that come together are added up.
  ///
  /// - Parameter receipts: One of each year, unit and source.
  func restated(_ receipts: [Receipt]) -> [Receipt] {
    var restatement = ReceiptsRestatement(receipts)
    for step in steps where step.dimension == .unit { restatement.apply(step) }
    return restatement.receipts
  }
}

/// Receipts that are being moved to other units.
private struct ReceiptsRestatement {
  private struct Key: Hashable {
    let year: FiscalYear
    let unit: String
    let source: String

    init(_ receipt: Receipt) {
      (year, unit, source) = (receipt.year, receipt.unit, receipt.source)
    }
  }

  private struct Row {
    var receipt: Receipt
    /// Its place in the table; the parts of a receipt stand in its place, one after another.
    var order: [Int]
  }

  private var rows: [Key: Row] = [:]
  private var keysByUnit: [String: Set<Key>] = [:]

  init(_ receipts: [Receipt]) {
    for (place, receipt) in receipts.enumerated() { add(Row(receipt: receipt, order: [place])) }
  }

  mutating func apply(_ step: Crosswalk.Step) {
    for key in keysByUnit[step.from] ?? [] where key.year < step.fromYear {
      let row = rows.removeValue(forKey: key)!
      keysByUnit[step.from]!.remove(key)
      for (place, successor) in step.successors.enumerated() {
        let values = row.receipt.values.mapValues { Crosswalk.parts(of: $0, step)[place] }
        add(Row(receipt: row.receipt.of(successor.code, values), order: row.order + [place]))
      }
    }
  }

  /// Adds a row to the one of its key, where there is one, at the place of the first of the two.
  private mutating func add(_ row: Row) {
    let key = Key(row.receipt)
    guard let there = rows[key] else {
      rows[key] = row
      keysByUnit[key.unit, default: []].insert(key)
      return
    }
    let (first, second) = Self.precedes(there, row) ? (there, row) : (row, there)
    rows[key] = Row(receipt: first.receipt.adding(second.receipt), order: first.order)
  }

  private static func precedes(_ a: Row, _ b: Row) -> Bool {
    a.order.lexicographicallyPrecedes(b.order)
  }

  var receipts: [Receipt] { rows.values.sorted(by: Self.precedes).map(\.receipt) }
}

extension Receipt {
  fileprivate func of(_ unit: String, _ values: [Stage: Money]) -> Receipt {
    Receipt(year: year, unit: unit, source: source, values: values, place: place)
  }

  fileprivate func adding(_ other: Receipt) -> Receipt {
    of(unit, values.merging(other.values) { $0 + $1 })
  }
}
