import Foundation
import Testing

@Suite("Every text of the program")
struct LocalisationTests {
  /// A Chinese character or punctuation mark.
  private static var chinese: Regex<Substring> { /[\u3000-\u303F\u3400-\u9FFF\uFF00-\uFFEF]/ }
  /// Words that Chinese texts keep in Latin letters: file names, methods and the program's own.
  private static var latin: Regex<Substring> { /[A-Za-z]{2,}/ }
  private static let keptInChinese: Set<String> = [
    "Outturn", "Theta", "PEFA", "PI", "MASE", "CSV", "Excel", "csv", "comparison", "execution",
    "datapackage", "forecast", "forecasts", "draft", "findings", "json", "staffing", "trends",
    "accuracy",
  ]

  @Test("in tables is in the language of the run", arguments: ["zh-Hans", "en"])
  func tables(language: String) throws {
    let package = try JSONSerialization.jsonObject(
      with: Data(FoundingRun.shared(language).text("datapackage.json").utf8))
    let resources = try #require((package as? [String: Any])?["resources"] as? [[String: Any]])
    #expect(resources.count > 25)
    for resource in resources {
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      // Columns for members of the data are called as the data calls them.
      let own = fields.filter {
        !($0["name"] as! String).hasPrefix("economic_") || $0["name"] as! String == "economic_name"
      }
      for title in [resource["title"]!] + own.map({ $0["title"]! }) {
        try check(title as! String, language, at: "\(resource["name"]!)")
      }
      for field in own {
        let description = try #require(field["description"] as? String)
        #expect(!description.isEmpty && !description.contains(Self.chinese), "\(description)")
      }
    }
  }

  private func check(_ text: String, _ language: String, at place: String) throws {
    #expect(!text.isEmpty, "\(place)")
    if language == "en" {
      #expect(!text.contains(Self.chinese), "\(place): \(text)")
    } else {
      let words = text.matches(of: Self.latin).map { String($0.0) }
      #expect(Set(words).isSubset(of: Self.keptInChinese), "\(place): \(text)")
    }
  }

  @Test("that is written in two languages is written in both, and each in its own")
  func sources() throws {
    let sources = Program.root.appending(path: "Sources")
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: sources.path(percentEncoded: false))
    var count = 0
    for name in names.sorted() where name.hasSuffix(".swift") {
      let code = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      for pair in BilingualLiteral.all(in: code) {
        count += 1
        try check(pair.zh.isEmpty ? "－" : pair.zh, "zh-Hans", at: name)
        #expect(!pair.en.contains(Self.chinese), "\(name): \(pair.en)")
        #expect(pair.zh.isEmpty || !pair.en.isEmpty, "\(name): \(pair.zh)")
      }
    }
    #expect(count > 300)
  }

  @Test("in a narrative of data without Chinese is English, and of Chinese data Chinese")
  func narratives() throws {
    let accounts = "year,unit,subject,kind,budget,outturn\n"
    for (language, names) in [("en", ["A", "roads", "basic"]), ("zh-Hans", ["甲", "道路", "basic"])] {
      let folder = try TemporaryFolder()
      let file = try folder.file(
        "数据.csv",
        text: accounts
          + [2022, 2023].map { "\($0),\(names[0]),\(names[1]),,10,12\n" }.joined()
          + [2022, 2023].map { "\($0),\(names[0]),,\(names[2]),10,12\n" }.joined())
      let result = try Program.run([
        "report", file.path(percentEncoded: false), "--language", language, "--exit-zero",
        "--output", folder.url.path(percentEncoded: false),
      ])
      try #require(result.status == 0, "\(result.errors)")
      let text = try String(contentsOf: folder.url.appending(path: "narrative.md"), encoding: .utf8)
      // The title of a lone file is its path.
      for paragraph in text.components(separatedBy: "\n\n") where !paragraph.contains("csv") {
        try check(paragraph, language, at: "narrative")
      }
    }
  }
}
