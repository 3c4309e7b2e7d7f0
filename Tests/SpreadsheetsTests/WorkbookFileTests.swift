import Foundation
import Spreadsheets
import Testing

@Suite("A workbook's file")
final class WorkbookFileTests {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "outturn-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ book: Workbook, _ name: String) throws -> Data {
    let file = folder.appending(path: name)
    try book.write(
      to: file.path(percentEncoded: false), scratch: folder.path(percentEncoded: false))
    return try Data(contentsOf: file)
  }

  /// One of everything that a sheet can have.
  private var sample: Workbook {
    var sheet = Worksheet(name: "Draft")
    var bold = CellStyle()
    bold.isBold = true
    sheet.rows = [
      SheetRow([SheetCell(.text("Amount"), bold), SheetCell(.text("=1+1"))]),
      SheetRow([SheetCell(.number(1.5)), SheetCell(.formula("A2*2", cached: .number(3)))]),
      SheetRow([SheetCell(.number(2)), SheetCell(.link("here", sheet: "Draft"))], outlineLevel: 1),
    ]
    sheet.columns = [SheetColumn(width: 12), SheetColumn(width: 9, outlineLevel: 1)]
    sheet.filter = CellRange(rows: 0...2, columns: 0...1)
    let cells = CellRange(rows: 1...2, column: 0)
    sheet.merged = [
      MergedText(CellRange(rows: 4...4, columns: 0...1), "over both", CellStyle())
    ]
    sheet.inputRules = [
      InputRule(
        cells, .number(0, 9), promptTitle: "Draft", prompt: "A number.", errorTitle: "Draft",
        error: "Not a number.")
    ]
    sheet.highlights = [
      Highlight(cells, formula: "A2>1", ink: Colour(0x9C_1C_1C), fill: Colour(0xFB_E0_DD))
    ]
    let values = cells.fixedName(in: "Draft")
    let series = ChartSeries(
      "Amounts", categories: values, values: values, look: .filled(Colour(0x1F_3A_5F)))
    let chart = SheetChart(.columns, title: .text("Amounts"), description: "Two.", series: [series])
    sheet.charts = [
      PlacedChart(chart, at: CellPlace(row: 6, column: 0), width: 300, height: 200)
    ]
    var book = Workbook(title: "Test", sheets: [sheet])
    book.names = [DefinedName("amounts", values)]
    return book
  }

  @Test("has the same bytes for the same workbook")
  func sameBytes() throws {
    #expect(try write(sample, "a.xlsx") == write(sample, "b.xlsx"))
  }

  @Test("is an archive whose entries do not tell the time")
  func noTime() throws {
    let bytes = [UInt8](try write(sample, "a.xlsx"))
    let heads = bytes.indices.dropLast(14).filter {
      Array(bytes[$0..<($0 + 4)]) == [0x50, 0x4B, 3, 4]
    }
    #expect(heads.count > 8)
    let times = Set(heads.map { Array(bytes[($0 + 10)..<($0 + 14)]) })
    #expect(times == [[0, 0, 0x21, 0]])  // 1 January 1980, the first day that an archive knows
  }

  @Test("leaves no temporary file behind")
  func clean() throws {
    _ = try write(sample, "a.xlsx")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(left == ["a.xlsx"])
  }

  @Test(
    "is refused where a sheet's name is none",
    arguments: ["a/b", "a[1]", String(repeating: "n", count: 32)])
  func sheetNames(name: String) throws {
    #expect(throws: SpreadsheetError.self) {
      try write(Workbook(title: "", sheets: [Worksheet(name: name)]), "a.xlsx")
    }
  }

  @Test("that cannot be made is an error that names it")
  func unwritable() {
    let path = folder.appending(path: "missing/a.xlsx").path(percentEncoded: false)
    let error = #expect(throws: SpreadsheetError.self) {
      try sample.write(to: path, scratch: folder.path(percentEncoded: false))
    }
    #expect(error?.place == path)
  }
}
