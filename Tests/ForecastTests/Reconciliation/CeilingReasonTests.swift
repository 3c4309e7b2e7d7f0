import Analytics
import Testing

@testable import Forecast

@Suite("The reason of a ceiling")
struct CeilingReasonTests {
  /// Repeating the last value gives 100 and 200 for A, 300 for B.
  private static let accounts = """
    year,unit,subject,budget
    2021,A,1,90
    2021,A,2,230
    2021,B,1,260
    2022,A,1,110
    2022,A,2,170
    2022,B,1,340
    2023,A,1,100
    2023,A,2,200
    2023,B,1,300

    """

  private static let options = ProjectionOptions(method: .naive)

  private func ceiling(
    _ rule: Ceiling.Rule, _ units: Int64, unit: String? = nil, subject: String? = nil,
    role: String? = nil, _ reason: String
  ) -> Ceiling {
    Ceiling(
      year: FiscalYear(2024), unit: unit, subject: subject, role: role, rule: rule,
      limit: .amount(Money(cents: units * 100)), reason: reason)
  }

  /// By unit and subject, the reasons of what moved the forecast.
  private func reasons(
    _ ceilings: [Ceiling], roles: [String: String] = [:]
  ) throws -> [String: [String]] {
    let found = try SampleDataset.project(
      Self.accounts, ceilings: ceilings, roles: roles, Self.options)
    let panel = found.nodes.panel
    let pairs = found.projection.predictions.map { it in
      let node = found.nodes.nodes[it.node]
      return (
        "\(panel.units.code(node.unit))/\(panel.subjects.code(node.subject))",
        found.projection.ceilings(moving: it, found.nodes).compactMap(\.reason)
      )
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test("of a unit reaches the lines that it moves, and no others")
  func unit() throws {
    let found = try reasons([ceiling(.atMost, 270, unit: "A", "frozen")])
    #expect(found["A/1"] == ["frozen"] && found["A/2"] == ["frozen"] && found["A/"] == ["frozen"])
    #expect(found["B/1"] == [])
  }

  @Test("of the whole stands after that of the unit; a floor is a reason too")
  func several() throws {
    let found = try reasons([
      ceiling(.atMost, 500, "agreed"), ceiling(.atLeast, 280, unit: "A", "service"),
    ])
    #expect(found["A/1"] == ["service", "agreed"] && found["B/1"] == ["agreed"])
  }

  @Test("that holds nothing is no reason")
  func loose() throws {
    let found = try reasons([
      ceiling(.atMost, 5000, "loose"), ceiling(.atMost, 270, unit: "A", "frozen"),
    ])
    #expect(found["A/1"] == ["frozen"])
  }

  @Test("of a role reaches the subjects that have it")
  func role() throws {
    let roles = ["1": "three_public.vehicles"]
    let found = try reasons(
      [ceiling(.atMost, 360, role: "three_public", "no growth")], roles: roles)
    #expect(found["A/1"] == ["no growth"] && found["B/1"] == ["no growth"])
    #expect(found["A/2"] == [])
  }

  @Test("stands in the draft's note of each line that it moves, and once")
  func draft() throws {
    let dataset = try SampleDataset.package([
      "accounts": Self.accounts,
      "ceilings": "year,unit,subject,rule,amount,reason\n2024,A,,at_most,270,frozen\n"
        + "2024,B,1,at_most,290,lease\n",
    ])
    let nodes = NodeTable(Panel(dataset))
    let projection = try Projection(
      nodes, Self.options, lastDigit: Money(cents: 1), ceilings: CeilingRules(dataset, nodes))
    let draft = try #require(
      Draft(
        DraftSources(
          dataset: dataset, nodes: nodes, base: Normalisation(nodes, []),
          projection: projection, changes: .none)))
    var notes: [String: [String]] = [:]
    draft.forEach { row in
      notes[row.key.unit + row.key.subject] = row.notes.compactMap { note in
        switch note {
        case .reason(let reason): "control: \(reason)"
        case .ceiling(let ceiling): "\(ceiling.unit ?? ""): \(ceiling.reason ?? "")"
        default: nil
        }
      }
    }
    #expect(notes == ["A1": ["A: frozen"], "A2": ["A: frozen"], "B1": ["control: lease"]])
  }
}
