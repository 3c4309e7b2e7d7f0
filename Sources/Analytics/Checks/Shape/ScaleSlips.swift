/// Amounts that are 10, 100, 1 000 or 10 000 times what stands beside them: 元 for 万元, a point in
/// the wrong place.
///
/// A whole unit is compared in a stage and year with the year before and with the budget, line by
/// line; a single amount with its line's own years, where these are steady.
enum ScaleSlips {
  static let rule = "scale_slip"

  private static let fewestLines = 4
  /// How far from an exact power of ten the middle of a unit's ratios may be: lines grow.
  private static let unitSpreadPct: Int128 = 60
  /// How far a single amount may be, and how far its neighbours from each other.
  private static let lineSpreadPct: Int128 = 15

  static func findings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let units = unitFindings(dataset, nodes)
    let scaled = Set(units.compactMap(\.unit))
    return units
      + lineFindings(dataset, nodes).filter { !scaled.contains($0.unit ?? "") }
  }

  // MARK: Whole units

  private static func unitFindings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let planes = nodes.panel.years.flatMap { year in
      nodes.panel.stages.flatMap { stage in
        beside(stage, year, nodes).map { (plane: (stage, year), other: $0) }
      }
    }
    return LineHistories(nodes).linesByUnit().compactMap { unit, lines in
      guard lines.count >= fewestLines else { return nil }
      for (plane, other) in planes {
        if let exponent = exponent(lines, plane, other, nodes) {
          return finding(unit, exponent, plane, other, dataset, nodes)
        }
      }
      return nil
    }
  }

  private typealias Plane = (stage: Stage, year: FiscalYear)

  /// The same stage a year earlier, and the stage before in the same year.
  private static func beside(_ stage: Stage, _ year: FiscalYear, _ nodes: NodeTable) -> [Plane] {
    let earlier = nodes.panel.years.last { $0 < year }.map { (stage, $0) }
    let before = nodes.panel.stages.filter { $0 < stage }.map { ($0, year) }
    return [earlier].compactMap { $0 } + before
  }

  private static func exponent(
    _ lines: [Int], _ plane: Plane, _ other: Plane, _ nodes: NodeTable
  ) -> Int? {
    let ratios = lines.compactMap { line -> (Int128, Int128)? in
      guard let a = nodes.cell(line, plane.stage, plane.year).money, a > .zero,
        let b = nodes.cell(line, other.stage, other.year).money, b > .zero
      else { return nil }
      return (Int128(a.cents), Int128(b.cents))
    }
    guard ratios.count >= fewestLines else { return nil }
    let found = ratios.map { PowerOfTen.nearest($0.0, $0.1, withinPct: unitSpreadPct) ?? 0 }
    return [1, 2, 3, 4, -1, -2, -3, -4].first { exponent in
      found.count { $0 == exponent } * 10 >= found.count * 8
    }
  }

  private static func finding(
    _ unit: Int32, _ exponent: Int, _ plane: Plane, _ other: Plane, _ dataset: Dataset,
    _ nodes: NodeTable
  ) -> Finding {
    let shape = ShapeFinding(dataset)
    let code = nodes.panel.units.code(unit)
    let factor = PowerOfTen.text(exponent)
    let (a, b) = (
      "\(plane.year) \(shape.stageWord(plane.stage))",
      "\(other.year) \(shape.stageWord(other.stage))"
    )
    return Finding(
      rule: rule, severity: .warning, year: plane.year, unit: code, stage: plane.stage,
      message: shape.isChinese
        ? "\(code) 的 \(a) 逐项约为 \(b) 的 \(factor) 倍，金额单位可能不一致"
        : "\(a) of \(code) is about \(factor) times \(b), line by line: the amount units may differ"
    )
  }

  // MARK: Single amounts

  private static func lineFindings(_ dataset: Dataset, _ nodes: NodeTable) -> [Finding] {
    let histories = LineHistories(nodes)
    let shape = ShapeFinding(dataset)
    return nodes.panel.lines.indices.filter { !nodes.panel.isRest($0) }.flatMap { line in
      nodes.panel.stages.compactMap { stage -> Finding? in
        let amounts = nodes.panel.years.map { nodes.cell(line, stage, $0).money?.cents }
        guard let (place, exponent) = slip(amounts) else { return nil }
        let year = nodes.panel.years[place]
        let printed = shape.printed(amounts[place]!)
        return Finding(
          rule: rule, severity: .warning, year: year, unit: histories.unitCode(line),
          subject: histories.subjectCode(line), stage: stage, found: printed,
          message: shape.isChinese
            ? "\(histories.title(line)) \(year) 年\(shape.stageWord(stage)) \(printed) 约为前后年度的 "
              + "\(PowerOfTen.text(exponent)) 倍，小数点或单位可能有误"
            : "\(histories.title(line)): \(printed) in \(year) (\(shape.stageWord(stage))) is about "
              + "\(PowerOfTen.text(exponent)) times the years around it: point or unit may be wrong"
        )
      }
    }
  }

  /// Short and round amounts are powers of ten of each other by chance.
  private static func hasThreeDigits(_ cents: Int64) -> Bool {
    var number = cents
    while number % 10 == 0 { number /= 10 }
    return number >= 100
  }

  /// An amount between two years on each side, or with two on one and one on the other, that are
  /// like each other and a power of ten away.
  private static func slip(_ amounts: [Int64?]) -> (place: Int, exponent: Int)? {
    for place in amounts.indices.dropFirst().dropLast() {
      guard let amount = amounts[place], amount > 0, hasThreeDigits(amount) else { continue }
      let around = (max(0, place - 2)...min(amounts.count - 1, place + 2)).filter { $0 != place }
      let others = around.compactMap { amounts[$0] }
      guard others.count >= 3, others.count == around.count, let low = others.min(),
        let high = others.max(), low > 0, let usual = others.lowerMedian,
        Int128(high) * 100 <= Int128(low) * (100 + lineSpreadPct),
        let exponent = PowerOfTen.nearest(
          Int128(amount), Int128(usual), withinPct: lineSpreadPct), exponent != 0
      else { continue }
      return (place, exponent)
    }
    return nil
  }
}

/// Ratios that are a power of ten.
enum PowerOfTen {
  /// The exponent from −4 to 4 of which a ratio of positive numbers is within some per cent.
  static func nearest(_ a: Int128, _ b: Int128, withinPct spread: Int128) -> Int? {
    for exponent in -4...4 {
      let scale = Int128.powerOfTen(abs(exponent))
      let (x, y) = exponent >= 0 ? (a, b * scale) : (a * scale, b)
      if x * 100 <= y * (100 + spread) && y * 100 <= x * (100 + spread) { return exponent }
    }
    return nil
  }

  /// `1000`, or `1/1000`.
  static func text(_ exponent: Int) -> String {
    let number = "1" + String(repeating: "0", count: abs(exponent))
    return exponent < 0 ? "1/\(number)" : number
  }
}
