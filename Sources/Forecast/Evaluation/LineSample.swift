import Analytics

/// The lines at which errors are measured: all, or where they are many the lines of evenly spaced
/// units, so that the sums of a unit and its classes are measured whole.
struct LineSample {
  /// From how many lines on a part stands for all.
  static let most = 40_000
  /// With fewer units in it a sample would tell of these units.
  private static let fewestUnits = 20

  let lines: [Int]
  /// Whether all lines of a unit are in it, or none.
  let hasWholeUnits: Bool
  /// Whether some lines stand for all.
  let isPart: Bool

  init(_ panel: Panel) {
    let count = panel.lines.count
    let step = max(1, (count + Self.most - 1) / Self.most)
    let units = step > 1 ? Self.evenlySpaced(panel, step) : []
    let ofUnits = units.flatMap(\.self)
    isPart = step > 1
    hasWholeUnits = !isPart || (units.count >= Self.fewestUnits && ofUnits.count <= 2 * Self.most)
    lines = isPart && hasWholeUnits ? ofUnits : Array(stride(from: 0, to: count, by: step))
  }

  /// Of a table of sums, those of which all lines are in a sample of lines.
  ///
  /// - Parameter places: The place of each sum in the table of the lines.
  init(ofSums places: [Int], _ sample: LineSample, _ nodes: NodeTable) {
    var isWhole = [Bool](repeating: true, count: nodes.nodes.count)
    if sample.isPart {
      var isTaken = [Bool](repeating: false, count: nodes.panel.lines.count)
      for line in sample.lines { isTaken[line] = true }
      for line in isTaken.indices where !isTaken[line] {
        for node in nodes.above(line) { isWhole[node] = false }
      }
    }
    isPart = sample.isPart
    hasWholeUnits = sample.hasWholeUnits
    lines = places.indices.filter { isWhole[places[$0]] }
  }

  /// The stretches of lines of units, evenly spaced.
  private static func evenlySpaced(_ panel: Panel, _ step: Int) -> [Range<Int>] {
    var starts = panel.lines.indices.filter {
      $0 == 0 || panel.lines[$0].leafUnit != panel.lines[$0 - 1].leafUnit
    }
    starts.append(panel.lines.count)
    return stride(from: 0, to: starts.count - 1, by: step).map { starts[$0]..<starts[$0 + 1] }
  }
}
