import Foundation
import Testing

@Suite("What is for publication")
struct PublicationTests {
  private static func name(_ number: Int) -> String {
    "disclosure/" + (number < 10 ? "0" : "") + "\(number)"
  }

  @Test("is the narrative and thirteen tables")
  func files() throws {
    let names = (1...13).map { "\(Self.name($0)).csv" } + ["narrative.md"]
    #expect(try Set(FoundingRun.shared().published.keys) == Set(names))
  }

  @Test("holds no finding of a check, in either language", arguments: ["zh-Hans", "en"])
  func findings(language: String) throws {
    let run = try FoundingRun.shared(language)
    let findings = try run.table("findings").rows
    #expect(findings.count > 8)
    let all = run.published.values.joined()
    for finding in findings {
      #expect(!all.contains(finding["message"]!), "\(finding["message"]!)")
      let repair = finding["repair_value"]!
      if !repair.isEmpty { #expect(!all.contains(repair), "\(repair)") }
    }
    for word in ["请核实", "前后矛盾", "please verify", "findings"] { #expect(!all.contains(word)) }
  }

  @Test("ties out: subjects, kinds, classes, projects and statements add up to their totals")
  func sums() throws {
    let run = try FoundingRun.shared()
    for number in [3, 6] {
      let rows = try run.table(Self.name(number)).rows
      let total = try #require(rows.first)
      for column in ["total", "basic", "project"] {
        let sums = [3, 5, 7].map { length in
          rows.filter { $0["subject"]!.count == length }
            .reduce(Decimal(0)) { $0 + Decimal(string: $1[column]!)! }
        }
        #expect(sums.allSatisfy { $0 == Decimal(string: total[column]!) }, "\(number) \(column)")
      }
      for row in rows {
        let parts = ["basic", "project"].reduce(Decimal(0)) { $0 + Decimal(string: row[$1]!)! }
        #expect(parts == Decimal(string: row["total"]!), "\(row)")
      }
    }
    let economics = try #require(run.table(Self.name(5)).rows.first)
    let classes = economics.filter { $0.key.hasPrefix("economic_") }.values
    #expect(classes.count == 4)
    #expect(classes.reduce(Decimal(0)) { $0 + Decimal(string: $1)! } == Decimal(string: "884.83"))
    let projects = try run.table(Self.name(9)).rows.map { Decimal(string: $0["total"]!)! }
    #expect(projects.dropFirst().reduce(0, +) == projects[0])
    let receipts = try run.table(Self.name(2)).rows.map { Decimal(string: $0["outturn"]!)! }
    #expect(receipts.dropFirst().reduce(0, +) == receipts[0])
    let statement = try #require(run.table(Self.name(1)).rows.last)
    #expect(statement["revenue"] == "884.83" && statement["expenditure"] == "884.83")
  }

  @Test("says so where a table has no data")
  func empty() throws {
    let chinese = try FoundingRun.shared()
    for number in [10, 11, 12] {
      let rows = try chinese.table(Self.name(number)).rows
      #expect(rows.count == 1 && rows[0]["subject_name"] == "本表无数据")
    }
    #expect(try chinese.table(Self.name(13)).rows.last?["total"] == "26.50")
  }

  @Test("of a lone file is what it says, and nothing is made up")
  func lone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "lone.csv", text: "year,unit,subject,outturn\n2022,A,x,10\n2023,A,x,12.5\n2023,A,y_*1*,4\n")
    let output = folder.url.appending(path: "reports")
    let result = try Program.run([
      "report", file.path(percentEncoded: false), "--exit-zero", "--output",
      output.path(percentEncoded: false),
    ])
    try #require(result.status == 0, "\(result.errors)")
    let files = try FoundingRun.texts(of: output)
    let text = try #require(files["narrative.md"])
    #expect(text.contains("Compared with 2022, expenditure increased by 6.5, or 65.00%."))
    #expect(text.contains("## 3. Expenditure by subject"))
    #expect(text.contains("2. y\\_\\*1\\*: outturn 4.0."))
    #expect(!text.contains("## 4."))
    #expect(!text.contains("budget"))
    for number in [2] + Array(4...13) {
      #expect(files["\(Self.name(number)).csv"]?.contains("No data in this table") == true)
    }
    let expenditure = try StrictCSV(#require(files["\(Self.name(3)).csv"]))
    #expect(expenditure.rows.map { $0["total"] } == ["16.5", "12.5", "4.0"])
  }
}
