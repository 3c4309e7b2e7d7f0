/// One argument of a reference to the dataset.
struct FigureArgument {
  var text: String
  var isQuoted: Bool
  var column: Int

  /// A bare `all` or `*` stands for all codes; in quotes it is a code like any other.
  var code: String? { !isQuoted && (text == "all" || text == "*") ? nil : text }
}

/// The arguments that a reference is given.
struct FigureArguments {
  let function: String
  let required: [String]
  /// Where the function stands.
  let column: Int
  let byName: [String: FigureArgument]

  /// Nil for all of them.
  func code(_ name: String) throws(FigureSyntaxError) -> String? {
    if byName[name] == nil && required.contains(name) { throw missing(name) }
    return byName[name]?.code
  }

  /// One item of a table whose items overlap.
  func item() throws(FigureSyntaxError) -> String {
    guard let argument = byName["item"] else { throw missing("item") }
    guard let item = argument.code else {
      throw FigureSyntaxError(.needsOneOf("item"), column: argument.column)
    }
    return item
  }

  /// `2023` or `2023年`.
  func year() throws(FigureSyntaxError) -> FiscalYear {
    guard let argument = byName["year"] else { throw missing("year") }
    var cursor = FigureCursor(argument.text)
    let digits = cursor.takeFolded(while: \.isDigit)
    if cursor.raw == "年" { cursor.advance() }
    guard cursor.raw == nil, let number = Int(digits), (1...9999).contains(number) else {
      throw FigureSyntaxError(.notAYear(argument.text), column: argument.column)
    }
    return FiscalYear(number)
  }

  /// Outturn where none is given.
  func stage() throws(FigureSyntaxError) -> Stage {
    guard let argument = byName["stage"] else { return .outturn }
    guard let stage = Stage(rawValue: argument.text) else {
      throw FigureSyntaxError(.notAStage(argument.text), column: argument.column)
    }
    return stage
  }

  func account(_ stage: Stage) throws(FigureSyntaxError) -> AccountReference {
    AccountReference(
      stage: stage, unit: try code("unit"), subject: try code("subject"), year: try year(),
      kind: try code("kind"), economic: try code("economic"), fund: try code("fund"),
      project: try code("project"))
  }

  private func missing(_ name: String) -> FigureSyntaxError {
    FigureSyntaxError(.missingArgument(name, of: function), column: column)
  }
}
