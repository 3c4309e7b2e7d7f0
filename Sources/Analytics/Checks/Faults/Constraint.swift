/// A sum of printed numbers that should be nothing: a total less its parts, or a figure less what
/// its expression gives.
struct Constraint: Sendable {
  enum Origin: Hashable, Sendable {
    /// The place among the identities of the accounts.
    case identity(Int)
    /// The place among the figures.
    case figure(Int)
    /// The place among the identities of memos and balances.
    case items(Int)

    var isTotal: Bool {
      if case .identity = self { true } else { false }
    }
  }

  let origin: Origin
  /// Numbers by their place in the system, each with its coefficient.
  let terms: [Term]
  /// What the sum is.
  let residual: Rational
  /// What rounding of the printed digits can make of it.
  let bound: Rational
  /// Whether it says that something is wrong, if the bound is passed.
  let isFailing: Bool
  /// Numbers that it rests on in another way than by a sum.
  let others: [Int]

  struct Term: Hashable, Sendable {
    let number: Int
    let coefficient: Rational
  }

  /// The changes of a number that leave the sum within the bound.
  func changes(
    of number: Int, residual: Rational
  ) throws(ArithmeticProblem) -> (lower: Rational, upper: Rational)? {
    guard let coefficient = coefficient(of: number), coefficient != .zero else { return nil }
    let a = try (-bound - residual) / coefficient
    let b = try (bound - residual) / coefficient
    return (min(a, b), max(a, b))
  }

  func coefficient(of number: Int) -> Rational? {
    terms.first { $0.number == number }?.coefficient
  }
}

/// The constraints among which a fault is looked for, and the numbers they are about.
struct ConstraintSystem: Sendable {
  private(set) var constraints: [Constraint] = []
  /// In the order in which constraints first name them.
  private(set) var quantities: [Quantity] = []
  /// The constraints that have a number as a term.
  private(set) var byNumber: [[Int]] = []
  private var places: [Quantity: Int] = [:]

  mutating func number(of quantity: Quantity) -> Int {
    if let place = places[quantity] { return place }
    places[quantity] = quantities.count
    quantities.append(quantity)
    byNumber.append([])
    return quantities.count - 1
  }

  func place(of quantity: Quantity) -> Int? { places[quantity] }

  mutating func add(
    _ origin: Constraint.Origin, _ form: LinearForm, residual: Rational, bound: Rational,
    isFailing: Bool, others: [Quantity] = []
  ) {
    let terms = form.terms.filter { $0.coefficient != .zero }.map {
      Constraint.Term(number: number(of: $0.quantity), coefficient: $0.coefficient)
    }
    for term in terms { byNumber[term.number].append(constraints.count) }
    constraints.append(
      Constraint(
        origin: origin, terms: terms, residual: residual, bound: bound, isFailing: isFailing,
        others: others.map { number(of: $0) }))
  }

  var failing: [Int] { constraints.indices.filter { constraints[$0].isFailing } }

  /// The failing constraints of some figures.
  func failing(_ figures: Set<Int>) -> [Int] {
    guard !figures.isEmpty else { return [] }
    return failing.filter { place in
      if case .figure(let figure) = constraints[place].origin {
        figures.contains(figure)
      } else {
        false
      }
    }
  }
}
