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
        "ceilings.csv:2: the ceiling on kind operating is not applied to forecasts: lines are unit × "
          + "subject, and A × 1 is not wholly of one kind; name the subjects, or compare it with memos"
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
    let start = "is not applied to forecasts: "
    #expect(
      found == [
        "ceilings.csv:2: the ceiling on unit C \(start)there is no 'C' in the accounts",
        "ceilings.csv:3: the ceiling on role three_public \(start)no subject has the role 'three_public'; give it to subjects, or "
          + "compare it with memos",
        "ceilings.csv:4: the ceiling on unit A, kind operating \(start)lines are unit × subject, and nothing says of what kind A × 1 "
          + "is; name the subjects, or compare it with memos",
        "ceilings.csv:5: the ceiling on unit A, subject 2 \(start)there is no line that it could be about",
        "ceilings.csv:6: the ceiling on unit A, subject 1 \(start)the accounts have no budget, so that none is forecast",
      ])
  }

  @Test("is told with its year: known already, past, or beyond what is forecast")
  func years() throws {
    let dataset = try TestDataset.package([
      "accounts": """
      year,unit,subject,budget,outturn
      2023,A,1,30.00,29.00
      2024,A,1,31.00,32.00
      2025,A,1,33.00,

      """,
      "ceilings": """
      year,unit,rule,amount,of_last
      2025,A,at_most,5,
      2025,A,at_most,,1.1
      2025,A,at_least,34,
      2019,A,at_most,5,
      2050,A,at_most,5,
      2026,A,at_most,40,

      """,
    ])
    let nodes = NodeTable(Panel(dataset))
    let found = UnappliedCeiling.findings(dataset, nodes)
    let start = "the ceiling on unit A is not applied to forecasts: "
    let floor = "the floor on unit A is not applied to forecasts: "
    #expect(
      found.map(\.message) == [
        "\(start)the budget of 2025 is known already: 33.00 against 5.00, which is 28.00 too much",
        "\(start)the budget of 2025 is known already: 33.00 against 34.10, and keeps to it",
        "\(floor)the budget of 2025 is known already: 33.00 against 34.00, which is 1.00 too little",
        "\(start)2019 is past, as the newest budget is of 2025, and the accounts have nothing of it",
        "\(start)forecasts end with 2026; --horizon makes them reach further",
      ])
    #expect(found.map(\.severity) == [.warning, .note, .warning, .warning, .warning])
    #expect(found[0].difference == PrintedNumber(mantissa: 2800, decimals: 2))
    #expect(UnappliedCeiling.findings(dataset, nodes, horizon: 25).count == 4)
  }
}
