/// A sum of printed numbers, each with a coefficient, and a constant.
struct LinearForm: Sendable {
  var constant = Rational.zero
  /// In the order in which they are first met.
  private(set) var terms: [(quantity: Quantity, coefficient: Rational)] = []
  private var places: [Quantity: Int] = [:]

  init() {}

  init(_ quantity: Quantity) {
    terms = [(quantity, Rational(1))]
    places = [quantity: 0]
  }

  init(constant: Rational) { self.constant = constant }

  mutating func add(_ other: LinearForm, times factor: Rational) throws(ArithmeticProblem) {
    constant = try constant + other.constant * factor
    for term in other.terms {
      let coefficient = try term.coefficient * factor
      if let place = places[term.quantity] {
        terms[place].coefficient = try terms[place].coefficient + coefficient
      } else {
        places[term.quantity] = terms.count
        terms.append((term.quantity, coefficient))
      }
    }
  }

  func times(_ factor: Rational) throws(ArithmeticProblem) -> LinearForm {
    var product = LinearForm()
    try product.add(self, times: factor)
    return product
  }

  /// The form with numbers replaced by those that they repeat.
  func mapping(_ original: (Quantity) -> Quantity) throws(ArithmeticProblem) -> LinearForm {
    var mapped = LinearForm(constant: constant)
    for term in terms {
      try mapped.add(LinearForm(original(term.quantity)), times: term.coefficient)
    }
    return mapped
  }

  var isConstant: Bool { terms.allSatisfy { $0.coefficient == .zero } }
}

/// Writes expressions as linear forms of what is printed.
struct Linearisation {
  let index: FactIndex

  /// How many derived numbers may stand behind each other.
  private static let depthLimit = 40

  /// Nil where the expression is a product, quotient, growth or share of printed numbers, or has
  /// no value.
  func form(_ expression: FigureExpression) -> LinearForm? {
    try? form(expression, yearsBack: 0, depth: 0)
  }

  func form(of source: FactSource) -> LinearForm? { try? form(of: source, depth: 0) }

  private struct NotLinear: Error {}

  private func form(
    _ expression: FigureExpression, yearsBack: Int, depth: Int
  ) throws -> LinearForm {
    switch expression {
    case .number(let number): return LinearForm(constant: Rational(number))
    case .reference(let reference):
      let source = try index.source(of: try reference.earlier(by: yearsBack))
      return try form(of: source, depth: depth)
    case .negate(let term):
      return try form(term, yearsBack: yearsBack, depth: depth).times(Rational(-1))
    case .previous(let term): return try form(term, yearsBack: yearsBack + 1, depth: depth)
    case .sum(let terms): return try sum(terms, yearsBack: yearsBack, depth: depth)
    case .change(let term):
      var form = try form(term, yearsBack: yearsBack, depth: depth)
      try form.add(
        try self.form(term, yearsBack: yearsBack + 1, depth: depth), times: Rational(-1))
      return form
    case .binary(let sign, let left, let right):
      let a = try form(left, yearsBack: yearsBack, depth: depth)
      let b = try form(right, yearsBack: yearsBack, depth: depth)
      return try combine(sign, a, b)
    case .growthPct, .sharePct: throw NotLinear()
    }
  }

  private func combine(
    _ sign: FigureExpression.Operator, _ a: LinearForm, _ b: LinearForm
  ) throws -> LinearForm {
    var form = a
    switch sign {
    case .add: try form.add(b, times: Rational(1))
    case .subtract: try form.add(b, times: Rational(-1))
    case .multiply where b.isConstant: form = try a.times(b.constant)
    case .multiply where a.isConstant: form = try b.times(a.constant)
    case .divide where b.isConstant: form = try a.times(try Rational(1) / b.constant)
    case .multiply, .divide: throw NotLinear()
    }
    return form
  }

  private func sum(
    _ terms: [FigureExpression], yearsBack: Int, depth: Int
  ) throws -> LinearForm {
    var total = LinearForm()
    if terms.count == 1, let account = try terms[0].loneAccount(yearsBack: yearsBack) {
      for part in try index.parts(of: account) {
        try total.add(try form(of: try index.source(of: part), depth: depth), times: Rational(1))
      }
    } else {
      for term in terms {
        try total.add(try form(term, yearsBack: yearsBack, depth: depth), times: Rational(1))
      }
    }
    return total
  }

  private func form(of source: FactSource, depth: Int) throws -> LinearForm {
    switch source {
    case .printed(let quantity): return LinearForm(quantity)
    case .sum(let sources):
      var total = LinearForm()
      for source in sources {
        try total.add(try form(of: source, depth: depth), times: Rational(1))
      }
      return total
    case .derived(_, let expression):
      guard depth < Linearisation.depthLimit else { throw NotLinear() }
      return try form(expression, yearsBack: 0, depth: depth + 1)
    }
  }

  // MARK: What a number rests on

  /// Every printed number that an expression needs, through derived ones too.
  func quantities(of expression: FigureExpression) -> [Quantity] {
    var found: [Quantity] = []
    var seen: Set<Quantity> = []
    collect(expression, depth: 0) { quantity in
      if seen.insert(quantity).inserted { found.append(quantity) }
    }
    return found
  }

  private func collect(_ expression: FigureExpression, depth: Int, _ visit: (Quantity) -> Void) {
    guard depth < Linearisation.depthLimit else { return }
    for reference in (try? references(in: expression)) ?? [] {
      if let source = try? index.source(of: reference) {
        collect(source, depth: depth, visit)
      } else if let parts = try? index.parts(of: reference) {
        for part in parts {
          if let source = try? index.source(of: part) { collect(source, depth: depth, visit) }
        }
      }
    }
  }

  private func collect(_ source: FactSource, depth: Int, _ visit: (Quantity) -> Void) {
    switch source {
    case .printed(let quantity): visit(quantity)
    case .sum(let sources): for source in sources { collect(source, depth: depth, visit) }
    case .derived(_, let expression): collect(expression, depth: depth + 1, visit)
    }
  }
}
