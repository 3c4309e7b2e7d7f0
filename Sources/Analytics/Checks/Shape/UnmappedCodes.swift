/// Codes that stop in one year while others like them begin in the next: a reorganisation that no
/// crosswalk restates.
public struct UnmappedCodes {
  static let rule = "unmapped_code"

  private let dataset: Dataset
  private let nodes: NodeTable
  private let level: Level
  private let shape: ShapeFinding

  /// - Parameter nodes: Of the restated dataset, so that mapped codes no longer show.
  public static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    [Level.subject, .unit].flatMap { level in
      UnmappedCodes(
        dataset: dataset, nodes: nodes, level: level, shape: ShapeFinding(dataset)
      ).findings()
    }
  }

  private struct Life {
    let code: String
    let name: String
    let parent: Int32
    let first: FiscalYear
    let last: FiscalYear
    /// In its first and in its last year.
    let firstAmount: Money
    let lastAmount: Money
  }

  private struct Pair {
    let ended: Life
    let successor: Life
  }

  private func findings() -> [Finding] {
    let lives = nodes.nodes.indices.compactMap(life)
    guard let newest = nodes.panel.years.last else { return [] }
    let born = Dictionary(grouping: lives, by: \.first)
    let ended = Dictionary(grouping: lives.filter { $0.last < newest }, by: \.last)
    let pairs = ended.sorted { $0.key < $1.key }.flatMap { year, ended -> [Pair] in
      guard let next = year.next, let born = born[next] else { return [] }
      return self.pairs(ended, born)
    }
    return summary(pairs)
  }

  private func life(_ place: Int) -> Life? {
    let node = nodes.nodes[place]
    guard node.level == level else { return nil }
    let panel = nodes.panel
    let amounts = panel.years.compactMap { year -> (year: FiscalYear, amount: Money)? in
      panel.stages.reversed().lazy.compactMap { nodes.cell(place, $0, year).money }.first
        .map { (year, $0) }
    }
    guard let first = amounts.first, let last = amounts.last else { return nil }
    let (classification, member) =
      level == .unit ? (panel.units, node.unit) : (panel.subjects, node.subject)
    return Life(
      code: classification.code(member), name: classification.name(member),
      parent: classification.tree.parent(of: member), first: first.year, last: last.year,
      firstAmount: first.amount, lastAmount: last.amount)
  }

  // MARK: Pairs

  /// More pairs of names are not compared letter by letter.
  private static let mostPairs = 20_000

  private func pairs(_ ended: [Life], _ born: [Life]) -> [Pair] {
    let byName = Dictionary(grouping: born.filter { !$0.name.isEmpty }, by: \.name)
    let isSmall = ended.count * born.count <= UnmappedCodes.mostPairs
    return ended.compactMap { old in
      let same = byName[old.name]?.first { $0.code != old.code }
      let found = same ?? (isSmall ? alike(old, born) ?? sameAmount(old, ended, born) : nil)
      return found.map { Pair(ended: old, successor: $0) }
    }
  }

  /// The one code that has almost the same name.
  private func alike(_ old: Life, _ born: [Life]) -> Life? {
    guard !old.name.isEmpty else { return nil }
    let alike = born.filter {
      $0.code != old.code && !$0.name.isEmpty && EditDistance.areAlike($0.name, old.name)
    }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The one code under the same parent that begins with what this one ended with, give or take
  /// 5 %, where it is the only one to end so.
  private func sameAmount(_ old: Life, _ ended: [Life], _ born: [Life]) -> Life? {
    guard old.parent != Tree.root, old.lastAmount > .zero else { return nil }
    func fits(_ a: Life, _ b: Life) -> Bool {
      let gap = (a.lastAmount - b.firstAmount).magnitude
      return a.parent == b.parent && Int128(gap.cents) * 20 <= Int128(a.lastAmount.cents)
    }
    let fitting = born.filter { fits(old, $0) }
    guard fitting.count == 1, ended.count(where: { fits($0, fitting[0]) }) == 1 else { return nil }
    return fitting[0]
  }

  // MARK: Words

  private func summary(_ pairs: [Pair]) -> [Finding] {
    guard pairs.count > ShapeFinding.named else { return pairs.map(finding) }
    let list = pairs.map { "\($0.ended.code) → \($0.successor.code) (\($0.successor.first))" }
    let isUnit = level == .unit
    return [
      Finding(
        rule: UnmappedCodes.rule, severity: .warning,
        message: shape.isChinese
          ? "\(pairs.count) 个\(isUnit ? "单位" : "科目")编码疑似改编，请在 crosswalk 中登记：\(shape.list(list))"
          : "\(pairs.count) codes of \(isUnit ? "units" : "subjects") seem to go on under others; "
            + "write them in the crosswalk if they do: \(shape.list(list))")
    ]
  }

  private func finding(_ pair: Pair) -> Finding {
    let (ended, successor) = (pair.ended, pair.successor)
    let column = level == .unit ? "unit" : "subject"
    let isSame = ended.name == successor.name
    let rows =
      "from_\(column)=\(ended.code), to_\(column)=\(successor.code), from_year=\(successor.first)"
    let old = "\(ended.code) \(ended.name)"
    let new = "\(successor.code) \(successor.name)"
    let message =
      shape.isChinese
      ? "\(old) 止于 \(ended.last) 年，"
        + (isSame ? "同名的 \(successor.code)" : "相近的 \(new)")
        + " 始于 \(successor.first) 年；若为同一事项，请在 crosswalk 中登记 \(rows)"
      : "\(old) ends in \(ended.last) and "
        + (isSame ? "\(successor.code) of the same name" : "\(new), which is like it,")
        + " begins in \(successor.first); if they are one, write in the crosswalk \(rows)"
    return Finding(
      rule: UnmappedCodes.rule, severity: .warning, year: successor.first,
      unit: level == .unit ? ended.code : nil, subject: level == .subject ? ended.code : nil,
      message: message)
  }
}
