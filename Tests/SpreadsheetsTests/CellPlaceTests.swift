import Spreadsheets
import Testing

@Suite("A cell's place")
struct CellPlaceTests {
  @Test(
    "is named by letters and a number",
    arguments: [
      (0, 0, "A1"), (6, 1, "B7"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 701, "ZZ1"), (0, 702, "AAA1"),
    ])
  func names(row: Int, column: Int, name: String) {
    #expect(CellPlace(row: row, column: column).name == name)
  }

  @Test("stays the same in a copied formula where it is fixed")
  func fixed() {
    #expect(CellPlace(row: 6, column: 27).fixedName == "$AB$7")
  }

  @Test("begins or ends a range, which is one cell where both are the same")
  func ranges() {
    let (first, last) = (CellPlace(row: 1, column: 0), CellPlace(row: 3, column: 2))
    #expect(CellRange(first, last).name == "A2:C4")
    #expect(CellRange(first, first).name == "A2")
    #expect(CellRange(first, last).fixedName(in: "预算") == "'预算'!$A$2:$C$4")
  }

  @Test("on a sheet whose name has a quote doubles the quote")
  func quotes() {
    #expect(quoted(sheet: "Next year's") == "'Next year''s'")
  }
}
