/// The first thing in an expression that cannot be read, and where it stands.
public struct FigureSyntaxError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case unexpected(found: String, expected: String)
    case unknownFunction(String)
    case missingArgument(String, of: String)
    case unknownArgument(String, of: String, known: [String])
    case tooManyArguments(of: String, byPosition: [String], byName: [String])
    case repeatedArgument(String)
    case needsOneOf(String)
    case notAYear(String)
    case notAStage(String)
    case repeatedStage(Stage)
    case numberTooLong(String)
    case unclosedQuote
    case notDated(FigureProblem)
    case tooManySteps(limit: Int)
    case tooManyChanges(limit: Int)
  }

  public let problem: Problem
  /// Counts characters of the expression from 1.
  public let column: Int

  public init(_ problem: Problem, column: Int) {
    self.problem = problem
    self.column = column
  }
}

extension FigureSyntaxError: CustomStringConvertible {
  public var description: String { "column \(column): \(message)" }

  /// What stands there and what would be right.
  public var message: String {
    switch problem {
    case .unexpected(let found, let expected):
      "\(found) where \(expected) should be"
    case .unknownFunction(let name):
      "there is no function '\(name)'; there are \(Self.list(FigureFunction.names))"
    case .missingArgument(let name, let function):
      "\(function) needs an argument '\(name)'"
    case .unknownArgument(let name, let function, let known):
      "\(function) has no argument '\(name)'; it has \(Self.list(known))"
    case .tooManyArguments(let function, let byPosition, let byName):
      "\(function) takes \(Self.list(byPosition))"
        + (byName.isEmpty ? " and no more" : ", and by name \(Self.list(byName.map { $0 + "=" }))")
    case .repeatedArgument(let name):
      "the argument '\(name)' is given twice; one of them is too many"
    case .needsOneOf(let name):
      "'all' where one \(name) should be; the items of a table are not added up"
    case .notAYear(let text):
      "'\(text)' is not a year; write 2023 or 2023年, from 1 to 9999"
    case .notAStage(let text):
      "'\(text)' is not a stage; write \(Self.list(Stage.allCases.map(\.rawValue)))"
    case .repeatedStage(let stage):
      "\(stage.rawValue) is assigned twice; one of them is too many"
    case .numberTooLong(let text):
      "'\(text)' has too many digits; 18 are the most"
    case .unclosedQuote:
      "a quote that does not end; close it with ', and write '' for a quote inside"
    case .notDated(let problem):
      "\(problem)"
    case .tooManySteps(let limit):
      "more than \(limit) operators and brackets; write long sums as sum(a, b, …)"
    case .tooManyChanges(let limit):
      "more than \(limit) changes inside one another; give the inner ones as figures"
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
