/// Makes a panel of lines: sorts them, drops those without a value, and finds what is inside what.
struct PanelAssembly {
  let years: [FiscalYear]
  let stages: [Stage]
  var units: Classification
  let subjects: Classification
  let lines: LineTable
  let publishing: Publishing

  /// - Parameter restName: What a rest is called, from the name of what it is the rest of.
  func panel(_ restName: (String) -> String) -> Panel {
    let kept = lines.entries.indices.filter(lines.hasAmount)
    var units = units
    let leaves = leafUnits(kept, &units, restName)
    let order = sorted(kept)
    var rests = RestIndex()
    for (place, line) in order.enumerated() where lines.entries[line].role != .plain {
      rests.insert(line: place, at: lines.entries[line].node)
    }
    let (runs, cents) = amounts(order)
    return Panel(
      years: years, stages: stages, units: units, subjects: subjects,
      lines: order.map { line in
        let entry = lines.entries[line]
        return Panel.Line(
          unit: entry.key.unit, subject: entry.key.subject,
          leafUnit: leaves[entry.key.unit] ?? entry.key.unit, node: entry.node,
          role: entry.role)
      }, runs: runs, cents: cents, publishing: publishing, rests: rests)
  }

  /// The amounts of lines, each with room for all that its unit publishes.
  private func amounts(_ order: [Int]) -> (runs: PlaneRuns, cents: [Int64]) {
    var runs = PlaneRuns()
    for line in order {
      let published = publishing.planes(of: lines.entries[line].node.unit)
      runs.append(lines.runs.planes(of: line).union(published))
    }
    var cents: [Int64] = []
    cents.reserveCapacity(runs.placeCount)
    for (row, line) in order.enumerated() {
      for plane in runs.planes(of: row) { cents.append(lines.amount(line, plane)) }
    }
    return (runs, cents)
  }

  private func sorted(_ lines: [Int]) -> [Int] {
    let unitRank = units.ranks
    let subjectRank = subjects.ranks
    return lines.sorted { a, b in
      let (x, y) = (self.lines.entries[a].key, self.lines.entries[b].key)
      return x.unit != y.unit
        ? unitRank[Int(x.unit)] < unitRank[Int(y.unit)]
        : subjectRank[Int(x.subject)] < subjectRank[Int(y.subject)]
    }
  }

  /// A unit whose parts have lines adds up its own lines under its `:other`.
  private func leafUnits(
    _ kept: [Int], _ units: inout Classification, _ restName: (String) -> String
  ) -> [Int32: Int32] {
    let used = Set(kept.map { lines.entries[$0].key.unit })
    var above: Set<Int32> = []
    for unit in used { above.formUnion(units.tree.ancestors(of: unit)) }
    var leaves: [Int32: Int32] = [:]
    for unit in used.sorted() where above.contains(unit) {
      leaves[unit] = units.rest(of: unit, restName)
    }
    return leaves
  }
}

extension Classification {
  /// The place of each code in byte order.
  var ranks: [Int32] {
    var ranks = [Int32](repeating: 0, count: codes.count)
    for (rank, code) in sorted(0..<Int32(codes.count)).enumerated() {
      ranks[Int(code)] = Int32(rank)
    }
    return ranks
  }
}
