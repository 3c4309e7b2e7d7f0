import Testing

@testable import Analytics

@Suite("A ceiling that forecasts cannot keep")
struct UnappliedCeilingTests {
  private func messages(_ tables: [String: String]) throws -> [String] {
    let dataset = try TestDataset.package(tables)
    let nodes = NodeTable(Panel(dataset))
    return UnappliedCeiling.findings(dataset, nodes).map { "\($0.source ?? ""): \($0.message)" }
  }

  @Test("is named with the line that is of two kinds, as in docs/checks/ceiling_not_applied.md")
  func kind() throws {
    let found = try messages([
      "accounts": """
      year,unit,subject,kind,outturn
      2023,A,1,,10.00
      2023,A,1,personnel,8.00
      2023,A,1,operating,2.00

      """,
      "ceilings": "year,kind,rule,of_last,reason\n2024,operating,at_most,1,no growth\n",
    ])
    #expect(
      found == [
        "ceilings.csv:2: this ceiling is not applied to forecasts: lines are unit × subject, and "
          + "A × 1 is not wholly of one kind; name the subjects, or compare it with memos"
      ])
  }

  @Test("is named with what is not there: a unit, a role, a kind of anything, a line")
  func nothing() throws {
    let found = try messages([
      "accounts": "year,unit,subject,outturn\n2023,A,1,10\n2023,B,2,10\n",
      "ceilings": """
      year,unit,subject,kind,role,rule,amount
      2024,C,,,,at_most,1
      2024,,,,three_public,at_most,1
      2024,A,,operating,,at_most,1
      2024,A,2,,,at_most,1
      2024,A,1,,,at_most,1

      """,
    ])
    let start = "this ceiling is not applied to forecasts: "
    #expect(
      found == [
        "ceilings.csv:2: \(start)there is no 'C' in the accounts",
        "ceilings.csv:3: \(start)no subject has the role 'three_public'; give it to subjects, or "
          + "compare it with memos",
        "ceilings.csv:4: \(start)lines are unit × subject, and nothing says of what kind A × 1 "
          + "is; name the subjects, or compare it with memos",
        "ceilings.csv:5: \(start)there is no line that it could be about",
      ])
  }
}
