/// Why an expression that reads well has no value.
public enum FigureProblem: Error, Hashable, Sendable {
  /// The dataset has no such thing; the text says what is missing.
  case unknown(Reference, because: String)
  /// The dataset has it, but not in this stage or year.
  case notPublished(Reference)
  /// The divisor is zero, or may be within its printed digits.
  case undefined(divisor: String)
  case overflow(expression: String)
  /// What needs itself: each needs the next, and the last is the first.
  case circular([Reference])
  case tooManySteps(Reference, limit: Int)
  /// A figure is printed once and has no year to go back from.
  case previousOfFigure(String)
  case noEarlierYear(Reference)
}

extension FigureProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let reference, let reason):
      "\(reference) is not in the dataset: \(reason)"
    case .notPublished(let reference):
      "\(reference) is not published"
    case .undefined(let divisor):
      "undefined, as the divisor \(divisor) is zero or may be within its printed digits"
    case .overflow(let expression):
      "\(expression) takes more digits than exact arithmetic has"
    case .circular(let names):
      "circular: " + names.map { "\($0)" }.joined(separator: " needs ")
    case .tooManySteps(let reference, let limit):
      "\(reference) is more than \(limit) derived cells away from a printed one"
    case .previousOfFigure(let name):
      "\(Reference.figure(name)) has no previous year; only dated references have"
    case .noEarlierYear(let reference):
      "\(reference) has no earlier year"
    }
  }
}
