// Codes that pass their money on in a circle.

extension TableLoader {
  /// Refuses rows of one year that lead back to where they begin: of two codes that change places, the
  /// second would take the first's money with its own.
  func checkCircles(_ rules: [CrosswalkRule], _ errors: inout SourceErrors) {
    let rows = rows(.crosswalk)
    let byStep = Dictionary(grouping: rules) { Step($0.dimension, $0.fromYear) }
    for step in byStep.keys.sorted(by: { ($0.year, $0.dimension) < ($1.year, $1.dimension) }) {
      let next = Dictionary(grouping: byStep[step]!) { $0.from }.mapValues { $0.map(\.to) }
      for rule in byStep[step]! where rule.to != rule.from {
        guard Self.leads(rule.to, to: rule.from, next) else { continue }
        guard let row = rows.first(where: { $0.place == rule.place }) else { continue }
        errors.append(
          row.error(
            "'\(rule.from)' to '\(rule.to)' and back in \(rule.fromYear) is a circle, in which the "
              + "two are added up; rename one of them by way of a third code, a year earlier",
            column: "to_\(rule.dimension.name)"))
        return
      }
    }
  }

  private struct Step: Hashable {
    let dimension: Dimension
    let year: FiscalYear

    init(_ dimension: Dimension, _ year: FiscalYear) {
      self.dimension = dimension
      self.year = year
    }
  }

  private static func leads(_ start: String, to end: String, _ next: [String: [String]]) -> Bool {
    var seen: Set<String> = [start]
    var open = [start]
    while let code = open.popLast() {
      if code == end { return true }
      for other in next[code] ?? [] where seen.insert(other).inserted { open.append(other) }
    }
    return false
  }
}
