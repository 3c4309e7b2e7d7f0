import Analytics

/// How far forecasts have been out at past origins: the error variance of each line and sum, drawn
/// towards that of its kind.
///
/// Errors are taken per unit of spread. The mean square of a line's own *n* errors is joined with
/// that of its kind, which counts as three; single errors count as at most four times the usual one.
struct ErrorVariances {
  /// Lines that behave alike, or sums of one level.
  enum Kind: Hashable {
    case line(Group)
    case sum(Level)
  }

  /// An error at one past origin.
  struct Error {
    let place: Int
    let kind: Kind
    let spread: Double
    let amount: Double
  }

  private static let weightOfKind = 3.0
  private static let largest = 4.0
  private static let fewest = 12

  /// The errors of one line or sum.
  private struct Own {
    var squares = 0.0
    var count = 0.0
  }

  /// By place in the table of nodes, as far as errors are known.
  private let own: [Own]
  private let kinds: [Kind: Double]
  /// By origin and place as in `own`, per unit of the standard deviation that this gives; 0 without
  /// an error.
  let origins: [[Double]]

  /// - Parameter errors: Those of each origin.
  init(_ errors: [[Error]]) {
    let scored = errors.map { $0.filter { $0.spread > 0 } }
    var usual: [Kind: (sum: Double, count: Int)] = [:]
    for error in scored.joined() {
      usual[error.kind, default: (0, 0)].sum += abs(error.amount) / error.spread
      usual[error.kind]!.count += 1
    }
    let caps = usual.mapValues { Self.largest * $0.sum / Double($0.count) }
    var squares: [Kind: (sum: Double, count: Int)] = [:]
    func relative(_ error: Error) -> Double {
      let cap = caps[error.kind]!
      return max(-cap, min(cap, error.amount / error.spread))
    }
    let last = scored.joined().reduce(-1) { max($0, $1.place) }
    var own = [Own](repeating: Own(), count: last + 1)
    for error in scored.joined() {
      let square = relative(error) * relative(error)
      squares[error.kind, default: (0, 0)].sum += square
      squares[error.kind]!.count += 1
      own[error.place].squares += square
      own[error.place].count += 1
    }
    let measured = squares.filter { $0.value.count >= Self.fewest }
    let kinds = measured.mapValues { $0.sum / Double($0.count) }
    self.own = own
    self.kinds = kinds
    self.origins = scored.map { errors in
      var deviations = [Double](repeating: 0, count: own.count)
      for error in errors {
        let factor = Self.factor(own[error.place], kinds[error.kind])
        if factor > 0 { deviations[error.place] = relative(error) / factor.squareRoot() }
      }
      return deviations
    }
  }

  var isMeasured: Bool { !kinds.isEmpty }

  /// The error variance of a forecast with so much spread; that of a moving line where its kind
  /// was not measured.
  func variance(_ place: Int, _ kind: Kind, spread: Double) -> Double {
    let own = place < own.count ? own[place] : Own()
    return Self.factor(own, kinds[kind] ?? kinds[.line(.moving)] ?? 1) * spread * spread
  }

  private static func factor(_ own: Own, _ kind: Double?) -> Double {
    guard let kind else { return own.count > 0 ? own.squares / own.count : 0 }
    return (own.squares + weightOfKind * kind) / (own.count + weightOfKind)
  }
}
