// What is said of the tables beside the accounts, and of the descriptor.

extension ReadingNote {
  static func unknownCode(
    _ code: String, _ column: String, _ list: TableName, _ rows: Int, _ meant: String?
  ) -> Sentences {
    let others = list == .categories ? list.rawValue : "accounts, \(list.rawValue)"
    return (
      "\(column) 中的“\(code)”在 \(others) 中没有（\(rows) 行）" + meant.chinese,
      "\(column) has '\(code)', which is not in \(others) (rows: \(rows))" + meant.english
    )
  }

  static func movementReasons(_ lines: [Int], _ example: String) -> Sentences {
    let (chinese, english) = list(lines)
    return (
      "movements 中变动原因与人数正负相反（如 \(example)）的行：\(chinese)；人数按正负号计",
      "movements whose reason goes against the sign, as in \(example): \(english); heads go by the "
        + "sign"
    )
  }

  static func repeatedMovements(_ rows: Int, _ most: Int, _ line: Int) -> Sentences {
    (
      "movements 中与前文完全相同的行：\(rows) 行，其中第 \(line) 行共出现 \(most) 次，逐行计入；若为重复录入，请删除",
      "rows of movements that repeat others: \(rows), the one in line \(line) stands there "
        + "\(most) times; each counts; delete them if they are one movement"
    )
  }

  static func ratesWithoutRatio(_ lines: [Int]) -> Sentences {
    let (chinese, english) = list(lines)
    return (
      "adjustments 中 rate_before 为 0、或 rate_before 与 rate_after 只填一个的行：\(chinese)；"
        + "得不出标准变动的比例，不计翘尾",
      "rows of adjustments whose rate_before is 0, or that have only one of rate_before and "
        + "rate_after: \(english); no ratio follows, and they bring no full-year effect"
    )
  }

  static func unknownSetting(_ key: String, _ meant: String?) -> Sentences {
    (
      "outturn.\(key) 不是可用的设置，未起作用" + meant.chinese,
      "outturn.\(key) is no setting and has no effect" + meant.english
    )
  }

  /// How many lines, and the first ten.
  static func list(_ lines: [Int]) -> Sentences {
    let shown = lines.prefix(10).map(String.init).joined(separator: ", ")
    let more = lines.count > 10
    return (
      "\(lines.count) 行，第 \(shown) \(more ? "等" : "")行",
      "\(lines.count), in lines \(shown)" + (more ? ", …" : "")
    )
  }
}

extension String? {
  /// A question whether another word is meant; nothing where none is.
  var chinese: String { map { "；是否应为“\($0)”？" } ?? "" }
  var english: String { map { "; did you mean '\($0)'?" } ?? "" }
}
