/// One number that the sources print: what a slip of the pen can make wrong.
///
/// Items are named by their place in the dataset's tables.
enum Quantity: Hashable, Sendable {
  case cell(CellKey, Stage, FiscalYear)
  case memo(Int, Stage)
  case balance(Int)
  case receipt(Int, Stage)
  case heads(Int)
  case figure(Int)
}

/// What an expression's reference comes down to in a dataset.
indirect enum FactSource: Sendable {
  case printed(Quantity)
  /// A number that no source prints and an expression gives.
  case derived(Reference, FigureExpression)
  case sum([FactSource])
}
