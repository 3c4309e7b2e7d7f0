import Analytics
import Foundation

@testable import Synthetic

/// A synthetic dataset in memory.
struct Collected {
  let files: [String: [UInt8]]

  init(_ plan: SyntheticPlan) {
    var files: [String: [UInt8]] = [:]
    SyntheticPackage(plan).write { path, bytes in files[path, default: []] += bytes }
    self.files = files
  }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The rows of a table as dictionaries of what is not blank.
  func rows(_ table: String) -> [[String: String]] {
    let lines = text("\(table).csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { fields in
      Dictionary(uniqueKeysWithValues: zip(lines[0], fields).filter { !$1.isEmpty })
    }
  }

  func dataset() throws -> Dataset {
    let descriptor = try JSONDecoder().decode(
      DatasetDescriptor.self, from: Data(files["datapackage.json"]!))
    return try DatasetReader.read(
      descriptor, file: "datapackage.json", options: ReadingOptions()
    ) { path in MemorySource(name: path, bytes: files[path] ?? []) }
  }
}
