extension Panel {
  /// The panel of a dataset: its published totals told from its lines.
  public init(_ dataset: Dataset) {
    self = Settlement.panel(dataset.accounts, quantum: dataset.lastDigit)
  }
}
