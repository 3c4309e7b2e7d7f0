import Analytics

/// Datasets written down in a test.
enum TestDataset {
  /// A lone file of accounts.
  static func accounts(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws
    -> Dataset
  {
    var own = options
    own.isLoneFile = true
    return try DatasetReader.read(
      .loneFile(named: "accounts.csv"), file: "accounts.csv", options: own
    ) { MemorySource(name: $0, text: text) }
  }

  /// A data package: the text of each table by its name.
  static func package(
    _ tables: [String: String], _ options: ReadingOptions = ReadingOptions()
  ) throws -> Dataset {
    let resources = tables.keys.sorted().map {
      DatasetDescriptor.Resource(name: $0, path: "\($0).csv")
    }
    let descriptor = DatasetDescriptor(name: "test", title: "Test", resources: resources)
    return try DatasetReader.read(descriptor, file: "datapackage.json", options: options) {
      path in MemorySource(name: path, text: tables[String(path.dropLast(4))]!)
    }
  }
}

extension NodeTable {
  /// The amount of a node by its codes, in hundredths of the currency unit; nil for a blank.
  func cents(
    _ level: Level, unit: String = "", subject: String = "", _ stage: Stage, _ year: Int
  ) -> Int64? {
    let place = nodes.indices.first { place in
      nodes[place].level == level && panel.units.code(nodes[place].unit) == unit
        && panel.subjects.code(nodes[place].subject) == subject
    }
    return place.flatMap { cell($0, stage, FiscalYear(year)).money?.cents }
  }
}
