/// How far a line's forecasts may be out, before the dataset's own errors say how far they are.
struct Spread {
  /// The usual size of the line.
  let scale: Double
  /// The line's own volatility, drawn towards that of all lines by the number of its moves.
  let volatility: Double

  init(_ past: Past, usual: Double) {
    scale = past.scale
    let moves = Double(max(0, min(past.count, 6) - 1))
    let own = scale > 0 ? past.meanMove / scale : 0
    volatility = (moves * own + 2 * usual) / (moves + 2) + 0.003
  }

  /// The mean volatility of the lines that move, from which a short history is completed.
  static func usual(_ pasts: some Sequence<Past>) -> Double {
    var (sum, count) = (0.0, 0.0)
    for past in pasts where past.count > 1 && past.scale > 0 {
      sum += min(3, past.meanMove / past.scale)
      count += 1
    }
    return count > 0 ? sum / count : 0
  }
}
