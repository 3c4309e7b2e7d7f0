import Testing

@testable import Analytics

@Suite("A kind of expenditure")
struct SpendingKindTests {
  @Test(
    "is called what the readers of the dataset call it",
    arguments: [
      (Language.english, ["Basic expenditure", "Personnel", "Operating expenditure"]),
      (.chinese, ["基本支出", "人员经费", "公用经费"]),
    ])
  func names(language: Language, names: [String]) throws {
    let kinds = try LoneFile(
      "year,unit,subject,kind,outturn\n2023,A,1,personnel,5\n",
      ReadingOptions(language: language)
    ).dataset.accounts[.kind]
    let found = ["basic", "personnel", "operating"].map { code in
      kinds.codes.find(code).map(kinds.name)
    }
    #expect(found == names)
  }
}
