extension NodeTable {
  /// The place of the node above lines that a unit and a subject are; `CellKey.all` for all.
  public func place(unit: Int32, subject: Int32) -> Int? {
    let level: Level =
      switch (unit == CellKey.all, subject == CellKey.all) {
      case (true, true): .total
      case (true, false): .subject
      case (false, true): .unit
      case (false, false): .class
      }
    return place(of: Node(level: level, unit: unit, subject: subject))
  }

  /// The nodes above lines that are sums of their own: of two lines or more, and of more than any
  /// one node below them. Rising places.
  public var properSums: [Int] {
    var counts = [Int](repeating: 0, count: nodes.count)
    for line in panel.lines.indices {
      for node in above(line) { counts[node] += 1 }
    }
    var largestPart = [Int](repeating: 1, count: nodes.count)
    for line in panel.lines.indices {
      let above = self.above(line)
      for family in [[Level.class, .unit, .total], [.subject]] {
        let chain = above.filter { family.contains(nodes[$0].level) }.sorted {
          counts[$0] < counts[$1]
        }
        for (part, whole) in zip(chain, chain.dropFirst()) where counts[part] == counts[whole] {
          largestPart[whole] = counts[whole]
        }
      }
    }
    return (panel.lines.count..<nodes.count).filter { counts[$0] > largestPart[$0] }
  }

  /// A table in which some nodes are the lines, each with the amounts that it has here, in the
  /// order given; they stand under nothing.
  public func lines(ofNodes places: [Int]) -> NodeTable {
    var units = Classification(codes: panel.units.codes)
    var subjects = Classification(codes: panel.subjects.codes)
    let (allUnits, allSubjects) = (units.codes.intern("all"), subjects.codes.intern("all"))
    let lines = places.map { place in
      let unit = nodes[place].unit == CellKey.all ? allUnits : nodes[place].unit
      let subject = nodes[place].subject == CellKey.all ? allSubjects : nodes[place].subject
      return Panel.Line(
        unit: unit, subject: subject, leafUnit: unit,
        node: CellKey(unit: unit, subject: subject), role: .plain)
    }
    var publishing = Publishing()
    for (line, place) in zip(lines, places) {
      for plane in 0..<panel.planeCount where self[place, plane].money != nil {
        publishing.insert(line.unit, plane)
      }
    }
    var runs = PlaneRuns()
    for line in lines { runs.append(publishing.planes(of: line.unit)) }
    var cents: [Int64] = []
    cents.reserveCapacity(runs.placeCount)
    for (row, place) in places.enumerated() {
      for plane in runs.planes(of: row) {
        cents.append(self[place, plane].money?.cents ?? Accounts.absent)
      }
    }
    return NodeTable(
      Panel(
        years: panel.years, stages: panel.stages, units: units, subjects: subjects, lines: lines,
        runs: runs, cents: cents, publishing: publishing, rests: RestIndex()))
  }
}
