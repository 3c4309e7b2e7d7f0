import Analytics
import ArgumentParser

extension AmountUnit: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
extension AmountPrecision: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}

/// Which dataset, and how to read it.
struct SourceOptions: ParsableArguments {
  @Argument(help: SourceOptions.help)
  var dataset: String

  @OptionGroup var reading: ReadingFlags

  static let help: ArgumentHelp =
    "A folder with a datapackage.json, a lone CSV file of accounts, or - for standard input."

  /// Reads the dataset.
  func read() throws -> Dataset { try reading.read(DatasetSource(dataset)) }

  func read(_ source: DatasetSource) throws -> Dataset { try reading.read(source) }

  /// The options that change what a run gives, for its id and its manifest.
  var named: [(name: String, value: String)] { reading.named }
}

/// How to read a dataset.
struct ReadingFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What amounts are printed in: 元, 万元, 亿元, unit, thousand or million.", valueName: "unit"))
  var amountUnit: AmountUnit?

  @Option(help: ArgumentHelp("The currency's code, as in CNY.", valueName: "code"))
  var currency: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Code lengths that form the subjects' levels, as in 3,5,7.", valueName: "lengths"),
    transform: CodeLengths.init)
  var subjectLevels: CodeLengths?

  @Option(
    help: ArgumentHelp(
      "The decimal mark, point or comma, where amounts such as 75.934 leave it open.",
      valueName: "mark"))
  var decimal: DecimalMark?

  @Option(
    help: ArgumentHelp(
      "Whether amounts are printed (rounded) or exact (a ledger that ties to the cent).",
      valueName: "precision"))
  var amounts: AmountPrecision?

  @Option(
    help: ArgumentHelp(
      "Names a column by hand, as in --map year=ds --map unit=series_id.",
      valueName: "column=heading"),
    transform: ColumnMapping.init)
  var map: [ColumnMapping] = []

  @Option(
    help: ArgumentHelp("A text that stands for a blank, as in #Missing.", valueName: "text"))
  var missing: [String] = []

  @Option(
    help: ArgumentHelp("A code that stands for a total, as all does: TOTAL.", valueName: "code"))
  var totalCode: [String] = []

  @Option(help: ArgumentHelp("The language of reports, zh-Hans or en.", valueName: "language"))
  var language: Language?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last year of outturns to use, 1 to 9999.", valueName: "year"))
  var until: FiscalYear?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last year of budgets to use, 1 to 9999.", valueName: "year"))
  var budgetUntil: FiscalYear?

  func validate() throws {
    let columns = map.map(\.column)
    for column in columns where columns.count(where: { $0 == column }) > 1 {
      throw ValidationError("--map names \(column.rawValue) twice; name each column once.")
    }
    let headings = map.map(\.heading)
    for heading in headings where headings.count(where: { $0 == heading }) > 1 {
      throw ValidationError("--map uses the heading '\(heading)' twice; a column holds one thing.")
    }
  }

  func read(_ source: DatasetSource) throws -> Dataset {
    let options = ReadingOptions(
      amountUnit: amountUnit, currency: currency, amounts: amounts,
      subjectLevels: subjectLevels?.lengths, decimalMark: decimal, language: language,
      map: Dictionary(uniqueKeysWithValues: map.map { ($0.column, $0.heading) }),
      missingValues: Set(missing), totalCodes: Set(totalCode), isLoneFile: source.isLoneFile)
    let dataset = try DatasetReader.read(
      source.descriptor, file: source.descriptorFile, options: options, open: source.open)
    let season = dataset.until(until, budgetUntil: budgetUntil)
    guard let first = dataset.accounts.years.first, let last = dataset.accounts.years.last,
      season.accounts.years.isEmpty
    else { return season }
    throw ValidationError("--until leaves no amounts: the years are \(first) to \(last).")
  }

  /// The options that say up to which years a dataset is known.
  var years: [(name: String, value: String)] {
    [("until", until), ("budget-until", budgetUntil)].compactMap { name, year in
      year.map { (name, $0.description) }
    }
  }

  /// The options that change what a run gives, for its id and its manifest.
  var named: [(name: String, value: String)] {
    let single: [(String, String?)] = [
      ("amount-unit", amountUnit?.rawValue), ("currency", currency),
      ("subject-levels", subjectLevels.map { "\($0.lengths)" }), ("decimal", decimal?.rawValue),
      ("amounts", amounts?.rawValue), ("language", language?.rawValue),
    ]
    let mapped = map.sorted { $0.column.rawValue < $1.column.rawValue }.map {
      ("map", "\($0.column.rawValue)=\($0.heading)")
    }
    return single.compactMap { name, value in value.map { (name, $0) } } + years + mapped
      + Set(missing).sorted().map { ("missing", $0) }
      + Set(totalCode).sorted().map { ("total-code", $0) }
  }
}

/// `3,5,7`
struct CodeLengths {
  let lengths: [Int]

  init(_ argument: String) throws {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 > 0 }),
      numbers == Array(Set(numbers)).sorted()
    else { throw ValidationError("write rising code lengths, as in 3,5,7.") }
    lengths = numbers
  }
}

/// `year=ds`
struct ColumnMapping {
  let column: AccountsColumn
  let heading: String

  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ValidationError("write a column, = and your heading of it, as in year=ds.")
    }
    guard let column = AccountsColumn(rawValue: String(parts[0])) else {
      let names = AccountsColumn.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no column '\(parts[0])'; there are: \(names).")
    }
    self.column = column
    heading = String(parts[1])
  }
}

extension FiscalYear: ExpressibleByArgument {
  public init?(argument: String) {
    guard let number = Int(argument), (1...9999).contains(number) else { return nil }
    self.init(number)
  }
}
