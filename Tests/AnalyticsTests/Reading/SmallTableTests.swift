import Testing

@testable import Analytics

@Suite("A small table")
struct SmallTableTests {
  private static let headings = "year,unit,category,in_post\n"

  private func errors(_ headcount: String) -> [String] {
    do {
      _ = try TestDataset.package([
        "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n",
        "headcount": Self.headings + headcount,
      ])
      return []
    } catch let errors as SourceErrors {
      return errors.errors.map { "\($0.position) \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("tells what is wrong with a text in every row that has it")
  func everyRow() {
    let found = errors("2023,A,clerk,x\n2023,B,clerk,1\n2023,C,clerk, x\n")
    let problem = "is not a number; write digits with at most one decimal point, as in -1250.5"
    #expect(
      found == ["headcount.csv:2:14 'x' \(problem)", "headcount.csv:4:14 'x' \(problem)"])
  }

  @Test("takes blanks around a year off, and keeps those of codes")
  func blanks() {
    #expect(
      errors("2023,A,clerk,1\n 2023 ,A,clerk,1\n")
        == ["headcount.csv:3:10 line 2 has 2023, A, clerk already; keep one"])
    #expect(errors("2023,A,clerk,1\n2023, A,clerk,1\n2023,A,Clerk,1\n").isEmpty)
  }

  @Test("reads a doubled quote as one, and points behind it")
  func quotes() {
    let row = "2023,\"A \"\"B\"\"\",clerk,"
    #expect(
      errors("\(row)1\n2023,A \"B\",clerk,2\n")
        == ["headcount.csv:3:12 line 2 has 2023, A \"B\", clerk already; keep one"])
    #expect(errors("\(row)x\n").first?.hasPrefix("headcount.csv:2:22 'x'") == true)
  }

  @Test("tells rows apart as a dictionary of their keys does", arguments: 1...4)
  func repetitions(seed: UInt64) {
    var random = CheckRandom(seed: seed)
    let columns = (0..<3).map { _ in (0..<500).map { _ in Int32.random(in: -1...5, using: &random) }
    }
    var index = RowIndex(columns)
    var firsts: [[Int32]: Int] = [:]
    for row in 0..<500 {
      let key = columns.map { $0[row] }
      let first = firsts[key] ?? row
      firsts[key] = first
      #expect(index.first(like: row) == first)
    }
  }
}
