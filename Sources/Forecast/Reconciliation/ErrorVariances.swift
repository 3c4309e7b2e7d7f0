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

  /// By place in the table of nodes.
  private var own: [Int: (squares: Double, count: Double)] = [:]
  private var kinds: [Kind: Double] = [:]
  /// By origin and place, per unit of the standard deviation that this gives.
  let origins: [[Int: Double]]

  /// - Parameter origins: The errors of each origin.
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
    for error in scored.joined() {
      let square = relative(error) * relative(error)
      squares[error.kind, default: (0, 0)].sum += square
      squares[error.kind]!.count += 1
      own[error.place, default: (0, 0)].squares += square
      own[error.place]!.count += 1
    }
    let measured = squares.filter { $0.value.count >= Self.fewest }
    kinds = measured.mapValues { $0.sum / Double($0.count) }
    let own = own
    let kindSquares = kinds
    self.origins = scored.map { errors in
      var deviations: [Int: Double] = [:]
      for error in errors {
        let factor = Self.factor(own[error.place], kindSquares[error.kind])
        if factor > 0 { deviations[error.place] = relative(error) / factor.squareRoot() }
      }
      return deviations
    }
  }

  var isMeasured: Bool { !kinds.isEmpty }

  /// The error variance of a forecast with so much spread; that of a moving line where its kind
  /// was not measured.
  func variance(_ place: Int, _ kind: Kind, spread: Double) -> Double {
    Self.factor(own[place], kinds[kind] ?? kinds[.line(.moving)] ?? 1) * spread * spread
  }

  private static func factor(
    _ own: (squares: Double, count: Double)?, _ kind: Double?
  ) -> Double {
    let (squares, count) = own ?? (0, 0)
    guard let kind else { return count > 0 ? squares / count : 0 }
    return (squares + weightOfKind * kind) / (count + weightOfKind)
  }
}
