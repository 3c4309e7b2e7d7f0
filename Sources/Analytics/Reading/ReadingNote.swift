/// Something that a reader noticed and that is no error.
///
/// It becomes a finding when everything is read and the language of the dataset is known.
struct ReadingNote: Sendable {
  enum Kind: Sendable {
    /// Text that is hardly GB18030, and what it is likely to be.
    case doubtfulEncoding(EncodingDoubt, EncodingDoubt.Likely)
    /// Lines that repeat earlier ones.
    case repeatedRows([Int])
    case blankCodes(Dimension, count: Int)
    /// Headings, and those of them that seem to name parents.
    case unknownColumns([String], parents: [LikelyParents])
    /// Parents that rows name and no row is of.
    case parentsWithoutRows(Dimension, [String])
    case unknownTable(String)
    case roundedAmounts(count: Int)
    case dashAmounts(count: Int)
    /// A code that the accounts use and its table does not list, and one that may be meant.
    case undeclaredCode(String, Dimension, TableName, meant: String?)
    /// A code in a column beside the accounts that neither they nor the table which lists such have.
    case unknownCode(String, column: String, TableName, rows: Int, meant: String?)
    /// Lines whose reason goes against the sign of their delta; what the first has.
    case movementReasons([Int], example: String)
    /// Rows that repeat others; how often the most repeated stands there, and in which line first.
    case repeatedMovements(rows: Int, most: Int, line: Int)
    /// Lines of adjustments with rates before and after a change of which no ratio follows.
    case ratesWithoutRatio([Int])
    /// A key of the descriptor's settings, and one that may be meant.
    case unknownSetting(String, meant: String?)
  }

  /// How many of a kind are named.
  static let named = 5

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
    case .doubtfulEncoding: ReadingNote.doubtfulEncoding
    case .repeatedRows: "duplicate_row"
    case .blankCodes: "blank_code"
    case .unknownColumns: "unknown_column"
    case .parentsWithoutRows: "parent_without_rows"
    case .unknownTable: "unknown_table"
    case .roundedAmounts: "rounded_amount"
    case .dashAmounts: "dash_amount"
    case .undeclaredCode: "undeclared_code"
    case .unknownCode: "unknown_code"
    case .movementReasons: "movement_reason"
    case .repeatedMovements: "repeated_movement"
    case .ratesWithoutRatio: "rate_without_ratio"
    case .unknownSetting: "unknown_setting"
    }
  }

  private var severity: Finding.Severity {
    switch kind {
    case .doubtfulEncoding, .repeatedRows, .undeclaredCode, .unknownCode, .movementReasons,
      .repeatedMovements, .ratesWithoutRatio, .unknownSetting:
      .warning
    case .blankCodes, .unknownColumns, .parentsWithoutRows, .unknownTable, .roundedAmounts,
      .dashAmounts:
      .note
    }
  }

  typealias Sentences = (chinese: String, english: String)

  private var sentences: Sentences {
    switch kind {
    case .doubtfulEncoding(let doubt, let likely):
      return Self.doubtfulEncoding(doubt, likely, source)
    case .repeatedRows(let lines):
      let (chinese, english) = Self.list(lines)
      return (
        "与前文重复、只计一次的行：\(chinese)", "rows that repeat earlier ones and count once: \(english)"
      )
    case .blankCodes(let dimension, let count):
      return (
        "\(dimension.chineseName)编码为空的行：\(count) 行，空白作为一个独立编码；若编码只写在若干行的首行，请逐行补全",
        "rows with a blank \(dimension.name): \(count); it counts as a code of its own; where a code "
          + "stands only in the first of its rows, write it in all of them"
      )
    case .unknownColumns(let headings, let parents): return Self.unknownColumns(headings, parents)
    case .parentsWithoutRows(let dimension, let codes):
      return Self.parentsWithoutRows(dimension, codes)
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
          + meant.chinese,
        "the accounts use \(dimension.name) '\(code)', which \(table.rawValue) does not list; it "
          + "stands directly under the whole" + meant.english
      )
    case .unknownCode(let code, let column, let list, let rows, let meant):
      return Self.unknownCode(code, column, list, rows, meant)
    case .movementReasons(let lines, let example): return Self.movementReasons(lines, example)
    case .repeatedMovements(let rows, let most, let line):
      return Self.repeatedMovements(rows, most, line)
    case .ratesWithoutRatio(let lines): return Self.ratesWithoutRatio(lines)
    case .unknownSetting(let key, let meant): return Self.unknownSetting(key, meant)
    }
  }
}
