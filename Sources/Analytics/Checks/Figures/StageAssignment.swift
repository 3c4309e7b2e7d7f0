/// What one stage of a derived cell follows from.
public struct StageAssignment: Hashable, Sendable, CustomStringConvertible {
  public var stage: Stage
  public var expression: FigureExpression

  public init(stage: Stage, expression: FigureExpression) {
    self.stage = stage
    self.expression = expression
  }

  public var description: String { "\(stage.rawValue) = \(expression)" }
}

extension StageAssignment {
  /// Reads `revised = a; outturn = b`; an expression without a stage is that of the outturn.
  public static func list(parsing text: String) throws(FigureSyntaxError) -> [StageAssignment] {
    var parser = FigureParser(text)
    var list: [StageAssignment] = []
    repeat {
      parser.cursor.skipSpaces()
      if !list.isEmpty && parser.cursor.raw == nil { break }  // after the last semicolon
      let column = parser.cursor.column
      let stage = try parser.assignedStage() ?? .outturn
      guard !list.contains(where: { $0.stage == stage }) else {
        throw FigureSyntaxError(.repeatedStage(stage), column: column)
      }
      list.append(StageAssignment(stage: stage, expression: try parser.expression()))
    } while parser.cursor.take(";")
    try parser.expectEnd()
    return list
  }
}

extension FigureParser {
  /// Steps over `stage =` where that is what stands here.
  fileprivate mutating func assignedStage() throws(FigureSyntaxError) -> Stage? {
    var ahead = cursor
    let name = ahead.takeFolded(while: \.isFigureName)
    guard ahead.take("=") else { return nil }
    guard let stage = Stage(rawValue: name) else {
      throw FigureSyntaxError(.notAStage(name), column: cursor.column)
    }
    cursor = ahead
    return stage
  }
}
