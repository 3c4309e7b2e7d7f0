import Analytics
import Foundation
import Reports
import Testing

@testable import Runner

/// Unit A with ten clerks at 12,000.00 and two chiefs at 23,456.72, of whom one retires; unit B with
/// two aides, who cost 41,000.50 each by the accounts and 41,387.43 by the rate; four units of
/// clerks. Rates cover the line, so that what people make of it can be told to the cent.
@Suite("A run for publication")
struct PublicRunTests {
  private static let secrets = [
    "23456.72",  // one chief
    "35185.08",  // the chiefs of 2024: one all year, one for six months
    "11728.36",  // what the retirement brings in 2024
    "41000.5", "41387.43",  // one aide
  ]

  private static let tables: [(name: String, text: String)] = [
    (
      "accounts",
      "year,unit,subject,outturn\n"
        + ["2022", "2023"].map { year in
          "\(year),A,pay,166000.00\n\(year),B,pay,82001.00\n"
            + ["C", "D", "E", "F"].map { "\(year),\($0),pay,60100.00\n" }.joined()
        }.joined()
    ),
    ("subjects", "code,staffing\npay,*\n"),
    (
      "rates",
      "subject,category,from,basis,value\npay,clerk,2020-01,per_head_year,12000.00\n"
        + "pay,chief,2020-01,per_head_year,23456.72\npay,aide,2020-01,per_head_year,41387.43\n"
    ),
    (
      "headcount",
      "year,unit,category,in_post\n"
        + ["2022", "2023"].map { year in
          "\(year),A,clerk,10\n\(year),A,chief,2\n\(year),B,aide,2\n"
            + ["C", "D", "E", "F"].map { "\(year),\($0),clerk,5\n" }.joined()
        }.joined()
    ),
    ("movements", "date,unit,category,delta,reason,status\n2024-06,A,chief,-1,retire,planned\n"),
  ]

  private func dataset() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.tables { _ = try folder.file("\(name).csv", text: text) }
    let resources = Self.tables.map { "{\"name\": \"\($0.name)\", \"path\": \"\($0.name).csv\"}" }
    _ = try folder.file(
      "datapackage.json",
      text: "{\"name\": \"t\", \"title\": \"T\", \"outturn\": {\"decimals\": 2, "
        + "\"language\": \"en\"}, \"resources\": [\(resources.joined(separator: ", "))]}")
    return folder
  }

  /// The texts that a run writes, without separators of thousands, by file.
  private func texts(_ options: [String]) throws -> [String: String] {
    let folder = try dataset()
    let result = try Program.run(
      ["run", ".", "--horizon", "2", "--exit-zero", "--output", "output"] + options,
      in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    let base = folder.url.appending(path: "output/current").resolvingSymlinksInPath()
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: base.path(percentEncoded: false))
    var texts = ["log": result.errors, "summary": result.output]
    for name in names where [".csv", ".html", ".json", ".md"].contains(where: name.hasSuffix) {
      texts[name] = try String(contentsOf: base.appending(path: name), encoding: .utf8)
    }
    return texts.mapValues { $0.replacing(",", with: "") }
  }

  /// Everything that stands in the workbook.
  private func workbook(_ privacy: Privacy) throws -> String {
    let folder = try dataset()
    defer { withExtendedLifetime(folder) {} }
    let source = try DatasetSource(folder.url.path(percentEncoded: false))
    let read = try DatasetReader.read(
      source.descriptor, file: source.descriptorFile, options: ReadingOptions(),
      open: source.open)
    let analysis = try Analysis(
      read, forecast: .init(horizon: 2, explains: true), checks: Check.all, privacy: privacy)
    return "\(WorkbookReport(analysis.contents).workbook)"
  }

  @Test("tells in no file what one of fewer than three heads costs")
  func files() throws {
    let open = try texts([])
    for secret in Self.secrets {
      #expect(open.values.contains { $0.contains(secret) }, "\(secret) stands nowhere")
      #expect(open["report.html"]?.contains(secret) == true, "\(secret)")
    }
    for (name, text) in try texts(["--public"]) {
      for secret in Self.secrets { #expect(!text.contains(secret), "\(secret) in \(name)") }
    }
  }

  @Test("tells it in no cell of the workbook")
  func workbook() throws {
    let (open, published) = (try workbook(.none), try workbook(.published))
    #expect(Self.secrets.contains { open.contains($0) })
    for secret in Self.secrets { #expect(!published.contains(secret), "\(secret)") }
  }

  @Test("still adds up: what is not told is in what is left over")
  func sums() throws {
    let folder = try dataset()
    func steps(_ options: [String]) throws -> [[String]] {
      let result = try Program.run(
        [
          "staffing", ".", "--table", "explanations", "--unit", "A", "--year", "2024",
          "--format", "csv",
        ] + options, in: folder.url)
      return try StrictCSV(result.output).rows.map { [$0["step"]!, $0["amount"]!] }
    }
    // 10 × 12,000.00 + 1.5 × 23,456.72 = 155,185.08
    #expect(
      try steps([]) == [
        ["last_year", "166000.00"], ["headcount", "-11728.36"], ["underlying", "913.44"],
      ])
    #expect(
      try steps(["--public"]) == [["last_year", "166000.00"], ["underlying", "-10814.92"]])
  }
}
