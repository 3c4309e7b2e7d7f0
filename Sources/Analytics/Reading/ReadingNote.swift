/// Something that a reader noticed and that is no error.
///
/// It becomes a finding when everything is read and the language of the dataset is known.
struct ReadingNote: Sendable {
  enum Kind: Sendable {
    /// Lines that repeat earlier ones.
    case repeatedRows([Int])
    case blankCodes(Dimension, count: Int)
    case unknownColumns([String])
    case unknownTable(String)
    case roundedAmounts(count: Int)
    case dashAmounts(count: Int)
    /// A code that the accounts use and its table does not list, and one that may be meant.
    case undeclaredCode(String, Dimension, TableName, meant: String?)
  }

  let kind: Kind
  /// The file, and the line where there is one.
  let source: String

  init(_ kind: Kind, at source: String) {
    self.kind = kind
    self.source = source
  }

  func finding(_ language: Language) -> Finding {
    let (chinese, english) = sentences
    return Finding(
      rule: rule, severity: severity, message: language == .chinese ? chinese : english,
      source: source)
  }

  private var rule: String {
    switch kind {
    case .repeatedRows: "duplicate_row"
    case .blankCodes: "blank_code"
    case .unknownColumns: "unknown_column"
    case .unknownTable: "unknown_table"
    case .roundedAmounts: "rounded_amount"
    case .dashAmounts: "dash_amount"
    case .undeclaredCode: "undeclared_code"
    }
  }

  private var severity: Finding.Severity {
    switch kind {
    case .repeatedRows, .undeclaredCode: .warning
    case .blankCodes, .unknownColumns, .unknownTable, .roundedAmounts, .dashAmounts: .note
    }
  }

  private var sentences: (chinese: String, english: String) {
    switch kind {
    case .repeatedRows(let lines):
      let list = lines.prefix(10).map(String.init).joined(separator: ", ")
      let more = lines.count > 10
      return (
        "与前文重复、只计一次的行：\(lines.count) 行，第 \(list) \(more ? "等" : "")行",
        "rows that repeat earlier ones and count once: \(lines.count), in lines \(list)"
          + (more ? ", …" : "")
      )
    case .blankCodes(let dimension, let count):
      return (
        "\(dimension.chineseName)编码为空的行：\(count) 行，空白作为一个独立编码",
        "rows with a blank \(dimension.name): \(count); it counts as a code of its own"
      )
    case .unknownColumns(let headings):
      return (
        "无法识别、已搁置的列：" + headings.map { "“\($0)”" }.joined(separator: "、"),
        "columns that mean nothing here are kept aside: "
          + headings.map { "'\($0)'" }.joined(separator: ", ")
      )
    case .unknownTable(let name):
      return (
        "资源“\(name)”不是数据集的表，已搁置",
        "the resource '\(name)' is no table of a dataset and is kept aside"
      )
    case .roundedAmounts(let count):
      return (
        "小数位数多于货币单位百分位、已按四舍六入五成双取整的金额：\(count) 个",
        "amounts with more decimals than hundredths of the currency unit, rounded half to even: "
          + "\(count)"
      )
    case .dashAmounts(let count):
      return (
        "以横线表示、按空白读取的金额：\(count) 个",
        "amounts that are a dash and were read as blank: \(count)"
      )
    case .undeclaredCode(let code, let dimension, let table, let meant):
      return (
        "账目使用了\(dimension.chineseName)“\(code)”，而 \(table.rawValue) 中没有；该编码直接归入合计"
          + (meant.map { "；是否应为“\($0)”？" } ?? ""),
        "the accounts use \(dimension.name) '\(code)', which \(table.rawValue) does not list; it "
          + "stands directly under the whole" + (meant.map { "; did you mean '\($0)'?" } ?? "")
      )
    }
  }
}
