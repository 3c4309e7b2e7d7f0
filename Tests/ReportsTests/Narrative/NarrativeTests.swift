import Analytics
import Reports
import Testing

@Suite("The narrative")
struct NarrativeTests {
  /// 100 to 90, of which x 60 and y 30.
  private let accounts = """
    year,unit,subject,budget,revised,outturn
    2022,A,x,70,70,70
    2022,A,y,30,30,30
    2023,A,x,50,80,60
    2023,A,y,0,40,30

    """

  @Test("says how much of the initial and of the revised budget was executed, by name")
  func execution() throws {
    let text = try SampleRun.narrative(["accounts": accounts])
    #expect(text.contains("支出决算数为90万元，完成年初预算的180.00%，完成全年预算的75.00%"))
    #expect(text.contains("1. x：支出决算为60万元，完成年初预算的120.00%，完成全年预算的75.00%"))
  }

  @Test("gives no rate of a budget of 0, and says why")
  func zeroBudget() throws {
    let text = try SampleRun.narrative(["accounts": accounts])
    #expect(text.contains("2. y：支出决算为30万元，年初预算为0，不计算完成率，完成全年预算的75.00%"))
    let english = try SampleRun.narrative(["accounts": accounts], language: .english)
    #expect(english.contains("the initial budget is 0, so no rate is given, 75.00% of the revised"))
  }

  @Test("says how much an amount fell, without a sign")
  func fall() throws {
    let text = try SampleRun.narrative(["accounts": accounts])
    #expect(text.contains("与2022年度相比，本年支出合计减少10万元，下降10.00%。"))
    let english = try SampleRun.narrative(["accounts": accounts], language: .english)
    #expect(english.contains("Compared with 2022, expenditure decreased by 10, or 10.00%."))
  }

  @Test("says that a unit is late, and how the whole grew without it: 10 to 5, and 4 to 5")
  func late() throws {
    let late = "year,unit,subject,outturn\n2022,A,x,4\n2022,B,x,6\n2023,A,x,5\n"
    let text = try SampleRun.narrative(["accounts": late])
    #expect(text.contains("下降50.00%"))
    #expect(text.contains("B的2023年度决算尚未报送，不在合计之内；两个年度都不含时，支出合计增长25.00%。"))
    let english = try SampleRun.narrative(["accounts": late], language: .english)
    #expect(english.contains("The totals of 2023 lack B, whose accounts are late; without it"))
    #expect(!(try SampleRun.narrative(["accounts": accounts])).contains("尚未报送"))
    let others = (0..<6).map { "2022,C\($0),x,1\n" }.joined()
    let many = try SampleRun.narrative(["accounts": late + others], language: .english)
    #expect(many.contains("lack B, C0, C1, C2, C3 and 2 more, whose"))
    #expect(many.contains("without them in both years, expenditure rose by 25.00%."))
  }

  @Test("lists the forty largest of many subjects in one sentence, and adds up the others")
  func manySubjects() throws {
    let rows = (1...42).map { "2023,A,x\($0),\($0)" }
    let text = try SampleRun.narrative([
      "accounts": "year,unit,subject,outturn\n" + rows.joined(separator: "\n") + "\n"
    ])
    #expect(text.contains("x3 3万元"))
    #expect(!text.contains("x2 2万元"))
    #expect(text.contains("其余2类合计3万元，见 comparison/structure.csv。"))
  }

  @Test("numbers the sections that it has, and leaves out those without data")
  func sections() throws {
    let text = try SampleRun.narrative(["accounts": accounts])
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings == ["## 一、收入支出决算总体情况说明", "## 二、支出决算情况说明", "## 三、支出决算具体情况说明"])
  }

  @Test("takes reasons from adjustments, the largest first and those without an amount last")
  func reasons() throws {
    let adjustments = """
      year,unit,subject,stage,amount,kind,against,reason
      2023,A,x,outturn,,policy,previous,政策调整
      2023,A,x,outturn,2,headcount,previous,人员增加。
      2023,A,x,outturn,-12,scope,previous,职能划出
      2023,A,y,outturn,30,supplement,budget,年中追加
      2022,A,x,outturn,5,scope,previous,上年的原因

      """
    let text = try SampleRun.narrative(["accounts": accounts, "adjustments": adjustments])
    #expect(text.contains("主要变动原因是：x：职能划出（-12万元）；x：人员增加（+2万元）；x：政策调整。"))
    #expect(text.contains("比年初预算数增加30万元，比全年预算数减少10万元。主要原因是：年中追加（+30万元）。"))
    #expect(!text.contains("上年的原因"))
  }

  @Test("says in which unit a reason stands where there are several")
  func units() throws {
    let adjustments = """
      year,unit,subject,stage,amount,kind,against,reason
      2023,A,x,outturn,2,headcount,previous,人员增加

      """
    let two = accounts + "2023,B,x,,,1\n"
    let text = try SampleRun.narrative([
      "accounts": two, "adjustments": adjustments, "units": "unit,name\nA,甲局\nB,乙局\n",
    ])
    #expect(text.contains("x：人员增加（甲局，+2万元）"))
  }

  @Test("shows names as they are: no heading, emphasis or link comes of them")
  func escaped() throws {
    let named = "year,unit,subject,subject_name,outturn\n2023,A,x,*[a](b)* <i>,5\n"
    let text = try SampleRun.narrative(["accounts": named])
    #expect(text.contains(#"\*\[a\](b)\* \<i>"#))
  }

  @Test("describes the general public budget where funds are told apart, and the others by name")
  func funds() throws {
    let byFund = """
      year,unit,subject,fund,outturn
      2023,A,x,一般公共预算,60
      2023,A,y,一般公共预算,20
      2023,A,y,政府性基金预算,10

      """
    let text = try SampleRun.narrative(["accounts": byFund])
    #expect(text.contains("2023年度一般公共预算财政拨款支出80万元，占本年支出合计的88.89%。"))
    #expect(text.contains("x 60万元，占75.00%；y 20万元，占25.00%"))
    #expect(text.contains("## 五、政府性基金预算支出决算情况说明\n\n2023年度政府性基金预算财政拨款支出10万元。"))
  }

  @Test("says that there is nothing to say where nothing was spent yet")
  func budgetOnly() throws {
    let text = try SampleRun.narrative(["accounts": "year,unit,subject,budget\n2024,A,x,5\n"])
    #expect(text == "# Sample\n\n账目中没有已公布的决算数，不生成决算情况说明。\n")
  }

  @Test("adds items of units up, and keeps a unit's parts out of the sum")
  func items() throws {
    let memos = """
      year,unit,item,budget,outturn,measure,role
      2023,A,三公经费,4,3,money,three_public
      2023,B,三公经费,,1,money,three_public
      2023,B1,三公经费,,1,money,three_public
      2023,A,公务接待费,4,3,money,three_public.reception
      2023,B,公务接待费,,1,money,three_public.reception
      2023,A,接待批次,,8,count,three_public.reception.batches

      """
    let units = "unit,name,parent\nA,甲,\nB,乙,\nB1,乙一,B\n"
    let text = try SampleRun.narrative(["accounts": accounts, "memos": memos, "units": units])
    #expect(text.contains("2023年度三公经费支出决算为4万元。"))
    #expect(text.contains("1. 公务接待费支出4万元。其中：接待批次8，平均5,000.00元。"))
  }
}
