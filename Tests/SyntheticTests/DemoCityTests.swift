import Foundation
import Testing

@testable import Synthetic

@Suite("datasets/demo-city")
struct DemoCityTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "datasets/demo-city")

  @Test("is what outturn generate writes with its defaults", arguments: demoCityPaths)
  func bytes(path: String) throws {
    let file = try Data(contentsOf: DemoCityTests.folder.appending(path: path))
    #expect(
      file == Data(Collected(.demoCity).files[path]!),
      "write it again: outturn generate --force datasets/demo-city")
  }

  @Test("has no other table")
  func others() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: DemoCityTests.folder.path(percentEncoded: false))
    #expect(Set(names.filter { $0.hasSuffix(".csv") }).isSubset(of: demoCityPaths))
  }
}

let demoCityPaths = SyntheticPackage(.demoCity).paths
