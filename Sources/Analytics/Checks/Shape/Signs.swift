/// Amounts below zero on lines that are never so otherwise, and as large as the line usually is:
/// a minus too many.
enum Signs {
  static let rule = "sign"

  private struct Case {
    let line: Int
    let year: FiscalYear
    let amount: Int64
  }

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    nodes.panel.stages.flatMap { stage in
      let cases = nodes.panel.lines.indices.filter { !nodes.panel.isRest($0) }.compactMap { line in
        let amounts = nodes.panel.years.map { nodes.cell(line, stage, $0).money?.cents }
        return reversed(amounts).map {
          Case(line: line, year: nodes.panel.years[$0], amount: amounts[$0]!)
        }
      }
      return Dictionary(grouping: cases, by: \.year).sorted { $0.key < $1.key }
        .flatMap { year, cases in findings(cases, stage, year, dataset, nodes) }
    }
  }

  private static func findings(
    _ cases: [Case], _ stage: Stage, _ year: FiscalYear, _ dataset: Dataset, _ nodes: NodeTable
  ) -> [Finding] {
    let histories = LineHistories(nodes)
    let shape = ShapeFinding(dataset)
    let word = shape.stageWord(stage)
    guard cases.count <= ShapeFinding.named else {
      let list = cases.map { "\(histories.title($0.line)) \(shape.printed($0.amount))" }
      return [
        Finding(
          rule: rule, severity: .warning, year: year, stage: stage,
          message: shape.isChinese
            ? "\(year) 年\(word)为负、其他年度均为正且大小相近的明细：\(shape.list(list))"
            : "lines that are negative in \(year) (\(word)), positive and of like size in other "
              + "years: \(shape.list(list))")
      ]
    }
    return cases.map { it in
      let (title, printed) = (histories.title(it.line), shape.printed(it.amount))
      return Finding(
        rule: rule, severity: .warning, year: year, unit: histories.unitCode(it.line),
        subject: histories.subjectCode(it.line), stage: stage, found: printed,
        message: shape.isChinese
          ? "\(title) \(year) 年\(word)为 \(printed)，其他年度均为正数且大小相近，正负号可能有误"
          : "\(title) has \(printed) in \(year) (\(word)); other years are positive and of like "
            + "size: the sign may be wrong")
    }
  }

  /// The one negative amount among at least three positive ones, between half and twice the
  /// middle one of them.
  private static func reversed(_ amounts: [Int64?]) -> Int? {
    let negative = amounts.indices.filter { (amounts[$0] ?? 0) < 0 }
    guard negative.count == 1 else { return nil }
    let others = amounts.compactMap { $0 }.filter { $0 >= 0 }
    guard others.count >= 3, others.allSatisfy({ $0 > 0 }), let usual = others.lowerMedian else {
      return nil
    }
    let size = Int128(amounts[negative[0]]!.magnitude)
    return size * 2 >= Int128(usual) && size <= Int128(usual) * 2 ? negative[0] : nil
  }
}
