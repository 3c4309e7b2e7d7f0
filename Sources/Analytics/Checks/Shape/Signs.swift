/// Amounts below zero on lines that are never so otherwise, and as large as the line usually is:
/// a minus too many.
enum Signs {
  static let rule = "sign"

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let histories = LineHistories(nodes)
    let shape = ShapeFinding(dataset)
    return nodes.panel.lines.indices.filter { !nodes.panel.isRest($0) }.flatMap { line in
      nodes.panel.stages.compactMap { stage in
        let amounts = nodes.panel.years.map { nodes.cell(line, stage, $0).money?.cents }
        guard let place = reversed(amounts) else { return nil }
        let year = nodes.panel.years[place]
        let printed = shape.printed(amounts[place]!)
        return Finding(
          rule: rule, severity: .warning, year: year, unit: histories.unitCode(line),
          subject: histories.subjectCode(line), stage: stage, found: printed,
          message: shape.isChinese
            ? "\(histories.title(line)) \(year) 年\(shape.stageWord(stage))为 \(printed)，其他年度均为正数且大小相近，"
              + "正负号可能有误"
            : "\(histories.title(line)) has \(printed) in \(year) (\(shape.stageWord(stage))); other "
              + "years are positive and of like size: the sign may be wrong")
      }
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
