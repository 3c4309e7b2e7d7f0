/// Figures that only print a number once more.
///
/// Where a report repeats a number, it repeats its slip: the second print bears out nothing. So the
/// two are one number, which is mended in both places.
struct FigureAliases: Sendable {
  private var originals: [Int: Quantity] = [:]

  init() {}

  /// - Parameter results: Only figures that agree are copies.
  init(_ results: [FigureChecks.Result], _ linear: Linearisation) {
    for (place, result) in results.enumerated() where result.verdict == .agrees {
      guard let expression = result.figure.expression, let form = linear.form(expression),
        form.constant == .zero, form.terms.count == 1, form.terms[0].coefficient == Rational(1),
        form.terms[0].quantity != .figure(place)
      else { continue }
      originals[place] = form.terms[0].quantity
    }
  }

  func isAlias(_ figure: Int) -> Bool { originals[figure] != nil }

  /// The number that a number repeats, or itself.
  func original(of quantity: Quantity) -> Quantity {
    var original = quantity
    for _ in 0...originals.count {
      guard case .figure(let place) = original, let next = originals[place] else { break }
      original = next
    }
    return original
  }

  /// The figures that repeat a number, rising.
  func copies(of quantity: Quantity) -> [Int] {
    originals.keys.filter { original(of: .figure($0)) == quantity }.sorted()
  }
}
