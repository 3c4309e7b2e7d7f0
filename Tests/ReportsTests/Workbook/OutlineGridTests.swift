import Analytics
import Spreadsheets
import Testing

@testable import Reports

@Suite("A sum on a sheet")
struct OutlineGridTests {
  /// A total over parts in one column, from B2 down.
  private func total(
    _ total: Int64?, of parts: [Int64?], hasAllParts: Bool = true
  ) throws -> OutlineGrid.Entry {
    let amounts = [total] + parts
    let table = Table(
      name: "amounts", title: Bilingual(zh: "", en: ""),
      columns: [SampleWorkbookRun.column("amount", .amount)], key: [], entries: amounts.indices
    ) { entry, body in
      try body([Cell(amounts[entry].map(cents))])
    }
    var outline = Outline()
    outline.rows = [
      Outline.Row(
        entry: 0, rank: .total, labels: ["total"], depth: 0,
        children: Array(1...parts.count), hasAllChildren: hasAllParts)
    ]
    outline.rows += parts.indices.map {
      Outline.Row(entry: $0 + 1, rank: .line, labels: [""], depth: 1)
    }
    let source = OutlineColumn.Source(table: "amounts", column: "amount", filter: [])
    let columns = [
      OutlineColumn(id: "amount", heading: "", kind: .amount, source: source, rule: .sum)
    ]
    let values = OutlineValues(outline, columns, [table], .english)
    let grid = OutlineGrid(outline, columns, values, origin: CellPlace(row: 1, column: 1))
    return grid[0, 0]
  }

  @Test("is a formula where its parts add up, blanks counting as nothing")
  func exact() throws {
    #expect(try total(303, of: [101, nil, 202]) == .formula("SUM(B3:B5)", cents(303)))
  }

  @Test("keeps what rounding leaves in its formula, so that a change still runs through")
  func rounded() throws {
    #expect(try total(203, of: [101, 101]) == .formula("SUM(B3:B4)+0.01", cents(203)))
    #expect(try total(201, of: [101, 101]) == .formula("SUM(B3:B4)-0.01", cents(201)))
  }

  @Test("is the published figure where more is missing than rounding explains")
  func wrong() throws {
    #expect(try total(300, of: [101, 101]) == .value(.number(cents(300))))
  }

  @Test("is the published figure where a part is unknown or not shown")
  func incomplete() throws {
    #expect(try total(203, of: [101, nil, 101]) == .value(.number(cents(203))))
    #expect(try total(202, of: [101, 101], hasAllParts: false) == .value(.number(cents(202))))
  }

  @Test("is blank where the table is, and where nothing is below")
  func blank() throws {
    #expect(try total(nil, of: [101]) == .blank)
    #expect(try total(nil, of: [nil]) == .blank)
  }

  @Test("is a plain number where a formula takes no more rows and no table has it")
  func tooMany() {
    let lines = 2_000
    let table = Table(
      name: "amounts", title: Bilingual(zh: "", en: ""),
      columns: [SampleWorkbookRun.column("amount", .amount)], key: [], entries: 0..<2 * lines
    ) { _, body in
      try body([Cell(cents(101))])
    }
    var outline = Outline()
    outline.rows = [
      Outline.Row(
        entry: nil, rank: .total, labels: ["total"], depth: 0,
        children: (0..<lines).map { 2 * $0 + 1 })
    ]
    outline.rows += (0..<2 * lines).map {
      Outline.Row(entry: $0, rank: $0 % 2 == 0 ? .line : .detail, labels: [""], depth: 1)
    }
    let source = OutlineColumn.Source(table: "amounts", column: "amount", filter: [])
    let columns = [
      OutlineColumn(id: "amount", heading: "", kind: .amount, source: source, rule: .sum)
    ]
    let grid = OutlineGrid(
      outline, columns, OutlineValues(outline, columns, [table], .english),
      origin: CellPlace(row: 1, column: 1))
    #expect(grid[0, 0] == .value(.number(cents(101 * Int64(lines)))))
  }

  @Test("joins cells side by side, and adds sums beyond what a function takes")
  func text() {
    let column = (0..<3).map { CellPlace(row: $0, column: 0) }
    #expect(SumText.sum(column + [CellPlace(row: 8, column: 0)]) == "SUM(A1:A3,A9)")
    let scattered = (0..<201).map { CellPlace(row: 2 * $0, column: 0) }
    #expect(SumText.sum(scattered).hasSuffix(",A399)+SUM(A401)"))
  }
}
