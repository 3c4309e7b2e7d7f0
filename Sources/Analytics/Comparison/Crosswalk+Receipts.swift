extension Crosswalk {
  private struct Key: Hashable {
    let year: FiscalYear
    let unit: String
    let source: String

    init(_ receipt: Receipt) {
      (year, unit, source) = (receipt.year, receipt.unit, receipt.source)
    }
  }

  /// Receipts of a unit under its successors, by their weights; those of one year, unit and source
  /// that come together are added up.
  static func restated(_ receipts: [Receipt], _ step: Step) -> [Receipt] {
    guard step.dimension == .unit, receipts.contains(where: { $0.unit == step.from }) else {
      return receipts
    }
    var places: [Key: Int] = [:]
    var restated: [Receipt] = []
    for part in receipts.flatMap({ parts(of: $0, step) }) {
      if let place = places[Key(part)] {
        restated[place] = restated[place].adding(part)
      } else {
        places[Key(part)] = restated.count
        restated.append(part)
      }
    }
    return restated
  }

  private static func parts(of receipt: Receipt, _ step: Step) -> [Receipt] {
    guard receipt.unit == step.from, receipt.year < step.fromYear else { return [receipt] }
    return step.successors.indices.map { place in
      receipt.of(
        step.successors[place].code, receipt.values.mapValues { parts(of: $0, step)[place] })
    }
  }
}

extension Receipt {
  fileprivate func of(_ unit: String, _ values: [Stage: Money]) -> Receipt {
    Receipt(year: year, unit: unit, source: source, values: values, place: place)
  }

  fileprivate func adding(_ other: Receipt) -> Receipt {
    of(unit, values.merging(other.values) { $0 + $1 })
  }
}
