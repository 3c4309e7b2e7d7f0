extension Panel {
  /// The panel of a dataset: its published totals told from its lines.
  public init(_ dataset: Dataset) {
    let isChinese = dataset.language == .chinese
    self = Settlement.panel(
      dataset.accounts, quantum: dataset.lastDigit,
      restName: isChinese
        ? { $0.isEmpty ? "未分列" : "\($0)（未分列）" }
        : { $0.isEmpty ? "not broken down" : "\($0) (not broken down)" })
  }
}
