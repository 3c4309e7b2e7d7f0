/// Rows that are the sum of others and are added to them: totals that nothing marks as such.
///
/// Looked for are codes that say total, codes that a column kept aside puts above others, codes whose
/// money is that of all codes they begin, and one code of a unit, or one unit, that has as much as
/// all others together.
struct TotalsAmongDetails {
  static let rule = "totals_among_details"

  /// How many times a sum has to come out before it is no coincidence.
  private static let fewestTimes = 3
  /// Of the times it could come out, in per cent.
  private static let sharePct = 70

  private let dataset: Dataset
  private let nodes: NodeTable
  private let panel: Panel
  private let shape: ShapeFinding

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let it = TotalsAmongDetails(
      dataset: dataset, nodes: nodes, panel: nodes.panel, shape: ShapeFinding(dataset))
    let prefixes = it.prefixes()
    let named = it.named()
    let found = Set(named.flatMap { [$0.unit, $0.subject] }.compactMap { $0 })
    let largest = (prefixes.isEmpty ? it.subjects() : []) + it.units()
    return it.parents() + prefixes + named
      + largest.filter { !found.contains($0.unit ?? $0.subject ?? "") }
  }

  /// The planes as pairs of stage and year.
  private var planes: [(Stage, FiscalYear)] {
    panel.stages.flatMap { stage in panel.years.map { (stage, $0) } }
  }

  /// What roundings of so many printed numbers can make.
  private func slack(_ terms: Int) -> Int64 {
    (dataset.lastDigit?.cents ?? 0) * Int64(terms + 1) / 2
  }

  private func isSum(_ total: Int64, _ sum: Int64, _ terms: Int) -> Bool {
    abs(total - sum) <= slack(terms)
  }

  // MARK: Names and parents

  private func named() -> [Finding] {
    TotalsByName.totals(dataset).map { dimension, member, times in
      let code = dataset.accounts[dimension].code(member)
      return finding(code, dimension, times, beside: true)
    }
  }

  private func parents() -> [Finding] {
    TotalsByParent.columns(dataset).map { column, parent, times in
      let isUnit = column.dimension == .unit
      return Finding(
        rule: TotalsAmongDetails.rule, severity: .warning, unit: isUnit ? parent : nil,
        subject: isUnit ? nil : parent,
        message: shape.isChinese
          ? "“\(column.heading)”列所指的上级（如 \(parent)）金额等于其下级之和（\(times) 次），合计与明细被重复相加；"
            + "请用 \(column.option)"
          : "\(parent) and others are the sum of the \(column.dimension.name)s that "
            + "'\(column.heading)' puts under them, \(times) times, and are added to them; say "
            + column.option)
    }
  }

  // MARK: Levels in the code

  /// Codes that begin others, under no parent, with the money of those of the next length.
  private func prefixes() -> [Finding] {
    guard dataset.accounts[.subject].codes.count > 2 else { return [] }
    var came = 0
    var could = 0
    var lengths: Set<Int> = []
    var example: String?
    for (_, lines) in LineHistories(nodes).linesByUnit() {
      for block in blocks(lines) {
        let code = panel.subjects.code(panel.lines[block.total].subject)
        for (stage, year) in planes {
          guard let total = nodes.cell(block.total, stage, year).money, total != .zero else {
            continue
          }
          let parts = block.parts.compactMap { nodes.cell($0, stage, year).money }
          guard !parts.isEmpty else { continue }
          could += 1
          guard isSum(total.cents, parts.reduce(.zero, +).cents, parts.count) else { continue }
          came += 1
          lengths.formUnion([code.count, block.length])
          if parts.count > 1 { example = example ?? code }
        }
      }
    }
    guard came >= TotalsAmongDetails.fewestTimes,
      came * 100 >= could * TotalsAmongDetails.sharePct, let example
    else { return [] }
    let levels = lengths.sorted().map(String.init).joined(separator: ",")
    return [
      Finding(
        rule: TotalsAmongDetails.rule, severity: .warning, subject: example,
        message: shape.isChinese
          ? "科目编码含多级（如 \(example)），上级金额等于下级之和（\(came) 次），合计与明细被重复相加；"
            + "请用 --subject-levels \(levels)"
          : "subject codes hold levels: \(example) and others are the sum of the codes that begin "
            + "with them, \(came) times, and are added to them; say --subject-levels \(levels)")
    ]
  }

  private struct Block {
    let total: Int
    let parts: [Int]
    /// In characters, as `--subject-levels` counts them.
    let length: Int
  }

  /// For each line whose code begins others: those of the shortest length that is longer.
  private func blocks(_ lines: [Int]) -> [Block] {
    let tops = lines.filter { panel.subjects.tree.parent(of: panel.lines[$0].subject) == Tree.root }
    let coded = tops.map {
      (line: $0, code: Array(panel.subjects.code(panel.lines[$0].subject).utf8))
    }
    .sorted { $0.code.lexicographicallyPrecedes($1.code) }
    return coded.indices.compactMap { place in
      let own = coded[place]
      guard !own.code.isEmpty else { return nil }
      let below = coded[(place + 1)...].prefix { $0.code.starts(with: own.code) }
        .filter { $0.code.count > own.code.count }
      guard let shortest = below.min(by: { $0.code.count < $1.code.count }) else { return nil }
      return Block(
        total: own.line, parts: below.filter { $0.code.count == shortest.code.count }.map(\.line),
        length: panel.subjects.code(panel.lines[shortest.line].subject).count)
    }
  }

  // MARK: One code that is all others

  private func subjects() -> [Finding] {
    var times = [Int](repeating: 0, count: panel.subjects.codes.count)
    var could = times
    for (_, lines) in LineHistories(nodes).linesByUnit() where lines.count > 2 {
      for (stage, year) in planes {
        tally(lines, stage, year, { panel.lines[$0].subject }, &times, &could)
      }
    }
    return leaders(times, could).map { subject in
      finding(panel.subjects.code(subject), .subject, times[Int(subject)])
    }
  }

  private func units() -> [Finding] {
    let units = LineHistories(nodes).places(.unit).filter {
      panel.units.tree.parent(of: nodes.nodes[$0].unit) == Tree.root
    }
    guard units.count > 2 else { return [] }
    var times = [Int](repeating: 0, count: panel.units.codes.count)
    var could = times
    for (stage, year) in planes {
      tally(units, stage, year, { nodes.nodes[$0].unit }, &times, &could)
    }
    return leaders(times, could).map { unit in
      finding(panel.units.code(unit), .unit, times[Int(unit)])
    }
  }

  /// Counts, by member, for the largest of some amounts whether it is the sum of at least two others.
  private func tally(
    _ places: [Int], _ stage: Stage, _ year: FiscalYear, _ member: (Int) -> Int32,
    _ times: inout [Int], _ could: inout [Int]
  ) {
    let amounts = places.compactMap { place -> (Int32, Int64)? in
      guard let money = nodes.cell(place, stage, year).money, money != .zero else { return nil }
      return (member(place), money.cents)
    }
    guard amounts.count > 2, let largest = amounts.max(by: { $0.1 < $1.1 }) else { return }
    let all = amounts.reduce(0) { $0 + $1.1 }
    for (member, _) in amounts { could[Int(member)] += 1 }
    if isSum(largest.1, all - largest.1, amounts.count) { times[Int(largest.0)] += 1 }
  }

  private func leaders(_ times: [Int], _ could: [Int]) -> [Int32] {
    times.indices.filter { member in
      times[member] >= TotalsAmongDetails.fewestTimes
        && times[member] * 100 >= could[member] * TotalsAmongDetails.sharePct
    }.map { Int32($0) }
  }

  /// - Parameter beside: As much as what stands beside it, not as all there is.
  private func finding(
    _ code: String, _ dimension: Dimension, _ times: Int, beside: Bool = false
  ) -> Finding {
    let word = dimension == .unit || dimension == .subject ? "" : "\(dimension.name) "
    let option = "--total-code \(code.shellWord)"
    return Finding(
      rule: TotalsAmongDetails.rule, severity: .warning, unit: dimension == .unit ? code : nil,
      subject: dimension == .subject ? code : nil,
      message: shape.isChinese
        ? "\(word)\(code) 等于其余各项之和（\(times) 次），合计与明细被重复相加；合计行请写 all，或用 \(option)"
        : "\(word)\(code) is as much as all others \(beside ? "beside it" : "together"), "
          + "\(times == 1 ? "once" : "\(times) times"), and is added to them; "
          + "write all for the code of a total, or say \(option)")
  }
}
