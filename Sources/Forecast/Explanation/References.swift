import Analytics

/// What the regression expects where a forecast rests on something else.
public struct Reference: Hashable, Sendable {
  /// In hundredths of the currency unit, before rounding.
  public let mean: Double
  public let limits: Limits
}

/// The references of lines whose forecast is known otherwise, by line, stage and year.
public struct References: Sendable {
  private var byKey: [LineYear: Reference] = [:]

  mutating func add(_ reference: Reference, of line: Int, _ stage: Stage, _ year: FiscalYear) {
    byKey[LineYear(line: line, stage: stage, year: year)] = reference
  }

  mutating func add(_ others: References) { byKey.merge(others.byKey) { $1 } }

  /// Nil for a line whose forecast is the reference.
  public func of(_ line: Int, _ stage: Stage, _ year: FiscalYear) -> Reference? {
    byKey.isEmpty ? nil : byKey[LineYear(line: line, stage: stage, year: year)]
  }
}
