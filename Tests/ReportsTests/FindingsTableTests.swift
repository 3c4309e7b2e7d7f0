import Analytics
import Reports
import Testing

@Suite("findings.csv")
struct FindingsTableTests {
  let header =
    "rule,severity,year,unit,subject,stage,expected,found,difference,bound,"
    + "repair_cell,repair_value,message,source\n"

  @Test("has the columns of the contract, in its order")
  func columns() {
    #expect(CSVFormat().text(of: .findings([])) == header)
  }

  @Test("prints a finding in the digits of the source, blank where it says nothing")
  func row() {
    let finding = Finding(
      rule: "parts", severity: .error, year: FiscalYear(2023), unit: "101", subject: "20805",
      stage: .outturn, expected: cents(88_480), found: cents(88_483), difference: cents(3),
      bound: cents(1), message: "parts miss their total, by 0.03", source: "accounts.csv:12")
    let text = CSVFormat().text(of: .findings([finding]))
    #expect(
      text == header
        + "parts,error,2023,101,20805,outturn,884.80,884.83,0.03,0.01,,,"
        + "\"parts miss their total, by 0.03\",accounts.csv:12\n")
  }

  @Test("puts errors first, then goes by rule, year, unit, subject, stage and message")
  func sorted() {
    let inOrder = [
      Finding(rule: "z", severity: .error, message: "1"),
      Finding(rule: "a", severity: .warning, message: "2"),
      Finding(rule: "a", severity: .warning, year: FiscalYear(987), message: "3"),
      Finding(rule: "a", severity: .warning, year: FiscalYear(2023), message: "4"),
      Finding(rule: "a", severity: .warning, year: FiscalYear(2023), unit: "9", message: "5"),
      Finding(
        rule: "a", severity: .warning, year: FiscalYear(2023), unit: "9", subject: "1",
        message: "6"),
      Finding(
        rule: "a", severity: .warning, year: FiscalYear(2023), unit: "9", subject: "1",
        stage: .budget, message: "7"),
      Finding(
        rule: "a", severity: .warning, year: FiscalYear(2023), unit: "9", subject: "1",
        stage: .revised, message: "0"),
      Finding(
        rule: "a", severity: .warning, year: FiscalYear(2023), unit: "9", subject: "1",
        stage: .outturn, message: "0"),
      Finding(rule: "a", severity: .note, message: "0"),
    ]
    let sorted = Table.findings(inOrder)
    #expect(sorted.rows.map { $0[12] } == inOrder.map { .text($0.message) })
    #expect(Table.findings(inOrder.reversed()).rows == sorted.rows)
  }

  @Test("is the same whatever the order of findings that differ in their numbers alone")
  func total() {
    let findings = [9, -10, 8].map {
      Finding(rule: "a", severity: .note, expected: PrintedNumber($0), message: "same")
    }
    let expected = Table.findings(findings).rows.map { $0[6] }
    #expect(expected == [-10, 8, 9].map { .number(PrintedNumber($0)) })
    #expect(Table.findings(findings.reversed()).rows == Table.findings(findings).rows)
  }
}
