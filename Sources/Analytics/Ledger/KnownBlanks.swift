/// Which blanks of a panel mean that nothing is appropriated: the unit publishes the stage and year
/// otherwise, and the amount is neither inside another line nor broken down into others.
struct KnownBlanks {
  let lines: [Panel.Line]
  let runs: PlaneRuns
  /// By place of the runs.
  let cents: [Int64]
  let publishing: Publishing
  /// Per line, the other lines inside which its amount may be; empty where there is none at all.
  let enclosing: [[Int]]

  /// By place of the runs.
  func flags() -> [Bool] {
    var flags = [Bool](repeating: false, count: cents.count)
    let isDivided = dividedTotals()
    for (line, it) in lines.enumerated() where it.role != .rest {
      for (plane, place) in zip(runs.planes(of: line), runs.places(of: line))
      where cents[place] == Accounts.absent && publishing.contains(it.node.unit, plane) {
        if it.role == .whole && !isDivided.isEmpty && isDivided[place] { continue }
        flags[place] =
          enclosing.isEmpty || !enclosing[line].contains { hasAmount($0, plane) }
      }
    }
    return flags
  }

  /// By place, whether some part of the line has a value; empty where no line encloses another.
  private func dividedTotals() -> [Bool] {
    guard !enclosing.isEmpty else { return [] }
    var isDivided = [Bool](repeating: false, count: cents.count)
    for (line, wholes) in enclosing.enumerated() where !wholes.isEmpty {
      for plane in runs.planes(of: line) where hasAmount(line, plane) {
        for whole in wholes {
          if let place = runs.place(whole, plane) { isDivided[place] = true }
        }
      }
    }
    return isDivided
  }

  private func hasAmount(_ line: Int, _ plane: Int) -> Bool {
    runs.place(line, plane).map { cents[$0] != Accounts.absent } ?? false
  }
}
