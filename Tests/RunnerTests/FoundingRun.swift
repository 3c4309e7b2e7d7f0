import Foundation
import Testing

/// The folder that a run of the founding report writes, in one language.
struct FoundingRun: Sendable {
  private static let chinese = Result { try FoundingRun(language: "zh-Hans") }
  private static let english = Result { try FoundingRun(language: "en") }

  private let files: [String: String]

  /// Run once for all tests.
  static func shared(_ language: String = "zh-Hans") throws -> FoundingRun {
    try (language == "en" ? english : chinese).get()
  }

  private init(language: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "run", "datasets/panzhihua-chengdu", "--exit-zero", "--language", language, "--output",
      folder.url.path(percentEncoded: false),
    ])
    try #require(result.status == 0, "\(result.errors)")
    files = try FoundingRun.texts(of: folder.url.appending(path: "current/"))
  }

  /// The files of a folder and those below it, by their paths.
  static func texts(of folder: URL) throws -> [String: String] {
    let base = folder.resolvingSymlinksInPath()
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: base.path(percentEncoded: false))
    var texts: [String: String] = [:]
    for name in names where [".csv", ".md", ".json"].contains(where: name.hasSuffix) {
      texts[name] = try String(contentsOf: base.appending(path: name), encoding: .utf8)
    }
    return texts
  }

  func text(_ name: String) throws -> String { try #require(files[name], "\(name)") }

  func table(_ name: String) throws -> StrictCSV { try StrictCSV(text("\(name).csv")) }

  /// What is published: the narrative and the thirteen tables.
  var published: [String: String] {
    files.filter { $0.key == "narrative.md" || $0.key.hasPrefix("disclosure/") }
  }
}
