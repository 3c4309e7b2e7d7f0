import Analytics
import Testing

@testable import Reports

@Suite("The columns that a sheet shows")
struct StandingColumnsTests {
  /// The columns that are left of a table of two lines, whose amounts are given by column.
  private func standing(
    _ amounts: KeyValuePairs<String, [Int64?]>, rules: [String: CellRule<String>] = [:],
    inputs: Set<String> = [], labels: [[String]] = [["A", "a"], ["B", "b"]]
  ) -> StandingColumns {
    let columns = amounts.map { SampleWorkbookRun.column($0.key, .amount) }
    let table = Table(
      name: "amounts", title: Bilingual(zh: "", en: ""), columns: columns, key: [],
      entries: 0..<2
    ) { entry, body in
      try body(Row(amounts.map { Cell($0.value[entry].map(cents)) }))
    }
    var outline = Outline()
    outline.rows = labels.enumerated().map {
      Outline.Row(entry: $0, rank: .line, labels: $1, depth: 0)
    }
    let made = columns.map { column in
      OutlineColumn(
        id: column.name, heading: column.name, kind: .amount,
        source: OutlineColumn.Source(table: "amounts", column: column.name, filter: []),
        rule: rules[column.name] ?? .plain, isKept: inputs.contains(column.name))
    }
    let values = OutlineValues(outline, made, [table], .english)
    return StandingColumns(outline, labels: labels[0].count, made, values)
  }

  @Test("are those in which a row has something, and those for input")
  func blank() {
    let shown = standing(["a": [1, nil], "b": [nil, nil], "c": [nil, nil]], inputs: ["c"])
    #expect(shown.columns.map(\.id) == ["a", "c"])
    #expect(shown.values.columns == [[.number(cents(1)), .blank], [.blank, .blank]])
  }

  @Test("leave out what follows from a column that is left out, and what follows from that")
  func derived() {
    let shown = standing(
      ["amount": [1, 2], "previous": [nil, nil], "change": [nil, nil], "growth": [nil, nil]],
      rules: [
        "change": .difference("amount", "previous"), "growth": .growth("change", from: "amount"),
      ])
    #expect(shown.columns.map(\.id) == ["amount"])
  }

  @Test("have what may come to stand: an excess over a limit that nothing exceeds yet")
  func live() {
    let rules: [String: CellRule<String>] = ["over": .excess("amount", over: "limit")]
    let limited = standing(
      ["amount": [1, 2], "limit": [5, nil], "over": [nil, nil]], rules: rules)
    #expect(limited.columns.map(\.id) == ["amount", "limit", "over"])
    let free = standing(
      ["amount": [1, 2], "limit": [nil, nil], "over": [nil, nil]], rules: rules)
    #expect(free.columns.map(\.id) == ["amount"])
  }

  @Test("have what a figure that stands is made of, even if it is blank")
  func parts() {
    let shown = standing(
      ["amount": [1, 2], "previous": [nil, nil], "change": [1, 2]],
      rules: ["change": .difference("amount", "previous")])
    #expect(shown.columns.map(\.id) == ["amount", "previous", "change"])
  }

  @Test("are read without those that are left out")
  func rules() {
    let shown = standing(
      ["draft": [nil, nil], "costing": [nil, nil], "reference": [1, 2], "figure": [1, 2]],
      rules: ["figure": .first(["draft", "costing", "reference"])], inputs: ["draft"])
    #expect(shown.columns.map(\.id) == ["draft", "reference", "figure"])
    #expect(shown.columns[2].rule == .first(["draft", "reference"]))
  }

  @Test("have the label columns that any row fills, and always the last")
  func labels() {
    #expect(standing(["a": [1, 1]], labels: [["A", "", ""], ["", "", ""]]).labels == [0, 2])
  }
}
