import Foundation
import Testing

@Suite("What is for publication")
struct PublicationTests {
  private struct Run {
    let folder: TemporaryFolder
    let published: [String: String]
    let findings: [[String: String]]

    init(_ dataset: String, _ more: String...) throws {
      folder = try TemporaryFolder()
      let result = try Program.run(
        ["run", dataset, "--exit-zero", "--output", folder.url.path(percentEncoded: false)] + more)
      try #require(result.status == 0, "\(result.errors)")
      let current = folder.url.appending(path: "current")
      let names = (1...13).map { String(format: "disclosure/%02d.csv", $0) } + ["narrative.md"]
      published = try Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, try String(contentsOf: current.appending(path: name), encoding: .utf8))
        })
      findings = try StrictCSV(
        String(contentsOf: current.appending(path: "findings.csv"), encoding: .utf8)
      ).rows
    }

    func table(_ number: Int) throws -> StrictCSV {
      try StrictCSV(published[String(format: "disclosure/%02d.csv", number)]!)
    }
  }

  @Test("holds no finding of a check, in either language", arguments: ["zh-Hans", "en"])
  func findings(language: String) throws {
    let run = try Run("datasets/panzhihua-chengdu", "--language", language)
    #expect(run.findings.count > 8)
    let all = run.published.values.joined()
    for finding in run.findings {
      #expect(!all.contains(finding["message"]!), "\(finding["message"]!)")
      let repair = finding["repair_value"]!
      if !repair.isEmpty { #expect(!all.contains(repair), "\(repair)") }
    }
    for word in ["请核实", "前后矛盾", "please verify", "findings"] { #expect(!all.contains(word)) }
  }

  @Test("ties out: subjects, kinds, classes, projects and statements add up to their totals")
  func sums() throws {
    let run = try Run("datasets/panzhihua-chengdu")
    for number in [3, 6] {
      let rows = try run.table(number).rows
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
    let economics = try #require(run.table(5).rows.first)
    let classes = economics.filter { $0.key.hasPrefix("economic_") }.values
    #expect(classes.count == 4)
    #expect(classes.reduce(Decimal(0)) { $0 + Decimal(string: $1)! } == Decimal(string: "884.83"))
    let projects = try run.table(9).rows.map { Decimal(string: $0["total"]!)! }
    #expect(projects.dropFirst().reduce(0, +) == projects[0])
    let receipts = try run.table(2).rows.map { Decimal(string: $0["outturn"]!)! }
    #expect(receipts.dropFirst().reduce(0, +) == receipts[0])
    let statement = try #require(run.table(1).rows.last)
    #expect(statement["revenue"] == "884.83" && statement["expenditure"] == "884.83")
  }

  @Test("says so where a table has no data")
  func empty() throws {
    let chinese = try Run("datasets/panzhihua-chengdu")
    for number in [10, 11, 12] {
      let rows = try chinese.table(number).rows
      #expect(rows.count == 1 && rows[0]["subject_name"] == "本表无数据")
    }
    #expect(try chinese.table(13).rows.last?["total"] == "26.50")
  }

  @Test("of a lone file is what it says, and nothing is made up")
  func lone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "lone.csv", text: "year,unit,subject,outturn\n2022,A,x,10\n2023,A,x,12.5\n2023,A,y_*1*,4\n")
    let run = try Run(file.path(percentEncoded: false))
    let text = run.published["narrative.md"]!
    #expect(text.contains("Compared with 2022, expenditure increased by 6.5, or 65.00%."))
    #expect(text.contains("## 3. Expenditure by subject"))
    #expect(text.contains("2. y\\_\\*1\\*: outturn 4.0."))
    #expect(!text.contains("## 4."))
    #expect(!text.contains("budget"))
    for number in [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] {
      #expect(
        run.published[String(format: "disclosure/%02d.csv", number)]!
          .contains("No data in this table"), "\(number)")
    }
    #expect(try run.table(3).rows.map { $0["total"] } == ["16.5", "12.5", "4.0"])
  }
}
