import LinearAlgebra

/// The features of all lines that have a value of the target at one place.
///
/// It knows nothing of later places but the adopted budget it is told to take.
struct FiscalSnapshot: Sendable {
  let place: Int
  /// The place whose adopted budget it has taken, or nil.
  let adoptedAt: Int?
  /// By line, rising.
  let rows: [Row]
  private let features: [Float]
  private let columns: Int

  /// A line's place in the snapshot, and what its forecast is made of.
  struct Row: Sendable {
    /// The forecast is anchor + scale × φ'β, in hundredths of the currency unit.
    let anchor: Double
    let scale: Double
    /// How lively the line is, in scales: what its errors are measured in.
    var volatility: Double
    private let storedLine: Int32
    private let storedObservations: Int16
    private let storedMoves: Int16

    init(
      line: Int, anchor: Double, scale: Double, observations: Int, volatility: Double, moves: Int
    ) {
      self.anchor = anchor
      self.scale = scale
      self.volatility = volatility
      storedLine = Int32(line)
      storedObservations = Int16(observations)
      storedMoves = Int16(moves)
    }

    var line: Int { Int(storedLine) }
    /// How many values the target has.
    var observations: Int { Int(storedObservations) }
    /// How many changes (or gaps) the volatility was seen from.
    var moves: Int { Int(storedMoves) }
  }

  /// - Parameters:
  ///   - adoptedAt: The place whose adopted budget is used, for the task that has one.
  ///   - lines: Rising.
  init(_ panel: FiscalPanel, at place: Int, adoptedAt: Int?, lines: [Int]) {
    let adoptedAt = panel.task.startsFromAdopted ? adoptedAt : nil
    let start = panel.breaks.start(of: adoptedAt ?? place)
    let adopted = panel.season.amounts(
      adoptedAt == nil ? nil : panel.budget, at: adoptedAt ?? place)
    let (task, stages) = (panel.task, StagePair(panel))
    var views = lines.compactMap { line -> LineView? in
      let budget = adopted[line]
      if task.startsFromAdopted && budget == nil { return nil }
      return LineView(stages, line: line, since: start, at: place, adopted: budget)
    }
    Self.rank(&views)
    let trends = GroupTrends(panel, since: start, at: place, adoptedAt: adoptedAt)
    let formulas = task.features
    var features: [Float] = []
    features.reserveCapacity(views.count * formulas.count)
    for view in views {
      let gate = Self.gate(view, task)
      for formula in formulas {
        features.append(Float(GridDesign.onGrid(gate * formula.value(view, trends))))
      }
    }
    self.place = place
    self.adoptedAt = adoptedAt
    self.features = features
    columns = formulas.count
    rows = Self.completed(views.map { Self.row($0, task) })
  }

  private init(_ shot: FiscalSnapshot, rows kept: [Int]) {
    place = shot.place
    adoptedAt = shot.adoptedAt
    columns = shot.columns
    rows = kept.map { shot.rows[$0] }
    features = kept.flatMap { shot.features($0) }
  }

  /// The same with some of its lines only.
  ///
  /// - Parameter lines: Rising.
  func keeping(_ lines: [Int]) -> FiscalSnapshot {
    var wanted = lines[...]
    let kept = rows.indices.filter { row in
      wanted = wanted.drop { $0 < rows[row].line }
      return wanted.first == rows[row].line
    }
    return kept.count == rows.count ? self : FiscalSnapshot(self, rows: kept)
  }

  /// The features of a row, on the grid.
  func features(_ row: Int) -> ArraySlice<Float> {
    features[row * columns..<(row + 1) * columns]
  }

  /// *anchor* + *scale* × φ'β of a row, φ'β from −1½ to 1½.
  ///
  /// - Parameter coefficients: One for each of the task's features.
  func forecast(_ row: Int, _ coefficients: [Double]) -> Double {
    rows[row].anchor + rows[row].scale * Self.change(features(row), coefficients)
  }

  /// φ'β from −1½ to 1½; exact on the grids of both.
  static func change(_ features: ArraySlice<Float>, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    for (feature, coefficient) in zip(features, coefficients) {
      sum += Double(feature) * coefficient
    }
    return clipped(sum)
  }

  /// A change in scales, from −1½ to 1½.
  static func clipped(_ change: Double) -> Double { max(-1.5, min(1.5, change)) }

  /// Equal sizes share the middle of their ranks.
  private static func rank(_ views: inout [LineView]) {
    let order = views.indices.sorted { (views[$0].scale, $0) < (views[$1].scale, $1) }
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count && views[order[end]].scale == views[order[start]].scale { end += 1 }
      let middle = Double(start + end) / 2 / Double(order.count) - 0.5
      for place in start..<end { views[order[place]].rank = middle }
      start = end
    }
  }

  private static func gate(_ view: LineView, _ task: FiscalTask) -> Double {
    let moving = 1 - (task.startsFromAdopted ? view.pairs.stillness : view.recent.stillness)
    return (0..<task.gatePower).reduce(1.0) { product, _ in product * moving }
  }

  private static func row(_ view: LineView, _ task: FiscalTask) -> Row {
    let own: Double?
    let moves: Int
    if task.startsFromAdopted {
      own = view.pairs.meanSizeOfGap(4).map { $0 / view.scale }
      moves = min(4, view.pairs.count)
    } else {
      own = view.volatility
      moves = view.recent.count - 1
    }
    return Row(
      line: view.line, anchor: view.adopted ?? view.current, scale: view.scale,
      observations: view.observations, volatility: own ?? 0, moves: own == nil ? 0 : moves)
  }

  /// Volatilities drawn towards the mean of all lines, as if two more moves had been seen.
  private static func completed(_ rows: [Row]) -> [Row] {
    let seen = rows.filter { $0.moves > 0 }
    let mean =
      seen.isEmpty
      ? 0.1
      : seen.reduce(0) { $0 + min(1, $1.volatility) } / Double(seen.count)
    return rows.map { row in
      var row = row
      let moves = Double(row.moves)
      row.volatility = (min(2, row.volatility) * moves + 2 * mean) / (moves + 2) + 0.003
      return row
    }
  }
}
