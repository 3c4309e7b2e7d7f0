import Analytics
import Reports

/// Runs of small datasets written down in a test.
enum SampleRun {
  /// - Parameter tables: The text of each input table by its name.
  static func contents(
    _ tables: [String: String], language: Language = .chinese, unit: AmountUnit = .tenThousandYuan,
    results: [Table] = []
  ) throws -> RunContents {
    let resources = tables.keys.sorted().map {
      DatasetDescriptor.Resource(name: $0, path: "\($0).csv")
    }
    var options = ReadingOptions()
    options.language = language
    options.amountUnit = unit
    let dataset = try DatasetReader.read(
      DatasetDescriptor(name: "sample", title: "Sample", resources: resources),
      file: "datapackage.json", options: options
    ) { path in MemorySource(name: path, text: tables[String(path.dropLast(4))]!) }
    let nodes = NodeTable(Panel(dataset))
    return RunContents(
      dataset: dataset, nodes: nodes, projection: nil,
      finalAccounts: FinalAccounts(dataset, nodes), tables: results)
  }

  static func narrative(
    _ tables: [String: String], language: Language = .chinese, unit: AmountUnit = .tenThousandYuan
  ) throws -> String {
    try Narrative(contents(tables, language: language, unit: unit)).text
  }
}
