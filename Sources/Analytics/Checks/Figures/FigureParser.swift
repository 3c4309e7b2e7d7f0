extension FigureExpression {
  /// Reads the language of `figures.expression`.
  ///
  /// - Throws: The first thing that cannot be read, or a `previous`, `change` or `growth_pct` of
  ///   something without an earlier year.
  public init(parsing text: String) throws(FigureSyntaxError) {
    var parser = FigureParser(text)
    self = try parser.expression()
    try parser.expectEnd()
  }
}

/// Reads by recursive descent: an expression of terms, a term of factors.
struct FigureParser {
  /// Keeps the depth of an expression, and of the recursion, far below the stack's.
  static let stepLimit = 250
  /// Each change inside another doubles what is evaluated.
  static let changeLimit = 4

  var cursor: FigureCursor
  /// Operators and brackets so far: at least as many as stand inside one another.
  private var steps = 0
  /// How many `change` and `growth_pct` are open here.
  private var changes = 0

  init(_ text: String) { cursor = FigureCursor(text) }

  mutating func expression() throws(FigureSyntaxError) -> FigureExpression {
    var result = try term()
    while let sign = takeOperator([.add, .subtract]) {
      try countStep()
      result = .binary(sign, result, try term())
    }
    return result
  }

  private mutating func term() throws(FigureSyntaxError) -> FigureExpression {
    var result = try factor()
    while let sign = takeOperator([.multiply, .divide]) {
      try countStep()
      result = .binary(sign, result, try factor())
    }
    return result
  }

  private mutating func factor() throws(FigureSyntaxError) -> FigureExpression {
    if cursor.take("-") {
      try countStep()
      return .negate(try factor())
    }
    if cursor.take("(") {
      try countStep()
      let inner = try expression()
      try expect(")", or: "an operator")
      return inner
    }
    if cursor.take("@") { return .reference(.figure(try figureName())) }
    guard let next = cursor.sign else { throw unexpected(Self.operand) }
    return next.isDigit ? .number(try number()) : try call()
  }

  private mutating func number() throws(FigureSyntaxError) -> PrintedNumber {
    let column = cursor.column
    var digits = cursor.takeFolded(while: \.isDigit)
    var decimals = 0
    if cursor.sign == "." {
      cursor.advance()
      let fraction = cursor.takeFolded(while: \.isDigit)
      guard !fraction.isEmpty else { throw unexpected("a digit after the decimal point") }
      digits += fraction
      decimals = fraction.count
    }
    guard decimals <= 18, let mantissa = Int64(digits) else {
      throw FigureSyntaxError(.numberTooLong(digits), column: column)
    }
    return PrintedNumber(mantissa: mantissa, decimals: decimals)
  }

  private mutating func figureName() throws(FigureSyntaxError) -> String {
    if cursor.sign == "'" { return try quotedText() }
    let name = cursor.takeFolded(while: \.isFigureName)
    guard !name.isEmpty else { throw unexpected("the name of a figure") }
    return name
  }

  private mutating func call() throws(FigureSyntaxError) -> FigureExpression {
    var ahead = cursor
    let name = ahead.takeFolded(while: \.isFigureName)
    guard !name.isEmpty, ahead.take("(") else { throw unexpected(Self.operand) }
    guard let function = FigureFunction(rawValue: name) else {
      throw FigureSyntaxError(.unknownFunction(name), column: cursor.column)
    }
    let column = cursor.column
    cursor = ahead
    if let signature = function.signature {
      return .reference(try reference(function, signature, column: column))
    }
    let result = try derived(function, column: column)
    do {
      if function.needsYear { _ = try references(in: result) }
    } catch {
      throw FigureSyntaxError(.notDated(error), column: column)
    }
    return result
  }

  /// A function of expressions, after its opening bracket.
  private mutating func derived(
    _ function: FigureFunction, column: Int
  ) throws(FigureSyntaxError) -> FigureExpression {
    try countStep()
    let isChange = function == .change || function == .growthPct
    changes += isChange ? 1 : 0
    defer { changes -= isChange ? 1 : 0 }
    guard changes <= Self.changeLimit else {
      throw FigureSyntaxError(.tooManyChanges(limit: Self.changeLimit), column: column)
    }
    var terms: [FigureExpression] = []
    let outside = steps
    var deepest = steps
    repeat {
      steps = outside  // arguments stand side by side and not inside one another
      terms.append(try expression())
      deepest = max(deepest, steps)
    } while function == .sum && cursor.take(",")
    steps = deepest
    if function == .sharePct {
      try expect(",", or: "an operator")
      terms.append(try expression())
    }
    try expect(")", or: function == .sum ? "',' or an operator" : "an operator")
    return switch function {
    case .sum: .sum(terms)
    case .sharePct: .sharePct(terms[0], whole: terms[1])
    case .change: .change(terms[0])
    case .growthPct: .growthPct(terms[0])
    default: .previous(terms[0])
    }
  }

  private mutating func takeOperator(
    _ operators: [FigureExpression.Operator]
  ) -> FigureExpression.Operator? {
    operators.first { cursor.take(Character($0.rawValue)) }
  }

  private mutating func countStep() throws(FigureSyntaxError) {
    steps += 1
    guard steps <= Self.stepLimit else {
      throw FigureSyntaxError(.tooManySteps(limit: Self.stepLimit), column: cursor.column)
    }
  }
}

extension FigureParser {
  private static let operand = "a number, a function, an @figure or '('"

  mutating func expectEnd() throws(FigureSyntaxError) {
    cursor.skipSpaces()
    guard cursor.raw == nil else { throw unexpected("an operator or the end") }
  }

  mutating func expect(
    _ sign: Character, or other: String
  ) throws(FigureSyntaxError) {
    guard cursor.take(sign) else { throw unexpected("'\(sign)' or \(other)") }
  }

  /// The error that something else stands here.
  func unexpected(_ expected: String) -> FigureSyntaxError {
    FigureSyntaxError(
      .unexpected(found: cursor.found, expected: expected), column: cursor.column)
  }
}

extension Character {
  /// An ASCII digit.
  var isDigit: Bool { isASCII && isNumber }
}
