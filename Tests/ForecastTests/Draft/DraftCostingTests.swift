import Analytics
import Testing

@testable import Forecast

/// One line, A pay, of clerks; amounts that a pocket calculator checks.
@Suite("The costing of a draft")
struct DraftCostingTests {
  private static let subjects = "code,staffing\npay,*\n"

  /// The line's own row.
  private func row(_ tables: [String: String]) throws -> DraftRow {
    let dataset = try SampleDataset.package(tables)
    let nodes = NodeTable(Panel(dataset))
    let base = Normalisation(nodes, dataset.adjustments)
    let changes = KnownChanges(dataset, nodes.panel)
    let roster = Roster(dataset, through: FiscalYear(2026))
    let projection = try Projection(
      nodes, ProjectionOptions(method: .naive, explains: true),
      lastDigit: dataset.lastForecastDigit, changes: changes,
      staffing: StaffingModel(dataset, nodes, roster, base))
    let draft = try #require(
      Draft(
        DraftSources(
          dataset: dataset, nodes: nodes, base: base, projection: projection, changes: changes)))
    var rows: [DraftRow] = []
    draft.forEach { rows.append($0) }
    return try #require(rows.first { $0.key.kind == nil })
  }

  private func whole(_ amount: Int64) -> Money { Money(cents: amount * 100) }

  /// Two clerks, and one from July: 2.5 person-years × 10 = 25, in budget and outturn.
  private static let julyJoiner = [
    "accounts": "year,unit,subject,budget,outturn\n2023,A,pay,25.00,25.00\n",
    "subjects": subjects,
    "headcount": "year,unit,category,in_post\n2023,A,clerk,3\n",
    "rates": "subject,from,basis,value\npay,2020-01,per_head_year,10.00\n",
    "movements": "date,unit,category,delta,reason,status\n2023-07,A,clerk,1,recruit,actual\n",
  ]

  @Test("is person-years of the drafted year × the rate where that gives the outturn: 3 × 10")
  func covered() throws {
    let line = try row(Self.julyJoiner)
    #expect(line.costing == whole(30))
    #expect(line.start == whole(25) && line.startsFrom == .estimate)
    #expect(line.parts.fullYear == whole(5))
    #expect(line.parts.other == nil)
  }

  @Test("counts who is planned to come: (3 + 2) × 10, and 6 months of one more")
  func planned() throws {
    var tables = Self.julyJoiner
    tables["movements"]! += "2024-01,A,clerk,2,recruit,approved\n"
    #expect(try row(tables).costing == whole(50))
    #expect(try row(tables).parts.headcount == whole(20))
    tables["movements"]! += "2024-07,A,clerk,1,recruit,planned\n"
    #expect(try row(tables).costing == whole(55))
  }

  @Test("is none where nothing is registered: the basis is the reference")
  func nothingRegistered() throws {
    let line = try row([
      "accounts": "year,unit,subject,budget,outturn\n2022,A,pay,30,30\n2023,A,pay,30,30\n",
      "subjects": Self.subjects,
      "headcount": "year,unit,category,in_post\n2022,A,clerk,3\n2023,A,clerk,3\n",
    ])
    #expect(line.costing == nil && line.start == nil)
    #expect(line.basis == .reference && line.reference == whole(30))
  }

  @Test("adds to this year's budget who came since it was adopted, and who will: 30 + 10 + 20")
  func sinceTheBudget() throws {
    let line = try row([
      "accounts": """
      year,unit,subject,budget,outturn
      2022,A,pay,30,29
      2023,A,pay,30,29
      2024,A,pay,30,

      """,
      "subjects": Self.subjects,
      "headcount": "year,unit,category,in_post\n2022,A,clerk,3\n2023,A,clerk,3\n",
      "movements": """
      date,unit,category,delta,reason,status
      2024-07,A,clerk,1,recruit,planned
      2025-01,A,clerk,2,recruit,approved

      """,
    ])
    #expect(line.reference == whole(30))
    #expect(line.costing == whole(60))
    #expect(line.start == whole(30) && line.startsFrom == .budget)
    #expect(line.parts.fullYear == whole(10))
    #expect(line.parts.headcount == whole(20))
  }

  @Test("keeps a rate that was raised after the budget, though it does not give the outturn")
  func raisedRate() throws {
    let line = try row([
      "accounts": "year,unit,subject,budget,outturn\n2022,A,pay,10,10\n2023,A,pay,10,14\n",
      "subjects": Self.subjects,
      "headcount": "year,unit,category,in_post\n2022,A,clerk,1\n2023,A,clerk,1\n",
      "rates": """
      subject,from,to,basis,value
      pay,2020-01,2022-12,per_head_year,8
      pay,2023-01,,per_head_year,12

      """,
    ])
    #expect(line.reference == whole(10))
    #expect(line.costing == whole(14))
  }

  @Test("goes half of the way to a full year of a rate whose month is not known: 14 to 20 × 1/4")
  func undatedRate() throws {
    let line = try row([
      "accounts": "year,unit,subject,budget,outturn\n2022,A,pay,20,20\n2023,A,pay,20,14\n",
      "adjustments": """
      year,unit,subject,stage,amount,kind,against,recurs,reason,rate_before,rate_after
      2023,A,pay,outturn,-6,rate,budget,yes,cut,4,1

      """,
    ])
    #expect(line.costing == Money(cents: 950))
    #expect(line.parts.fullYear == Money(cents: -450))
  }

  @Test(
    "starts from the outturn where a change that stays is registered against the budget",
    arguments: [
      ("policy", "yes", 14), ("scope", "part", 14), ("policy", "unknown", nil),
      ("supplement", "yes", nil),
    ])
  func registeredChange(kind: String, recurs: String, costing: Int64?) throws {
    let line = try row([
      "accounts": "year,unit,subject,budget,outturn\n2022,A,pay,10,10\n2023,A,pay,10,14\n",
      "adjustments": """
      year,unit,subject,stage,amount,kind,against,recurs,reason
      2023,A,pay,outturn,4,\(kind),budget,\(recurs),wider

      """,
    ])
    #expect(line.costing == costing.map(whole))
    #expect(line.reference == whole(10))
  }

  @Test("is none of the base where a line never had a budget, but what recurs is told: 7 less 3")
  func noBudget() throws {
    let line = try row([
      "accounts": "year,unit,subject,budget,outturn\n2023,A,exam,,7\n2023,A,pay,10,10\n",
      "adjustments": """
      year,unit,subject,stage,amount,kind,against,recurs,reason
      2023,A,exam,outturn,3,one_off,level,no,once

      """,
    ])
    #expect(line.key.subject == "exam" && line.figure == nil)
    let recurring = line.notes.compactMap { note in
      if case .noBudget(let amount, false) = note { amount.description } else { nil }
    }
    #expect(recurring == ["4.00"])
  }

  @Test("leads to itself by the rest, where named parts do not")
  func rest() {
    var line = DraftRow(
      DraftRow.Key(unit: "A", unitName: "", subject: "pay", subjectName: ""))
    line.budget = whole(10)
    line.costing = whole(20)
    line.parts.fullYear = whole(3)
    line.lead(from: whole(10))
    #expect(line.startsFrom == .budget && line.parts.other == whole(7))
    line.lead(from: whole(9))
    #expect(line.startsFrom == .lastValue && line.parts.other == whole(8))
    line.lead(from: nil)
    #expect(line.startsFrom == nil && line.parts.other == whole(17))
  }
}
