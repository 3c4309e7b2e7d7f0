import Analytics
import Reports

/// What `run` prints when it is done: what was read, what was found, where the tables are.
struct Summary {
  let analysis: Analysis
  private var dataset: Dataset { analysis.dataset }
  private var isChinese: Bool { dataset.language == .chinese }

  var text: String {
    ([heading] + totals + [""] + findings).joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let scope = PanelScope(analysis.panel)
    let saysSo = dataset.title.contains("合成") || dataset.title.lowercased().contains("synthetic")
    let label = dataset.isSynthetic && !saysSo ? (isChinese ? "（合成数据）" : " (synthetic)") : ""
    return isChinese
      ? "\(dataset.title)\(label)\n\(scope.years) 年 · 单位 \(scope.units) · 科目 \(scope.subjects) · 明细 "
        + "\(scope.lines) 行 · 金额单位 \(dataset.amountUnit.rawValue)"
      : "\(dataset.title)\(label)\n\(scope.years) · units: \(scope.units) · subjects: \(scope.subjects) · "
        + "lines: \(scope.lines) · amounts in \(unitName)"
  }

  private var unitName: String {
    dataset.currency == nil && dataset.amountUnit == .unit
      ? "units" : NumberWording(dataset).englishUnit
  }

  /// The newest years of the total, side by side.
  private var totals: [String] {
    guard let total = analysis.nodes.total else { return [] }
    let execution = Execution(analysis.nodes)
    let yearOnYear = YearOnYear(analysis.nodes)
    return analysis.panel.years.suffix(3).compactMap { year in
      guard let row = execution.row(total, year) else { return nil }
      var parts: [String] = []
      func add(_ zh: String, _ en: String, _ money: Money?) {
        if let money { parts.append("\(isChinese ? zh : en) \(dataset.printed(money))") }
      }
      add("年初预算", "budget", row.budget)
      add("全年预算", "revised", row.revised)
      add("决算", "outturn", row.outturn)
      if let percent = row.executionPct {
        parts.append(isChinese ? "完成年初预算的 \(percent)%" : "\(percent) % of budget")
      }
      if let growth = yearOnYear.row(total, .outturn, year)?.growth {
        let isFall = growth.mantissa < 0
        let size = PrintedNumber(
          mantissa: Swift.abs(growth.mantissa), decimals: growth.decimals)
        parts.append(
          isChinese
            ? "决算比上年\(isFall ? "下降" : "增长") \(size)%"
            : "outturn \(isFall ? "down" : "up") \(size) % on last year")
      }
      return "  \(year)  " + parts.joined(separator: isChinese ? "，" : ", ")
    }
  }

  private var findings: [String] {
    let errors = analysis.count(.error)
    let warnings = analysis.count(.warning)
    let notes = analysis.count(.note)
    let count =
      isChinese
      ? "核对结果：错误 \(errors)，警告 \(warnings)，提示 \(notes)"
      : "findings: \(errors) errors, \(warnings) warnings, \(notes) notes"
    let shown = analysis.findings.filter { $0.severity != .note }
      .sorted { $0.severity < $1.severity }
    let lines = shown.prefix(12).map { "  \(mark($0.severity)) \($0.message)\(place($0))" }
    let more = shown.count - lines.count
    let rest =
      more > 0
      ? [isChinese ? "  …另有 \(more) 条，见 findings.csv" : "  … \(more) more in findings.csv"] : []
    return [count] + lines + rest
  }

  private func mark(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: isChinese ? "[错误]" : "[error]"
    case .warning: isChinese ? "[警告]" : "[warning]"
    case .note: isChinese ? "[提示]" : "[note]"
    }
  }

  private func place(_ finding: Finding) -> String {
    finding.source.map { isChinese ? "（\($0)）" : " (\($0))" } ?? ""
  }

  /// Where the tables are.
  func tables(_ tables: [Table], in folder: String, isNew: Bool) -> String {
    let head =
      isNew
      ? (isChinese ? "表格已写入 \(folder)：" : "tables are in \(folder):")
      : (isChinese
        ? "输入未变，沿用已有结果 \(folder)：" : "up to date; nothing to do; tables are in \(folder):")
    let files =
      ReportFile.all.map { ($0.name, $0.title) } + tables.map { ("\($0.name).csv", $0.title) }
    return ([head] + Summary.listing(files, dataset.language)).joined(separator: "\n") + "\n"
  }

  /// A line for each file: its name, and what is in it.
  static func listing(_ files: [(name: String, title: Bilingual)], _ language: Language) -> [String]
  {
    files.map { name, title in
      "  \(name)" + String(repeating: " ", count: max(1, 34 - name.count)) + title[language]
    }
  }
}
