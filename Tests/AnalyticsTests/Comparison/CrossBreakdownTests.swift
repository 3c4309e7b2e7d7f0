import Analytics
import Testing

@Suite("A breakdown by two dimensions")
struct CrossBreakdownTests {
  private func amount(
    _ rows: String, _ subject: String, _ kind: String, units: String = "unit,parent\nA,\nB,\n"
  ) throws -> Int64? {
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,kind,project,outturn\n" + rows, "units": units,
      "subjects": "code,parent\n2,\n21,2\n22,2\n",
    ])
    let year = FiscalYear(2023)
    let table = CrossBreakdown(.subject, by: .kind, of: dataset.accounts, years: [year])
    guard let row = table.rows.codes.find(subject), let column = table.columns.codes.find(kind)
    else { return nil }
    return table.amount(row, column, .outturn, year)?.cents
  }

  @Test("adds units up")
  func units() throws {
    #expect(try amount("2023,A,21,project,,4\n2023,B,21,project,,3\n", "21", "project") == 700)
  }

  @Test("takes a unit's own cell before the sum of its parts")
  func published() throws {
    let rows = "2023,A,21,project,,9\n2023,B,21,project,,3\n"
    #expect(try amount(rows, "21", "project", units: "unit,parent\nA,\nB,A\n") == 900)
  }

  @Test("fills a member above with those below it, kinds and subjects alike")
  func above() throws {
    let rows = "2023,A,21,personnel,,4\n2023,A,21,operating,,2\n2023,A,22,basic,,5\n"
    #expect(try amount(rows, "21", "basic") == 600)
    #expect(try amount(rows, "2", "basic") == 1_100)
    #expect(try amount(rows, "2", "personnel") == 400)
  }

  @Test("prefers the coarsest cut, and adds up finer cells where there is no other")
  func cuts() throws {
    let fine = "2023,A,21,project,p,4\n2023,A,21,project,q,2\n"
    #expect(try amount(fine, "21", "project") == 600)
    #expect(try amount(fine + "2023,A,21,project,,7\n", "21", "project") == 700)
  }

  @Test("has nothing for members that never meet")
  func blank() throws {
    #expect(try amount("2023,A,21,project,,4\n2023,A,22,basic,,5\n", "22", "project") == nil)
  }
}
