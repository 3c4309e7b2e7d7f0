import Analytics
import Glibc

/// A folder of extra movements, rates and the like, compared with the dataset as it stands.
struct ScenarioSource {
  /// The folder's own name.
  let name: String
  private let path: String
  private let tables: [String]

  /// - Throws: `Failure` where no folder is there, or it has none of the tables.
  init(_ path: String) throws {
    let parts = path.split(separator: "/")
    name = parts.last.map(String.init) ?? path
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.inputMissing, "cannot open the scenario \(path): it is no folder")
    }
    tables = ScenarioReader.tables.filter { access("\(path)/\($0).csv", F_OK) == 0 }
    guard !tables.isEmpty else {
      let names = ScenarioReader.tables.map { "\($0).csv" }.joined(separator: ", ")
      throw Failure(.inputMissing, "the scenario \(path) has none of \(names)")
    }
  }

  private func open() throws -> [(table: String, source: any ByteSource)] {
    try tables.map { table in
      (table, try FileSource(path: "\(path)/\(table).csv", name: "\(name)/\(table).csv"))
    }
  }

  /// The dataset as it is with the scenario.
  func read(onto dataset: Dataset) throws -> Dataset {
    try ScenarioReader.read(open(), onto: dataset)
  }

  func inputs() throws -> [InputFile] { try open().map { try InputFile.measure($0.source) } }
}
