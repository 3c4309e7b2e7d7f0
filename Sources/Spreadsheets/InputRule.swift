/// What a user may type into cells, and what is said there.
public struct InputRule: Hashable, Sendable {
  public enum Allowed: Hashable, Sendable {
    /// A number between two bounds.
    case number(Double, Double)
    /// One of the values of these cells, from a list that drops down.
    case list(String)
  }

  public let range: CellRange
  public let allowed: Allowed
  /// Shown when the cell is chosen.
  public let promptTitle: String
  public let prompt: String
  /// Shown when something else is typed.
  public let errorTitle: String
  public let error: String

  public init(
    _ range: CellRange, _ allowed: Allowed, promptTitle: String, prompt: String,
    errorTitle: String, error: String
  ) {
    self.range = range
    self.allowed = allowed
    self.promptTitle = promptTitle
    self.prompt = prompt
    self.errorTitle = errorTitle
    self.error = error
  }
}

/// Another look for cells of which a formula holds.
public struct Highlight: Hashable, Sendable {
  public let range: CellRange
  /// For the first cell of the range, without the `=`; moves along with the cell.
  public let formula: String
  public let ink: Colour
  public let fill: Colour

  public init(_ range: CellRange, formula: String, ink: Colour, fill: Colour) {
    self.range = range
    self.formula = formula
    self.ink = ink
    self.fill = fill
  }
}
