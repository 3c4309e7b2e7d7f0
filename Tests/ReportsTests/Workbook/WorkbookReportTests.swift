import Analytics
import Spreadsheets
import Testing

@testable import Reports

@Suite("The workbook of a run")
struct WorkbookReportTests {
  @Test("has sheets in the language of the dataset, and those alone whose table is there")
  func sheets() throws {
    let english = WorkbookReport(try SampleWorkbookRun.contents()).workbook
    #expect(
      english.sheets.map(\.name) == [
        "Summary", "Execution", "Year on year", "Bridge", "History", "Notes", "Chart data",
      ])
    let chinese = WorkbookReport(try SampleWorkbookRun.contents(language: .chinese)).workbook
    #expect(
      chinese.sheets.map(\.name) == ["摘要", "预算执行", "与上年对比", "预决算衔接", "历年与趋势", "说明", "图表数据"])
  }

  @Test("has names that spreadsheets allow, no two the same, in both languages")
  func names() {
    let all =
      [
        WorkbookWording.summary, WorkbookWording.draft, WorkbookWording.rolling,
        WorkbookWording.execution, WorkbookWording.yearOnYear, WorkbookWording.history,
        WorkbookWording.bridge, WorkbookWording.forecasts, WorkbookWording.explorer,
        WorkbookWording.chartData, WorkbookWording.notes,
      ] + WorkbookWording.plainTables.map(\.name)
    for language in Language.allCases {
      let names = all.map { $0[language] }
      #expect(Set(names).count == names.count)
      #expect(
        names.allSatisfy { $0.utf16.count <= 31 && !$0.contains { "[]:*?/\\'".contains($0) } })
    }
  }

  @Test("says of synthetic data that they are")
  func synthetic() throws {
    let book = WorkbookReport(try SampleWorkbookRun.contents(synthetic: true)).workbook
    for sheet in book.sheets {
      let label = sheet.print.header.left
      #expect(label.contains("synthetic"), "\(sheet.name): \(label)")
    }
  }

  @Test("keeps text that looks like a formula as text")
  func hostile() throws {
    let text = """
      year,unit,unit_name,subject,subject_name,outturn
      2023,=1+1,@cmd,+2,"-3
      next",5
      """
    let book = WorkbookReport(try SampleWorkbookRun.contents(text)).workbook
    #expect(try book.content("Execution!B5") == .text("=1+1"))
    #expect(try book.content("Execution!D5") == .text("@cmd"))
    #expect(try book.content("Execution!C6") == .text("+2"))
    #expect(try book.content("Execution!D6") == .text("-3\nnext"))
    #expect(try book.cell("Execution!B5").style.number == .text)
  }

  @Test("shows what stands in other tables, with changes as formulas where they tie")
  func plain() throws {
    let names = ["budget", "outturn", "previous", "change"]
    let items = Table(
      name: "comparison/receipts", title: Bilingual(zh: "收入", en: "Receipts"),
      columns: [SampleWorkbookRun.column("item", .text)]
        + names.map { SampleWorkbookRun.column($0, .amount) },
      key: ["item"],
      rows: [
        [.text("tax"), .blank, .number(cents(500)), .number(cents(300)), .number(cents(200))],
        [.text("fees"), .blank, .number(cents(500)), .number(cents(300)), .number(cents(199))],
      ])
    let book = WorkbookReport(try SampleWorkbookRun.contents(more: [items])).workbook
    #expect(try book.content("Receipts!A4") == .text("tax"))
    #expect(try book.content("Receipts!B4") == .number(5))
    #expect(try book.content("Receipts!D4") == formula("B4-C4", 2))
    #expect(try book.content("Receipts!D5") == .number(1.99))
  }

  @Test("is made, without a crash, of a dataset with one line and one year")
  func small() throws {
    let one = "year,unit,subject,outturn\n2023,A,20101,5\n"
    let book = WorkbookReport(try SampleWorkbookRun.contents(one)).workbook
    #expect(book.sheets.count > 3)
  }
}
