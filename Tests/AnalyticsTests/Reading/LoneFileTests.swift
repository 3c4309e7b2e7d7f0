import Testing

@testable import Analytics

@Suite("A lone file")
struct LoneFileTests {
  @Test("takes its amount unit from a heading, or from a line above the table")
  func amountUnit() throws {
    let heading = try LoneFile("年度,单位,年初预算（万元）,决算数(万元)\n2023,甲,1.5,2\n")
    let above = try LoneFile(
      "甲局支出决算表,,\n编制单位：甲局,,金额单位：万元\n年度,单位,决算\n2023,甲,2.50\n")
    #expect(heading.cells == ["2023 甲 budget 1.5", "2023 甲 outturn 2.0"])
    #expect(above.cells == ["2023 甲 outturn 2.50"])
    #expect(
      heading.dataset.amountUnit == .tenThousandYuan
        && above.dataset.amountUnit == .tenThousandYuan)
  }

  @Test("is parted by what its lines have alike, whatever stands in a title above them")
  func delimiter() throws {
    let titled = try LoneFile("金额单位: 万元; 2023; 表1\nyear,unit,subject,outturn\n2023,A,x,2.50\n")
    #expect(titled.cells == ["2023 A x outturn 2.50"])
    let german = try LoneFile("Amt, Stand 1.1.\nyear;unit;outturn\n2023;A;2,50\n2023;B;3,50\n")
    #expect(german.cells == ["2023 A outturn 2.50", "2023 B outturn 3.50"])
  }

  @Test("takes the word all for a total, and ALL for a code like any other")
  func all() throws {
    let file = try LoneFile("year,unit,outturn\n2023,ALL,2\n2023,EUR,3\n2023,all,5\n")
    #expect(file.cells == ["2023 ALL outturn 2", "2023 EUR outturn 3", "2023 outturn 5"])
  }

  @Test("knows 年初预算(数) and codes beside names")
  func headings() throws {
    let file = try LoneFile(
      "年度,单位编码,单位,科目编码,科目名称,年初预算(数),全年预算（数）,决算(数)\n2023年,001,甲局,201,行政,1,2,3\n")
    #expect(
      file.cells == ["2023 001 201 budget 1", "2023 001 201 revised 2", "2023 001 201 outturn 3"])
    #expect(file.dataset.accounts[.unit].name(0) == "甲局")
  }

  @Test("means the budget by a bare 预算数, whichever side of 执行数 or 金额 it stands")
  func bareBudget() throws {
    for headings in ["预算数,执行数", "预算数,金额"] {
      #expect(try LoneFile("年度,单位,\(headings)\n2023,甲,1,2\n").cells[0] == "2023 甲 budget 1")
    }
    let turned = try LoneFile("年度,单位,执行数,预算数\n2023,甲,2,1\n")
    #expect(turned.cells == ["2023 甲 budget 1", "2023 甲 outturn 2"])
    let amount = try LoneFile("年度,单位,金额,预算数\n2023,甲,2,1\n")
    #expect(amount.cells == ["2023 甲 budget 1"])
  }

  @Test("takes its columns from --map, and is of one subject without a column for it")
  func map() throws {
    let file = try LoneFile(
      "series_id,ds,y\nA,2022,1.25\nA,2023,2\n",
      ReadingOptions(map: [.year: "ds", .unit: "series_id", .outturn: "y"]))
    #expect(file.outturns == ["1.25", "2.00"])
    #expect(file.dataset.accounts[.subject].codes.texts == [""])
  }

  @Test("may separate by semicolons, tabs or bars", arguments: [";", "\t", "|"])
  func separators(mark: String) throws {
    let text = "year,unit,outturn\n2023,A,\"1,5\"\n2024,A,\"1.234,25\"\n"
    let file = try LoneFile(
      text.replacing("\"1,5\"", with: "1#5").replacing("\"1.234,25\"", with: "1.234#25")
        .replacing(",", with: mark).replacing("#", with: ","))
    #expect(file.outturns == ["1.50", "1234.25"])
  }

  @Test("may have line ends inside quotes, of which errors still know the line")
  func quotedLineEnds() throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = "year,unit,outturn\(end)2023,\"甲\(end)局\"\"1\"\"\",1\(end)2024,乙,x\(end)"
      #expect {
        try LoneFile(text)
      } throws: {
        ($0 as? SourceErrors)?.errors.map(\.position)
          == [SourcePosition(file: "a.csv", line: 4, column: 8)]
      }
      let inside = "year,unit,outturn\(end)2023,\"甲\(end)局\",x\(end)"
      #expect {
        try LoneFile(inside)
      } throws: {
        let error = ($0 as? SourceErrors)?.errors.first
        return error?.position == SourcePosition(file: "a.csv", line: 3, column: 4)
          && error?.excerpt == "局\",x"
      }
    }
  }

  @Test("lets the column decide what 75.934 is, failing that the file, failing that --decimal")
  func ambiguous() throws {
    let column = try LoneFile("year;unit;outturn\n2023;A;75.934\n2024;A;1,5\n")
    #expect(column.outturns == ["75934.0", "1.5"])
    let file = try LoneFile("year,unit,budget,outturn\n2023,A,1.5,75.934\n")
    #expect(file.outturns == ["75.93"])
    #expect(
      file.notes.contains {
        $0.hasPrefix(
          "rounded_amount: amounts with more decimals than hundredths of the currency unit, rounded half to even: 1"
        )
      })
    let asked = try LoneFile(
      "year,unit,outturn\n2023,A,75.934\n", ReadingOptions(decimalMark: .comma))
    #expect(asked.outturns == ["75934"])
  }

  @Test("counts exact duplicates once, and rows that fill other stages not at all")
  func duplicates() throws {
    let file = try LoneFile(
      "year,unit,budget,outturn\n2023,A,1,2.5\n2023,A,1,2.5\n2023,B,1,\n2023,B,,3\n2023,A,1,2.50\n")
    #expect(file.outturns == ["2.50", "3.00"])
    #expect(
      file.notes == [
        "duplicate_row: rows that repeat earlier ones and count once: 2, in lines 3, 6"
      ])
  }

  @Test("counts a duplicate once also where its amount is decided at the end")
  func lateDuplicates() throws {
    let file = try LoneFile(
      """
      year,unit,budget,outturn
      2023,A,1.5,75.934
      2023,A,1.5,75.934
      2023,B,1.5,
      2023,B,,75.934

      """)
    #expect(file.outturns == ["75.93", "75.93"])
    #expect(
      file.notes.filter { $0.hasPrefix("duplicate_row") } == [
        "duplicate_row: rows that repeat earlier ones and count once: 1, in lines 3"
      ])
  }

  @Test("takes a blank unit or subject for a code, with a note")
  func blankCodes() throws {
    let file = try LoneFile("year,unit,subject,outturn\n2023,,201,1\n2023,A,,2\n")
    #expect(file.cells == ["2023 201 outturn 1", "2023 A outturn 2"])
    #expect(file.notes.count == 2)
  }

  @Test("reads dashes as blanks, with a note")
  func dashes() throws {
    let file = try LoneFile("year,unit,budget,outturn\n2023,A,1,—\n2023,B,-,2\n")
    #expect(file.cells == ["2023 A budget 1", "2023 B outturn 2"])
    #expect(file.notes == ["dash_amount: amounts that are a dash and were read as blank: 2"])
  }

  @Test("rounds excess decimals half to even, once")
  func rounding() throws {
    let file = try LoneFile(
      """
      year,unit,outturn
      2023,A,397.52000000000004
      2023,B,0.125
      2023,C,0.135
      2023,D,1e-05
      2023,E,-0.125
      2023,F,0.12500000000000000000000000000000001
      2023,G,123456789012.34

      """)
    #expect(
      file.outturns == ["397.52", "0.12", "0.14", "0.00", "-0.12", "0.13", "123456789012.34"])
  }

  @Test("keeps unknown columns aside, and surplus separators at the end of rows")
  func aside() throws {
    let file = try LoneFile("year,unit,colour,outturn\n2023,A,red,1,,\n")
    #expect(file.outturns == ["1"])
    #expect(file.notes[0].hasPrefix("unknown_column"))
  }

  @Test("skips blank lines, and years that have no amount")
  func blankLines() throws {
    let file = try LoneFile("\n\nyear,unit,outturn\n\n2023,A,1\n,,\n2024,A,\n")
    #expect(file.cells == ["2023 A outturn 1"])
  }

  @Test("holds sums of magnitudes of each year apart")
  func large() throws {
    let rows = (2000..<2020).map { "\($0),A,20000000000000000\n" }.joined()
    #expect(try LoneFile("year,unit,outturn\n" + rows).outturns.count == 20)
  }
}
