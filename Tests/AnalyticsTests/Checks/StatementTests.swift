import Testing

@testable import Analytics

/// What a report says of itself.
@Suite("Statements")
struct StatementTests {
  private func found(_ check: String, _ tables: [String: String]) throws -> [Finding] {
    var all = tables
    all["accounts"] =
      all["accounts"] ?? "year,unit,subject,outturn\n2022,A,1,80.25\n2023,A,1,100.50\n"
    let dataset = try TestDataset.package(all)
    return CheckedDataset(dataset, NodeTable(Panel(dataset))).findings(
      [try #require(Check.named(check))])
  }

  @Test("of more people on the establishment than it has posts are a note")
  func establishment() throws {
    let notes = try found(
      "establishment",
      [
        "headcount": "year,unit,category,establishment,in_post,on_establishment\n"
          + "2023,A,staff,8,10,9\n2023,A,drivers,3,3,3\n"
      ])
    #expect(notes.map(\.severity) == [.note])
    #expect(notes.map(\.found) == [printed("9")])
  }

  @Test("of one group of people in two numbers contradict each other")
  func heads() throws {
    let tables = [
      "headcount": "year,unit,category,in_post\n2023,A,helpers,4\n",
      "memos":
        "year,unit,item,outturn,measure,role\n2023,A,helpers paid,6,count,headcount.helpers\n",
    ]
    let warnings = try found("contradiction", tables)
    #expect(warnings.map(\.expected) == [printed("4")])
    #expect(warnings.map(\.found) == [printed("6")])
  }

  @Test("of a reason that moved the other way contradict each other")
  func reason() throws {
    let tables = [
      "memos": "year,unit,item,outturn,role\n2022,A,vehicles,9.15,three_public.vehicles\n"
        + "2023,A,vehicles,8.75,three_public.vehicles\n",
      "adjustments": "year,unit,subject,stage,amount,kind,against,item\n"
        + "2023,A,,outturn,4.46,supplement,previous,running cost/vehicles\n",
    ]
    let warnings = try found("contradiction", tables)
    #expect(warnings.count == 1)
    for number in ["4.46", "-0.40", "-4.86", "9.15"] {
      #expect(warnings[0].message.contains(number))
    }
  }

  @Test(
    "of reasons that leave some of a change, or explain too much of it, say which",
    arguments: [("15", "5.25 is left"), ("25", "4.75 too much")])
  func unexplained(amount: String, words: String) throws {
    let notes = try found(
      "reasons",
      [
        "adjustments": "year,unit,subject,stage,amount,kind,against\n"
          + "2023,A,1,outturn,\(amount),policy,previous\n"
      ])
    #expect(notes.map(\.severity) == [.note])
    #expect(notes.first?.message.hasSuffix(words) == true)
  }

  @Test("of reasons that add up to all leave nothing to another that has no amount")
  func headcountReason() throws {
    let tables = [
      "memos": "year,unit,item,outturn,role\n2022,A,running cost,89.84,running_cost\n"
        + "2023,A,running cost,122.93,running_cost\n",
      "adjustments": "year,unit,subject,stage,amount,kind,against,item\n"
        + "2023,A,,outturn,33.09,supplement,previous,running cost/travel\n"
        + "2023,A,,outturn,,headcount,previous,running cost\n",
    ]
    let warnings = try found("reasons", tables).filter { $0.severity == .warning }
    #expect(warnings.count == 1)
    #expect(warnings[0].message.contains("headcount"))
  }

  @Test("of a total without what is carried forward are a warning, and of one with it none")
  func carried() throws {
    func tables(_ total: String) -> [String: String] {
      [
        "accounts": "year,unit,subject,outturn\n2023,A,,100.00\n2023,A,1,100.00\n",
        "memos": "year,unit,item,outturn,role\n2023,A,grand total,\(total),grand_total\n",
        "balances": "year,unit,item,amount,role\n2023,A,carried,20.00,carry_forward\n",
      ]
    }
    #expect(try found("carry_forward", tables("100.00")).map(\.expected) == [printed("120.00")])
    #expect(try found("carry_forward", tables("120.00")).isEmpty)
  }

  @Test("of three public expenses that miss their total are an error with its repair")
  func threePublic() throws {
    let rows = [
      ("all", "27.50", "three_public"), ("abroad", "0.00", "three_public.abroad"),
      ("vehicles", "8.75", "three_public.vehicles"),
      ("reception", "17.75", "three_public.reception"),
      ("purchase", "0.00", "three_public.vehicles.purchase"),
      ("running", "8.75", "three_public.vehicles.running"),
    ]
    let memos = rows.map { "2023,A,\($0.0),\($0.1),\($0.2)\n" }.joined()
    let errors = try found(
      "item_totals", ["memos": "year,unit,item,outturn,role\n" + memos])
    #expect(errors.map(\.severity) == [.error])
    #expect(errors[0].message.contains("26.5"))
  }

  @Test("of a percentage of nothing name the base that it is of")
  func zeroBase() throws {
    let tables = [
      "accounts": "year,unit,subject,budget,revised,outturn\n2024,A,1,0.00,321.02,307.82\n",
      "figures": "figure,printed,measure,expression\n"
        + "done,95.89,percent,\"share_pct(outturn(A, 1, 2024), budget(A, 1, 2024))\"\n",
    ]
    let warnings = try found("zero_base", tables)
    #expect(warnings.map(\.severity) == [.warning])
    #expect(
      warnings[0].message.contains("with share_pct(outturn(A, 1, 2024), revised(A, 1, 2024))"))
    #expect(try found("figures", tables).isEmpty)
  }
}
