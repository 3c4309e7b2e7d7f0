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
    let planes: [(plane: Plane, other: Plane)] = nodes.panel.years.flatMap { year in
      nodes.panel.stages.flatMap { stage in
        beside(stage, year, nodes).map { (plane: (stage, year), other: $0) }
      }
    }
    let places = planes.map { plane, other in
      (nodes.panel.plane(plane.stage, plane.year)!, nodes.panel.plane(other.stage, other.year)!)
    }
    return LineHistories(nodes).linesByUnit().compactMap { (unit, lines) -> Finding? in
      guard lines.count >= fewestLines else { return nil }
      for (place, (plane, other)) in zip(places, planes) {
        if let exponent = exponent(lines, place, nodes) {
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

  /// The power of ten, not the first, that eight of ten lines are times what they are in another
  /// plane.
  private static func exponent(
    _ lines: [Int], _ planes: (Int, Int), _ nodes: NodeTable
  ) -> Int? {
    var counts = [Int](repeating: 0, count: PowerOfTen.exponents.count)
    var known = 0
    for line in lines {
      guard let a = nodes[line, planes.0].money, a > .zero,
        let b = nodes[line, planes.1].money, b > .zero
      else { continue }
      known += 1
      let exponent = PowerOfTen.nearest(
        Int128(a.cents), Int128(b.cents), withinPct: unitSpreadPct)
      if let exponent, exponent != 0 { counts[exponent - PowerOfTen.exponents.lowerBound] += 1 }
    }
    guard known >= fewestLines else { return nil }
    return zip(PowerOfTen.exponents, counts).first { $1 * 10 >= known * 8 }?.0
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
    let planes = nodes.panel.stages.map { stage in
      nodes.panel.years.map { nodes.panel.plane(stage, $0)! }
    }
    return nodes.panel.lines.indices.filter { !nodes.panel.isRest($0) }.flatMap { line in
      zip(nodes.panel.stages, planes).compactMap { (stage, planes) -> Finding? in
        let amounts = planes.map { nodes[line, $0].money?.cents }
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
      guard let usual = steadyLevel(of: amounts, around: place),
        let exponent = PowerOfTen.nearest(
          Int128(amount), Int128(usual), withinPct: lineSpreadPct), exponent != 0
      else { continue }
      return (place, exponent)
    }
    return nil
  }

  /// The middle of up to two years on each side, if there are three, all known and positive and
  /// like each other.
  private static func steadyLevel(of amounts: [Int64?], around place: Int) -> Int64? {
    let around = max(0, place - 2)...min(amounts.count - 1, place + 2)
    var (low, high) = (Int64.max, Int64.min)
    for other in around where other != place {
      guard let amount = amounts[other], amount > 0 else { return nil }
      (low, high) = (min(low, amount), max(high, amount))
    }
    guard around.count > 3, Int128(high) * 100 <= Int128(low) * (100 + lineSpreadPct) else {
      return nil
    }
    return around.filter { $0 != place }.compactMap { amounts[$0] }.lowerMedian
  }
}

/// Ratios that are a power of ten.
enum PowerOfTen {
  static let exponents = -4...4

  /// The exponent of which a ratio of positive numbers is within some per cent.
  static func nearest(_ a: Int128, _ b: Int128, withinPct spread: Int128) -> Int? {
    if a * 100 <= b * (100 + spread) && b * 100 <= a * (100 + spread) { return 0 }
    /// Whether the ratio is not more than so much above the power.
    func isAtMost(_ exponent: Int) -> Bool {
      let (x, y) = scaled(a, b, exponent)
      return x * 100 <= y * (100 + spread)
    }
    var exponent = 0
    while exponent > exponents.lowerBound && isAtMost(exponent - 1) { exponent -= 1 }
    while exponent <= exponents.upperBound && !isAtMost(exponent) { exponent += 1 }
    guard exponent <= exponents.upperBound else { return nil }
    let (x, y) = scaled(a, b, exponent)
    return y * 100 <= x * (100 + spread) ? exponent : nil
  }

  /// Numbers whose ratio is to 1 as that of *a* to *b* is to a power of ten.
  private static func scaled(_ a: Int128, _ b: Int128, _ exponent: Int) -> (Int128, Int128) {
    exponent >= 0 ? (a, b * .powerOfTen(exponent)) : (a * .powerOfTen(-exponent), b)
  }

  /// `1000`, or `1/1000`.
  static func text(_ exponent: Int) -> String {
    let number = "1" + String(repeating: "0", count: abs(exponent))
    return exponent < 0 ? "1/\(number)" : number
  }
}
