/// A synthetic dataset: a data package of made-up accounts that tie to the cent.
///
/// The same plan gives the same bytes on every machine: integers only, generators of our own.
public struct SyntheticPackage: Sendable {
  private let plan: SyntheticPlan
  private let catalogue: SubjectCatalogue
  private let units: [SyntheticUnit]
  private static let chunk = 1 << 18

  public init(_ plan: SyntheticPlan) {
    self.plan = plan
    catalogue = SubjectCatalogue(count: plan.subjects)
    units = UnitCatalogue(plan, catalogue).units
  }

  /// The files of the package.
  public var paths: [String] {
    ["datapackage.json", "SOURCE.md"] + SyntheticTable.all(plan).map(\.path)
  }

  /// Writes all files piece by piece; pieces of several files take turns.
  ///
  /// - Parameter put: Appends bytes to the file with a path of `paths`.
  /// - Complexity: Memory for one unit's lines and for the sums of a bureau.
  public func write(_ put: (_ path: String, _ bytes: [UInt8]) throws -> Void) rethrows {
    try put("datapackage.json", Array(PackageText.descriptor(plan).utf8))
    try put("SOURCE.md", Array(PackageText.source(plan).utf8))
    let tables = SyntheticTable.all(plan)
    for table in tables {
      let heading = table.fields(plan).map(\.name).joined(separator: ",") + "\n"
      try put(table.path, Array(heading.utf8))
    }
    let classifications = ClassificationTexts(plan: plan, catalogue: catalogue, units: units)
    for table in ClassificationTexts.tables where tables.contains(table) {
      try put(table.path, classifications.text(table))
    }
    try writeUnits(put)
  }

  private func writeUnits(_ put: (String, [UInt8]) throws -> Void) rethrows {
    var accounts = AccountsText(plan)
    var beside = UnitTexts.tables.map { ($0, CSVText()) }
    var whole = AccountTotals(plan)
    var bureau: (unit: SyntheticUnit, totals: AccountTotals)?
    var lines = LineWriter(plan, catalogue)
    var lineNumber = 0
    let raises = self.raises
    for (number, unit) in units.enumerated() {
      if let last = bureau, unit.parent != last.unit.code {
        last.totals.write(last.unit.codes(plan), to: &accounts)
        bureau = nil
      }
      if unit.isParent {
        bureau = (unit, AccountTotals(plan, keepsItems: !plan.linesOnly))
        continue
      }
      var totals = AccountTotals(plan)
      if plan.linesOnly {
        try lines.write(unit, number: number, &totals, &accounts) { accounts in
          try SyntheticPackage.pass(&accounts.text, SyntheticTable.accounts, put)
        }
      } else {
        let book = UnitBook(
          plan, unit, number: number, catalogue, raises: raises, lineNumber: &lineNumber)
        for flow in book.flows {
          totals.add(flow)
          bureau?.totals.add(flow)
        }
        accounts.add(book)
        let texts = UnitTexts(plan, book, total: totals.all)
        for index in beside.indices {
          texts.add(beside[index].0, to: &beside[index].1)
          try SyntheticPackage.pass(&beside[index].1, beside[index].0, put)
        }
      }
      if plan.linesOnly { bureau?.totals.add(totals) }
      totals.write(unit.codes(plan), to: &accounts)
      whole.add(totals)
      try SyntheticPackage.pass(&accounts.text, .accounts, put)
    }
    bureau?.totals.write(bureau!.unit.codes(plan), to: &accounts)
    whole.write(Array(repeating: "", count: plan.years + 1), to: &accounts)
    try SyntheticPackage.pass(&accounts.text, .accounts, atLeast: 1, put)
    for (table, text) in beside {
      var text = text
      try SyntheticPackage.pass(&text, table, atLeast: 1, put)
    }
  }

  private static func pass(
    _ text: inout CSVText, _ table: SyntheticTable, atLeast size: Int = chunk,
    _ put: (String, [UInt8]) throws -> Void
  ) rethrows {
    guard text.bytes.count >= size else { return }
    try put(table.path, text.bytes)
    text.clear()
  }

  /// The pay rise of each year in thousandths.
  private var raises: [Int] {
    var random = SplitMix64(plan.seed, 4)
    return (0...plan.years).map { $0 == 0 ? 0 : random.from(StaffRates.raise) }
  }
}
