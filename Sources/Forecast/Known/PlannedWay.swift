/// A line's way to one year: by the regression alone, and after what is known.
struct PlannedWay: Sendable {
  let model: Way
  /// With known growth in place of the regression's change, before projects end.
  private let grown: Way
  /// The part that goes on when projects have ended.
  private let remaining: Double

  init(_ model: Way) { self.init(model, nil, remaining: 1, after: nil) }

  /// - Parameters:
  ///   - remaining: From 0 to 1.
  ///   - before: The way to the panel year before, if that is forecast too.
  init(_ model: Way, _ growth: KnownGrowth?, remaining: Double, after before: PlannedWay?) {
    self.model = model
    self.remaining = remaining
    if growth == nil && (before.map { $0.grown == $0.model } ?? true) {
      grown = model
      return
    }
    let last = Way(lastYear: model.lastYear)
    let (start, usual) = (before?.grown ?? last, before?.model ?? last)
    let free = 1 - (growth?.covered ?? 0)
    var way = model
    way.known =
      start.known + (growth?.rate ?? 0) * start.forecast + free * (model.known - usual.known)
    way.ownTrend = start.ownTrend + free * (model.ownTrend - usual.ownTrend)
    way.similarLines = start.similarLines + free * (model.similarLines - usual.similarLines)
    grown = way
  }

  var way: Way { remaining == 1 ? grown : grown.remaining(remaining) }

  /// Whether what is known makes a difference.
  var isChanged: Bool { remaining != 1 || grown != model }

  /// Whether all of the line is of projects that have ended.
  var isEnded: Bool { remaining == 0 }
}
