/// A number that an expression takes from the dataset.
///
/// A blank unit, subject or other code means all of them, and is written `all`.
public enum Reference: Hashable, Sendable {
  case account(AccountReference)
  /// An item that overlaps the accounts or is not money, such as 三公 or 批次.
  case memo(item: String, unit: String?, year: FiscalYear, stage: Stage)
  case balance(item: String, unit: String?, year: FiscalYear)
  case receipt(source: String?, unit: String?, year: FiscalYear, stage: Stage)
  /// Paid heads at year end.
  case heads(unit: String?, category: String?, year: FiscalYear)
  /// Another figure of the same report, by name.
  case figure(String)
}

/// The key of a cell of the accounts, and the stage.
public struct AccountReference: Hashable, Sendable {
  public var stage: Stage
  public var unit: String?
  public var subject: String?
  public var year: FiscalYear
  public var kind: String?
  public var economic: String?
  public var fund: String?
  public var project: String?

  public init(
    stage: Stage, unit: String?, subject: String?, year: FiscalYear, kind: String? = nil,
    economic: String? = nil, fund: String? = nil, project: String? = nil
  ) {
    self.stage = stage
    self.unit = unit
    self.subject = subject
    self.year = year
    self.kind = kind
    self.economic = economic
    self.fund = fund
    self.project = project
  }
}

extension Reference {
  /// The year that the number is of; a figure has none.
  public var year: FiscalYear? {
    switch self {
    case .account(let account): account.year
    case .memo(_, _, let year, _), .receipt(_, _, let year, _): year
    case .balance(_, _, let year), .heads(_, _, let year): year
    case .figure: nil
    }
  }

  /// The same number, so many years earlier.
  ///
  /// - Throws: `previousOfFigure`, as a figure has no year, or `noEarlierYear` before year 1.
  public func earlier(by years: Int) throws(FigureProblem) -> Reference {
    guard years > 0 else { return self }
    if case .figure(let name) = self { throw .previousOfFigure(name) }
    guard let number = year?.number, number > years else { throw .noEarlierYear(self) }
    return moved(to: FiscalYear(number - years))
  }

  private func moved(to year: FiscalYear) -> Reference {
    switch self {
    case .account(var account):
      account.year = year
      return .account(account)
    case .memo(let item, let unit, _, let stage):
      return .memo(item: item, unit: unit, year: year, stage: stage)
    case .balance(let item, let unit, _):
      return .balance(item: item, unit: unit, year: year)
    case .receipt(let source, let unit, _, let stage):
      return .receipt(source: source, unit: unit, year: year, stage: stage)
    case .heads(let unit, let category, _):
      return .heads(unit: unit, category: category, year: year)
    case .figure:
      return self
    }
  }
}
