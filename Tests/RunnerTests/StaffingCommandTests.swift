import Foundation
import Testing

@Suite("outturn staffing")
struct StaffingCommandTests {
  private static let founding = FoundingReport.dataset.path(percentEncoded: false)

  /// Ten clerks at 12.00 each.
  private func dataset() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.file("accounts.csv", text: "year,unit,subject,outturn\n2023,A,pay,120.00\n")
    _ = try folder.file(
      "rates.csv", text: "subject,from,basis,value\npay,2020-01,per_head_year,12\n")
    _ = try folder.file(
      "headcount.csv", text: "year,unit,category,in_post\n2023,A,clerk,8\n2023,A,chief,2\n")
    let names = ["accounts", "rates", "headcount"].map {
      "{\"name\": \"\($0)\", \"path\": \"\($0).csv\"}"
    }
    _ = try folder.file(
      "datapackage.json",
      text: "{\"name\": \"t\", \"title\": \"T\", \"outturn\": {\"decimals\": 2}, "
        + "\"resources\": [\(names.joined(separator: ", "))]}")
    return folder
  }

  @Test("sets scenarios beside the dataset as it stands, by unit, subject and step")
  func scenarios() throws {
    let folder = try dataset()
    for (name, table, text) in [
      ("hire", "movements", "date,unit,category,delta,reason\n2024-07,A,clerk,1,recruit\n"),
      ("raise", "rates", "subject,from,basis,value\npay,2024-01,per_head_year,12.60\n"),
    ] {
      let path = folder.url.appending(path: name)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path.appending(path: "\(table).csv"))
    }
    let result = try Program.run(
      ["staffing", ".", "--scenario", "hire", "--scenario", "raise", "--format", "csv"],
      in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let table = try StrictCSV(result.output)
    func difference(_ scenario: String, _ level: String, _ step: String) throws -> String {
      try table.cell(
        "difference",
        where: [
          "scenario": scenario, "level": level, "step": step, "stage": "outturn", "year": "2024",
        ])
    }
    #expect(try difference("hire", "line", "headcount") == "6.00")  // half a year at 12.00
    #expect(try difference("hire", "total", "total") == "6.00")
    #expect(try difference("raise", "line", "rate") == "6.00")  // ten heads at 0.60
    #expect(try difference("raise", "unit", "total") == "6.00")
  }

  @Test("hides for publication what fewer than three heads cost, and what would tell")
  func published() throws {
    let folder = try dataset()
    func amounts(_ options: [String]) throws -> [String: String] {
      let result = try Program.run(
        ["staffing", ".", "--format", "csv"] + options, in: folder.url)
      let rows = try StrictCSV(result.output).rows
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["category"]!, $0["amount"]!) })
    }
    #expect(try amounts([]) == ["chief": "24.00", "clerk": "96.00"])
    #expect(try amounts(["--public"]) == ["chief": "", "clerk": ""])
  }

  @Test("refuses a scenario that is not there, or has none of the tables")
  func refused() throws {
    let folder = try dataset()
    for path in ["nowhere", "."] {
      let result = try Program.run(["staffing", ".", "--scenario", path], in: folder.url)
      // The dataset's own folder has rates.csv, and is a scenario of itself.
      #expect(result.status == (path == "." ? 0 : 66), "\(result.errors)")
    }
    let twice = try Program.run(
      ["staffing", ".", "--scenario", "a/x", "--scenario", "b/x"], in: folder.url)
    #expect(twice.status == 64)
  }

  @Test(
    "says what is wrong with a rate, and where",
    arguments: [
      ("pay,2023-13,,per_head_year,1\n", "rates.csv:2:5"),
      ("pay,2023-07,2023-01,per_head_year,1\n", "is before '2023-07'"),
      ("pay,2023-07,,per_capita,1\n", "'per_capita' is not a basis"),
      ("pay,2023-07,,per_event:party,1\n", "december"),
      ("pay,2023-07,,percent_of:nothing,1\n", "'nothing' is no subject"),
      ("pay,2023-07,,per_head_year,1\npay,2023-07,,per_head_month,1\n", "line 2 has a rate"),
    ])
  func badRates(_ rows: String, _ message: String) throws {
    let folder = try dataset()
    _ = try folder.file("rates.csv", text: "subject,from,to,basis,value\n" + rows)
    let result = try Program.run(["staffing", "."], in: folder.url)
    #expect(result.status == 65)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
