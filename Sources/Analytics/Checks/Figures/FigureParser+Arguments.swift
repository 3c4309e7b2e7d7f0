extension FigureParser {
  /// A reference to the dataset, after its opening bracket.
  mutating func reference(
    _ function: FigureFunction, _ signature: FigureFunction.Signature, column: Int
  ) throws(FigureSyntaxError) -> Reference {
    let given = FigureArguments(
      function: function.rawValue, required: signature.required, column: column,
      byName: try arguments(function, signature))
    return switch function {
    case .budget: .account(try given.account(.budget))
    case .revised: .account(try given.account(.revised))
    case .outturn: .account(try given.account(.outturn))
    case .memo:
      .memo(
        item: try given.item(), unit: try given.code("unit"), year: try given.year(),
        stage: try given.stage())
    case .balance:
      .balance(item: try given.item(), unit: try given.code("unit"), year: try given.year())
    case .receipt:
      .receipt(
        source: try given.code("source"), unit: try given.code("unit"), year: try given.year(),
        stage: try given.stage())
    case .heads:
      .heads(
        unit: try given.code("unit"), category: try given.code("category"),
        year: try given.year())
    case .sum, .change, .previous, .growthPct, .sharePct:
      preconditionFailure("\(function) takes expressions")
    }
  }

  /// The arguments up to the closing bracket, by name.
  private mutating func arguments(
    _ function: FigureFunction, _ signature: FigureFunction.Signature
  ) throws(FigureSyntaxError) -> [String: FigureArgument] {
    var given: [String: FigureArgument] = [:]
    var positions = signature.byPosition[...]
    if cursor.take(")") { return given }
    repeat {
      let first = try argument()
      let isNamed = cursor.take("=")
      let name = isNamed ? first.text : positions.popFirst()
      guard let name else {
        throw FigureSyntaxError(
          .tooManyArguments(
            of: function.rawValue, byPosition: signature.byPosition, byName: signature.named),
          column: first.column)
      }
      guard signature.all.contains(name) else {
        throw FigureSyntaxError(
          .unknownArgument(name, of: function.rawValue, known: signature.all),
          column: first.column)
      }
      guard given.updateValue(isNamed ? try argument() : first, forKey: name) == nil else {
        throw FigureSyntaxError(.repeatedArgument(name), column: first.column)
      }
    } while cursor.take(",")
    try expect(")", or: "','")
    return given
  }

  private mutating func argument() throws(FigureSyntaxError) -> FigureArgument {
    cursor.skipSpaces()
    let column = cursor.column
    let isQuoted = cursor.sign == "'"
    let text = isQuoted ? try quotedText() : try bareText()
    return FigureArgument(text: text, isQuoted: isQuoted, column: column)
  }

  /// A code up to a sign that ends it; 因公出国（境） may hold its full-width brackets.
  private mutating func bareText() throws(FigureSyntaxError) -> String {
    var text = ""
    var open = 0
    while let character = cursor.raw, let sign = cursor.sign {
      if character == "（" && !text.isEmpty {
        open += 1
      } else if open > 0 {
        if sign == ")" { open -= 1 }
      } else if ",()=;'".contains(sign) {
        break
      }
      text.append(character)
      cursor.advance()
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty else { throw unexpected("a code, or 'all',") }
    if cursor.sign == "(" || cursor.sign == "'" {
      throw unexpected("',' or ')', or quotes around the whole code,")
    }
    return text
  }

  /// The text between single quotes, of which two inside stand for one.
  mutating func quotedText() throws(FigureSyntaxError) -> String {
    let column = cursor.column
    var text = ""
    repeat {
      cursor.advance()
      while let character = cursor.raw, cursor.sign != "'" {
        text.append(character)
        cursor.advance()
      }
      guard cursor.raw != nil else { throw FigureSyntaxError(.unclosedQuote, column: column) }
      cursor.advance()
      if cursor.sign == "'" { text.append("'") }
    } while cursor.sign == "'"
    guard !text.isEmpty else {
      throw FigureSyntaxError(
        .unexpected(found: "''", expected: "a code, or all,"), column: column)
    }
    return text
  }
}
