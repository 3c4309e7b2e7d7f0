/// A `datapackage.json` (Frictionless Data Package), as far as Outturn uses it.
public struct DatasetDescriptor: Codable, Sendable {
  public var name: String?
  public var title: String?
  public var resources: [Resource]
  public var outturn: Settings?
  /// Where the values stand, for errors.
  public var text: DescriptorText?

  private enum CodingKeys: CodingKey { case name, title, resources, outturn }

  public init(name: String?, title: String?, resources: [Resource], outturn: Settings? = nil) {
    self.name = name
    self.title = title
    self.resources = resources
    self.outturn = outturn
  }

  public struct Resource: Codable, Sendable {
    public var name: String
    public var path: String
    public var dialect: Dialect?
    public var schema: Schema?

    public init(name: String, path: String) {
      self.name = name
      self.path = path
    }

    public struct Dialect: Codable, Sendable { public var delimiter: String? }

    public struct Schema: Codable, Sendable { public var missingValues: [String]? }
  }

  /// The key `outturn` of the descriptor.
  public struct Settings: Codable, Sendable {
    public var amountUnit: String?
    public var currency: String?
    public var decimals: Int?
    public var amounts: String?
    public var fiscalYearStart: String?
    public var fiscalYearNamed: String?
    public var language: String?
    public var subjectLevels: [Int]?
    /// What an accounts column holds → its heading.
    public var map: [String: String]?
    /// Codes of the accounts that stand for all, besides `all`.
    public var totalCodes: [String]?
    /// Marks a dataset that a generator made.
    public var synthetic: Bool?

    private enum CodingKeys: String, CodingKey, CaseIterable {
      case amountUnit, currency, decimals, amounts, fiscalYearStart, fiscalYearNamed, language
      case subjectLevels, map, totalCodes, synthetic
    }

    /// All that it may have.
    static let keys = CodingKeys.allCases.map(\.rawValue)
  }

  /// The resources that are tables of a dataset; others are kept aside.
  public var tables: [Resource] {
    resources.filter { $0.name == "accounts" || TableName(rawValue: $0.name) != nil }
  }

  /// The descriptor of a lone file.
  public static func loneFile(named name: String) -> DatasetDescriptor {
    DatasetDescriptor(
      name: name, title: nil, resources: [Resource(name: "accounts", path: name)], outturn: nil)
  }
}

extension DatasetDescriptor {
  /// The reading options that the settings state, over which options by hand go.
  ///
  /// - Throws: `SourceErrors` naming each setting that is not known.
  func readingOptions(_ byHand: ReadingOptions, file: String) throws -> ReadingOptions {
    var options = byHand
    var errors = SourceErrors()
    func known<Value: RawRepresentable & CaseIterable>(
      _ text: String?, _ key: String, _: Value.Type
    ) -> Value? where Value.RawValue == String {
      guard let text else { return nil }
      if let value = Value(rawValue: text) { return value }
      let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
      errors.append(
        error("outturn.\(key) is '\(text)'; it may be: \(allowed)", file, setting: key))
      return nil
    }
    let settings = outturn ?? Settings()
    let unit = known(settings.amountUnit, "amountUnit", AmountUnit.self)
    let amounts = known(settings.amounts, "amounts", AmountPrecision.self)
    let language = known(settings.language, "language", Language.self)
    if let decimals = settings.decimals, !(0...10).contains(decimals) {
      errors.append(
        error(
          "outturn.decimals is \(decimals); it may be from 0 to 10", file, setting: "decimals"))
    }
    if let levels = settings.subjectLevels,
      levels != Array(Set(levels)).sorted() || levels.contains(where: { $0 < 1 })
    {
      errors.append(
        error(
          "outturn.subjectLevels is \(levels); write rising code lengths, as in [3, 5, 7]", file,
          setting: "subjectLevels"))
    }
    let naming = known(settings.fiscalYearNamed, "fiscalYearNamed", FiscalCalendar.Naming.self)
    if let start = settings.fiscalYearStart {
      if let calendar = FiscalCalendar(start, named: naming ?? .start) {
        options.calendar = calendar
      } else {
        errors.append(
          error(
            "outturn.fiscalYearStart is '\(start)'; write the first day of a month, from 01-01 to "
              + "12-01", file, setting: "fiscalYearStart"))
      }
    }
    for (name, heading) in (settings.map ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let column = AccountsColumn(rawValue: name) else {
        let allowed = AccountsColumn.allCases.map(\.rawValue).joined(separator: ", ")
        errors.append(
          error("outturn.map names '\(name)'; it may name: \(allowed)", file, setting: "map"))
        continue
      }
      if options.map[column] == nil { options.map[column] = heading }
    }
    guard errors.isEmpty else { throw errors }
    options.amountUnit = byHand.amountUnit ?? unit
    options.amounts = byHand.amounts ?? amounts
    options.language = byHand.language ?? language
    options.currency = byHand.currency ?? settings.currency
    options.decimals = byHand.decimals ?? settings.decimals
    options.subjectLevels = byHand.subjectLevels ?? settings.subjectLevels
    options.totalCodes.formUnion(settings.totalCodes ?? [])
    return options
  }

  private func error(_ message: String, _ file: String, setting: String) -> SourceError {
    error(message, file, at: [.key("outturn"), .key(setting)])
  }

  /// An error at a value of the descriptor.
  func error(_ message: String, _ file: String, at path: [DescriptorText.Step]) -> SourceError {
    text?.error(message, at: path)
      ?? SourceError(message, at: SourcePosition(file: file, line: 1, column: 1))
  }
}
