/// The texts of the workbook's sheet of notes.
enum WorkbookNotes {
  struct Note: Sendable {
    let heading: Bilingual
    let text: Bilingual
  }

  static let synthetic = Note(
    heading: Bilingual(zh: "合成数据", en: "Synthetic data"),
    text: Bilingual(
      zh: "本工作簿的单位、人员与金额均由程序随机生成，不是任何政府或单位的数据。",
      en: "Units, people and amounts are made by a program; they are no government's."))

  static let all = [
    Note(
      heading: Bilingual(zh: "金额", en: "Amounts"),
      text: Bilingual(
        zh: "金额单位见各表标题行，与 CSV 表一致。空白表示未安排或未公布，0 表示零。部分数据因四舍五入存在尾差。",
        en: "The unit stands above each table and is that of the CSV tables. A blank is nothing "
          + "appropriated or not published; 0 is zero. Rounded parts may not add up to their total."
      )),
    Note(
      heading: Bilingual(zh: "公式", en: "Formulas"),
      text: Bilingual(
        zh: "合计、增减额、增长%、完成% 都是公式：改动一个数，其余随之更新。"
          + "公式后的 ±0.01 一类常数是四舍五入的尾差。斜体的合计是原数：其各部分未列全，或与各部分之和不符。",
        en: "Totals, changes, growth and execution are formulas: change a number and the rest "
          + "follows. A constant such as ±0.01 after a sum is what rounding leaves. A total in "
          + "italics is the published figure: its parts are not all shown or do not add up to it."
      )),
    Note(
      heading: Bilingual(zh: "填报", en: "Input"),
      text: Bilingual(
        zh: "黄底的格子供填报：预算草案的草案数，以及“单项查看”中所选的科目。",
        en: "Yellow cells are for input: the draft, and the line that the sheet 'One line' shows."
      )),
    Note(
      heading: Bilingual(zh: "完成率", en: "Execution"),
      text: Bilingual(
        zh: "完成年初预算% = 决算数 ÷ 年初预算数；完成全年预算% = 决算数 ÷ 全年预算数。年初预算为 0，不计算完成率。"
          + "增长% = 增减额 ÷ |上年数|。",
        en: "Execution is outturn ÷ budget, and outturn ÷ revised budget; undefined where the "
          + "budget is 0. Growth is change ÷ |previous amount|.")),
    Note(
      heading: Bilingual(zh: "预测", en: "Forecasts"),
      text: Bilingual(
        zh: "预测值附 80% 与 95% 区间：十年中约有八年、二十年中约有十九年落在区间内。"
          + "测算数、模型参考与控制数是三个不同的数，互不混用。",
        en: "Each forecast has an 80 % and a 95 % interval: about eight in ten, and nineteen in "
          + "twenty, come inside. Costing, reference and ceiling are three figures, never mixed.")),
    Note(
      heading: Bilingual(zh: "分级与筛选", en: "Outline and filters"),
      text: Bilingual(
        zh: "左侧的分级按钮按单位、科目逐级展开或收起；标题行可以筛选。合计在其各部分之上。"
          + "全列无数据的栏目不列出。",
        en: "The outline on the left folds rows along units and subjects; headings filter. A sum "
          + "stands above its parts. Columns in which nothing stands are left out.")),
    Note(
      heading: Bilingual(zh: "全部数据", en: "All figures"),
      text: Bilingual(
        zh: "工作簿列出常用的表；全部年度、全部层级的数据在同一目录的 CSV 表中，说明见 datapackage.json。",
        en: "The workbook shows what is used most; every year and level is in the CSV tables "
          + "beside it, described in datapackage.json.")),
  ]

  static let namesHeading = Bilingual(zh: "名称（可用于公式）", en: "Names for formulas")
}
