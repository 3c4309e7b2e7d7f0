import Foundation
import Testing

@Suite("An input")
struct InputTests {
  @Test("may come from standard input, its columns named by --map")
  func standardInput() throws {
    let text = "series_id;ds;y\nA;2022;1.234,50\nA;2023;(1.300,25)\nB;2023;-\nB;2022年;２\n"
    let result = try Program.run(
      [
        "compare", "-", "--map", "year=ds", "--map", "unit=series_id", "--map", "outturn=y",
        "--level", "total", "--format", "csv",
      ], input: Data(text.utf8))
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(
      result.output == """
        level,unit,unit_name,subject,subject_name,stage,year,amount,previous,change,growth_pct,\
        share_pct,share_change_pp,contribution_pp
        total,,,,,outturn,2022,1236.50,,,,100.00,,
        total,,,,,outturn,2023,-1300.25,1236.50,-2536.75,-205.16,100.00,0.00,-205.16

        """)
  }

  @Test("may be packed by gzip, with zeros behind that fill its last block, but nothing else")
  func padded() throws {
    // year,unit,subject,outturn and 2023,A,x,7
    let packed = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACA6tMTSzSKc3LLNEpLk3KSk0u0ckvLSkpLcrjMjIwMtZx1KnQMecCAMqV5WQlAAAA"))
    let folder = try TemporaryFolder()
    func status(_ bytes: Data) throws -> Int32 {
      _ = try folder.file("a.csv.gz", contents: bytes)
      return try Program.run(["check", "a.csv.gz"], in: folder.url).status
    }
    #expect(try status(packed) == 0)
    #expect(try status(packed + Data(count: 1_000)) == 0)
    #expect(try status(packed + packed) == 65)  // a second header is no row of accounts
    #expect(try status(packed + Data([7])) == 65)
  }

  @Test("of the largest amounts has forecasts, which end where a ledger does")
  func largestAmounts() throws {
    // Two units that rise by 2 quadrillion a year would come to 142 quadrillion in thirty years.
    let rows = (2018...2023).flatMap { year in
      ["a", "b"].map { "\(year),\($0),s,\((year - 2018) * 2 + 1)000000000000000\n" }
    }
    let result = try Program.run(
      [
        "forecast", "-", "--horizon", "30", "--method", "drift", "--level", "total", "--year",
        "2053", "--format", "csv",
      ], input: Data(("year,unit,subject,outturn\n" + rows.joined()).utf8))
    #expect(result.status == 0, "\(result.errors)")
    let row = try #require(StrictCSV(result.output).rows.first)
    #expect(row["mean"] == "40000000000000000.00")  // 4·10¹⁸ hundredths
  }

  @Test("of one row and one year has a whole run")
  func oneRow() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("one.csv", text: "year,unit,outturn\n2023,A,5\n")
    let output = folder.url.appending(path: "output")
    let result = try Program.run(
      ["run", file.path(percentEncoded: false), "--output", output.path(percentEncoded: false)])
    #expect(result.status == 0)
    #expect(result.errors == "outturn: digest\noutturn: read\noutturn: compute\noutturn: write\n")
    let table = output.appending(path: "current/comparison/execution.csv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    #expect(rows.dropFirst().contains { $0.hasPrefix("total,") && $0.contains(",2023,,,5,") })
  }
}
