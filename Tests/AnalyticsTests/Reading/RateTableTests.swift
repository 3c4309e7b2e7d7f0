import Analytics
import Testing

@Suite("The table of rates")
struct RateTableTests {
  private func rates(_ rows: String) throws -> [Rate] {
    try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n",
      "rates": "subject,unit,category,from,basis,value\n" + rows,
    ]).rates
  }

  @Test("takes rates of two bases side by side")
  func bases() throws {
    let found = try rates(
      "pay,A,clerk,2023-01,per_head_year,10\npay,A,clerk,2023-01,per_event:december,2\n")
    #expect(found.map(\.basis) == [.perHeadYear, .perEvent("december")])
  }

  @Test("refuses a second rate for the same, however all units are written")
  func repeated() {
    #expect(throws: SourceErrors.self) {
      try rates("pay,,clerk,2023-01,per_head_year,10\npay,*,clerk,2023-01,per_head_year,11\n")
    }
    #expect(throws: SourceErrors.self) {
      try rates("pay,A,,2023-01,per_head_year,10\npay,A,all,2023-01,per_head_year,10\n")
    }
  }
}
