/// Reads a dataset: the accounts, and the tables beside them.
public struct DatasetReader {
  private let descriptor: DatasetDescriptor
  private let descriptorFile: String
  private let options: ReadingOptions
  private var errors = SourceErrors()
  private var notes: [ReadingNote] = []
  private var inputs: [InputTable] = []
  private var tables: [TableName: TextTable] = [:]

  /// - Parameters:
  ///   - file: How messages name the descriptor.
  ///   - options: What the command line says; it goes over the descriptor's settings.
  ///   - open: Opens a resource by its path; throws what it cannot open.
  /// - Throws: `SourceErrors` with all that is wrong in any table, or what `open` throws.
  public static func read(
    _ descriptor: DatasetDescriptor, file: String, options: ReadingOptions,
    open: (String) throws -> any ByteSource
  ) throws -> Dataset {
    let merged = try descriptor.readingOptions(options, file: file)
    var reader = DatasetReader(descriptor: descriptor, descriptorFile: file, options: merged)
    return try reader.readAll(open)
  }

  private init(descriptor: DatasetDescriptor, descriptorFile: String, options: ReadingOptions) {
    self.descriptor = descriptor
    self.descriptorFile = descriptorFile
    self.options = options
  }

  private mutating func readAll(_ open: (String) throws -> any ByteSource) throws -> Dataset {
    var reading: AccountsReading?
    noteUnknownSettings()
    for resource in try checkedResources() {
      let source = try open(resource.path)
      do {
        if resource.name == "accounts" {
          reading = try readAccounts(source, resource)
        } else if let table = TableName(rawValue: resource.name) {
          try readTable(source, resource, table)
        }
      } catch let problems as SourceErrors {
        errors.append(contentsOf: problems)
      }
    }
    guard errors.isEmpty, let reading else { throw errors }
    var dataset = assemble(reading)
    errors.append(contentsOf: TableLoader(tables: tables, options: options).load(into: &dataset))
    guard errors.isEmpty else { throw errors }
    do {
      return try DerivedCells.resolved(dataset)
    } catch let problems as SourceErrors {
      throw try located(problems, open)
    }
  }

  /// Errors of expressions that read well and have no value, each at its expression.
  private func located(
    _ problems: SourceErrors, _ open: (String) throws -> any ByteSource
  ) throws -> SourceErrors {
    var located = SourceErrors()
    for resource in descriptor.resources {
      let here = problems.errors.filter { $0.position.file == resource.path }.map {
        LateError(
          message: $0.message, line: $0.position.line,
          field: .heading(options.map[.expression] ?? "expression"))
      }
      guard !here.isEmpty else { continue }
      let delimiter = resource.dialect?.delimiter?.utf8.first ?? options.delimiter
      let errors = try withFallbackEncoding(open(resource.path)) { blocks in
        try LateError.located(here, in: blocks, delimiter: delimiter)
      }
      for error in errors { located.append(error) }
    }
    for _ in located.count..<problems.count { located.appendUnlisted() }
    return located
  }

  /// The resources with a table that is known, each once and inside the dataset's folder.
  private mutating func checkedResources() throws -> [DatasetDescriptor.Resource] {
    var seen: Set<String> = []
    var checked: [DatasetDescriptor.Resource] = []
    for (index, resource) in descriptor.resources.enumerated() {
      if !seen.insert(resource.name).inserted {
        refuse("two resources are named '\(resource.name)'; a table is one file", index, "name")
      } else if leavesFolder(resource.path) {
        refuse(
          "the path '\(resource.path)' leaves the dataset's folder; write one inside it", index,
          "path")
      } else if resource.name == "accounts" || TableName(rawValue: resource.name) != nil {
        checked.append(resource)
      } else {
        notes.append(ReadingNote(.unknownTable(resource.name), at: descriptorFile))
      }
      if let delimiter = resource.dialect?.delimiter, !isDelimiter(delimiter) {
        refuse(
          "the delimiter '\(delimiter)' is not one ASCII character such as ',' ';' or a tab", index,
          "dialect")
      }
    }
    if !seen.contains("accounts") {
      errors.append(
        descriptor.error(
          "there is no resource named 'accounts'; a dataset needs one", descriptorFile,
          at: [.key("resources")]))
    }
    guard errors.isEmpty else { throw errors }
    return checked
  }

  private mutating func refuse(_ message: String, _ resource: Int, _ key: String) {
    errors.append(
      descriptor.error(
        message, descriptorFile, at: [.key("resources"), .index(resource), .key(key)]))
  }

  private func leavesFolder(_ path: String) -> Bool {
    !options.isLoneFile && (path.hasPrefix("/") || path.split(separator: "/").contains(".."))
  }

  private func isDelimiter(_ text: String) -> Bool {
    text.utf8.count == 1 && !"\"\r\n".utf8.contains(text.utf8.first!)
  }

  private mutating func readAccounts(
    _ source: any ByteSource, _ resource: DatasetDescriptor.Resource
  ) throws -> AccountsReading {
    var own = options
    own.missingValues.formUnion(resource.schema?.missingValues ?? [])
    if let delimiter = resource.dialect?.delimiter?.utf8.first { own.delimiter = delimiter }
    if !own.isLoneFile && own.decimalMark == nil {
      // Table Schema: the decimal mark is a point unless a field says otherwise.
      own.decimalMark = .point
    }
    let reading = try AccountsReader.read(source, options: own)
    notes.append(contentsOf: reading.notes)
    inputs.append(
      InputTable(
        table: "accounts", path: resource.path, encoding: reading.encoding.rawValue,
        rows: reading.rows))
    return reading
  }

  private mutating func readTable(
    _ source: any ByteSource, _ resource: DatasetDescriptor.Resource, _ table: TableName
  ) throws {
    let reader = try TableReader.read(
      source, as: table, delimiter: resource.dialect?.delimiter?.utf8.first,
      missingValues: Set(resource.schema?.missingValues ?? []))
    tables[table] = reader.table
    inputs.append(
      InputTable(
        table: table.rawValue, path: resource.path, encoding: reader.encoding.rawValue,
        rows: reader.table.count))
    if let doubt = reader.doubt { notes.append(doubt) }
    let unknown = reader.unknownColumns
    if !unknown.isEmpty {
      notes.append(ReadingNote(.unknownColumns(unknown, parents: []), at: source.name))
    }
  }

  /// Settings that mean nothing here, each with the one that may be meant.
  private mutating func noteUnknownSettings() {
    let known = DatasetDescriptor.Settings.keys
    let unknown = (descriptor.outturn == nil ? nil : descriptor.text)?.keys(at: [.key("outturn")])
    for key in unknown ?? [] where !known.contains(key) {
      let meant = EditDistance.nearest(to: key, among: known).first
      notes.append(ReadingNote(.unknownSetting(key, meant: meant), at: descriptorFile))
    }
  }

  private func assemble(_ reading: AccountsReading) -> Dataset {
    let unit = reading.amountUnit
    let isChinese = [.yuan, .tenThousandYuan, .hundredMillionYuan].contains(unit)
    var dataset = Dataset(
      name: descriptor.name ?? "", title: descriptor.title ?? descriptor.name ?? "",
      amountUnit: unit, currency: options.currency,
      decimals: min(options.decimals ?? reading.decimals, unit.exactDecimals),
      precision: options.amounts ?? .printed,
      language: options.language ?? (isChinese ? .chinese : .english), accounts: reading.accounts)
    dataset.accounts[.kind].nameKinds(dataset.language)
    dataset.calendar = options.calendar
    dataset.isSynthetic = descriptor.outturn?.synthetic ?? false
    dataset.notes = notes.map { $0.finding(dataset.language) }
    dataset.inputs = inputs
    dataset.likelyParents = reading.likelyParents
    return dataset
  }
}
