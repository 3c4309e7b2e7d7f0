/// Reads what a scenario adds to a dataset: rows of a few tables.
public struct ScenarioReader {
  /// The tables that a scenario may have.
  public static let tables = TableName.scenario.map(\.rawValue)

  /// The dataset with a scenario's rows added; of two rates of one key and date the scenario's holds.
  /// What is noticed of the scenario stands behind the dataset's own notes.
  ///
  /// - Parameter sources: What is there, by table.
  /// - Throws: `SourceErrors` with all that is wrong in any table.
  public static func read(
    _ sources: [(table: String, source: any ByteSource)], onto dataset: Dataset
  ) throws -> Dataset {
    var errors = SourceErrors()
    var tables: [TableName: TextTable] = [:]
    var notes: [ReadingNote] = []
    for (name, source) in sources {
      guard let table = TableName(rawValue: name) else { continue }
      do {
        let reader = try TableReader.read(
          source, as: table, delimiter: nil, missingValues: [])
        tables[table] = reader.table
        if !reader.unknownColumns.isEmpty {
          notes.append(
            ReadingNote(.unknownColumns(reader.unknownColumns, parents: []), at: source.name))
        }
      } catch let problems as SourceErrors {
        errors.append(contentsOf: problems)
      }
    }
    guard errors.isEmpty else { throw errors }
    var scenario = dataset
    let loader = TableLoader(tables: tables, options: ReadingOptions())
    loader.loadMovements(into: &scenario, &errors)
    loader.loadRates(into: &scenario, &errors)
    loader.loadAdjustments(into: &scenario)
    loader.loadCeilings(into: &scenario, &errors)
    loader.loadAssumptions(into: &scenario, &errors)
    guard errors.isEmpty else { throw errors }
    notes += UnknownCodes(scenario: tables, of: dataset).notes
    scenario.notes += notes.map { $0.finding(dataset.language) }
    return scenario
  }
}

extension TableName {
  fileprivate static let scenario: [TableName] = [
    .movements, .rates, .adjustments, .ceilings, .assumptions,
  ]
}
