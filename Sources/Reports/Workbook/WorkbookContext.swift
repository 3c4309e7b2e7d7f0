import Analytics
import Spreadsheets

/// What all sheets of a workbook share: the run, its language and its units.
struct WorkbookContext: Sendable {
  let contents: RunContents
  /// The rows of an outline sheet and of a plain one, at most.
  let limits: WorkbookLimits
  let language: Language
  let nodeOutline: Outline
  var dataset: Dataset { contents.dataset }

  init(_ contents: RunContents, _ limits: WorkbookLimits) {
    self.limits = limits
    language = contents.dataset.language
    self.contents = contents
    nodeOutline = Outline(
      contents.nodes, contents.dataset.language, limit: limits.outlineRows)
  }

  func callAsFunction(_ text: Bilingual) -> String { text[language] }

  /// The dataset's title, with the word that it is synthetic where that is so.
  var title: String {
    let title = dataset.title.isEmpty ? dataset.name : dataset.title
    let saysSo = title.contains("合成") || title.lowercased().contains("synthetic")
    return dataset.isSynthetic && !saysSo ? title + self(WorkbookWording.synthetic) : title
  }

  /// `金额单位：万元`
  var amountUnit: String {
    let unit = NumberWording(dataset).unitName
    switch language {
    case .chinese: return "金额单位：\(unit)"
    case .english:
      let isKnown = dataset.currency != nil || dataset.amountUnit != .unit
      return isKnown ? "Amounts in \(unit)" : "Amounts as in the accounts"
    }
  }

  /// Calls `body` with the total's rows of a table whose entries are nodes.
  func forEachTotal(of table: String, _ body: (Record) -> Void) {
    guard let total = contents.nodes.total else { return }
    contents.table(table)?.forEachRecord(of: total, body)
  }

  /// The newest year in which the total has an amount of a stage.
  func newestYear(_ stage: Stage) -> FiscalYear? {
    guard let total = contents.nodes.total else { return nil }
    return contents.nodes.panel.years.last {
      contents.nodes.cell(total, stage, $0).money != nil
    }
  }

  /// The years in which the total has an amount of a stage, rising.
  func years(_ stage: Stage) -> [FiscalYear] {
    guard let total = contents.nodes.total else { return [] }
    return contents.nodes.panel.years.filter {
      contents.nodes.cell(total, stage, $0).money != nil
    }
  }
}

/// How many rows sheets have at most; whatever is beyond stands in the CSV tables.
public struct WorkbookLimits: Sendable {
  public var outlineRows = 3_000
  public var tableRows = 5_000

  public init() {}
}
