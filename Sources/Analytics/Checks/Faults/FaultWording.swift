/// The sentences about numbers that are wrong, in Chinese or in English.
struct FaultWording {
  private let dataset: Dataset
  private let tieOut: TieOut
  private let wording: FindingWording
  private let facts: FactIndex
  private var isChinese: Bool { dataset.language == .chinese }

  private static let mostCases = 3
  private static let mostAlternatives = 4

  init(_ dataset: Dataset, _ tieOut: TieOut) {
    self.dataset = dataset
    self.tieOut = tieOut
    wording = FindingWording(dataset)
    facts = FactIndex(dataset)
  }

  /// A number as an expression names it.
  func reference(_ quantity: Quantity) -> String {
    switch quantity {
    case .cell(let key, let stage, let year):
      return wording.name(Identity.Cell(key: key, stage: stage, year: year))
    case .memo(let place, let stage):
      let it = dataset.memos[place]
      return "\(Reference.memo(item: it.item, unit: it.unit, year: it.year, stage: stage))"
    case .balance(let place):
      let it = dataset.balances[place]
      return "\(Reference.balance(item: it.item, unit: it.unit, year: it.year))"
    case .receipt(let place, let stage):
      let it = dataset.receipts[place]
      return "\(Reference.receipt(source: it.source, unit: it.unit, year: it.year, stage: stage))"
    case .heads(let place):
      let it = dataset.headcount[place]
      return "\(Reference.heads(unit: it.unit, category: it.category, year: it.year))"
    case .figure(let place): return "\(Reference.figure(dataset.figures[place].name))"
    }
  }

  /// A number in words.
  private func title(_ quantity: Quantity) -> String {
    switch quantity {
    case .cell(let key, let stage, let year):
      wording.title(Identity.Cell(key: key, stage: stage, year: year))
    case .figure(let place):
      isChinese ? "“\(dataset.figures[place].name)”" : "'\(dataset.figures[place].name)'"
    default: reference(quantity)
    }
  }

  // MARK: A repair

  func repair(_ fault: Fault, _ repair: Fault.Change) -> String {
    let unit = isMoney(repair.quantity) ? amountUnit : ""
    let cases = fault.constraints.prefix(FaultWording.mostCases).map {
      clause(tieOut.system.constraints[$0].origin)
    }
    let more = fault.constraints.count - cases.count
    let slip = repair.pattern.map { pattern($0) }
    if isChinese {
      return "\(title(repair.quantity)) 印为 \(repair.printed)\(unit)；"
        + cases.joined(separator: "；") + (more > 0 ? "；另有 \(more) 处随之不符" : "")
        + "。改为 \(repair.mended) 则全部相符" + (slip.map { "（\($0)）" } ?? "")
    }
    return "\(title(repair.quantity)) is printed as \(repair.printed)\(unit); "
      + cases.joined(separator: "; ") + (more > 0 ? "; \(more) more follow from it" : "")
      + ". With \(repair.mended) all of them tie out" + (slip.map { " (\($0))" } ?? "")
  }

  /// Not in English where only Chinese has a word for it.
  private var amountUnit: String {
    let word = dataset.amountUnit.rawValue
    let isSaid = isChinese || word.utf8.allSatisfy { $0 < 0x80 }
    return dataset.amountUnit != .unit && isSaid ? " \(word)" : ""
  }

  private func isMoney(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .cell, .balance, .receipt: true
    case .memo(let place, _): dataset.memos[place].measure == .money
    case .heads, .figure: false
    }
  }

  private func clause(_ origin: Constraint.Origin) -> String {
    switch origin {
    case .identity(let place): wording.clause(tieOut.identities[place])
    case .figure(let place): clause(tieOut.figures.results[place])
    case .items(let place): wording.clause(tieOut.items[place])
    }
  }

  private func clause(_ result: FigureChecks.Result) -> String {
    let recomputed = result.recomputed.map { "\($0)" } ?? ""
    return isChinese
      ? "“\(result.figure.name)”印为 \(result.figure.printed) 而按算式为 \(recomputed)"
      : "'\(result.figure.name)' is printed as \(result.figure.printed), not \(recomputed)"
  }

  // MARK: Alternatives

  /// Numbers of which one is wrong, and nobody knows which.
  func alternatives(_ fault: Fault) -> String {
    guard fault.alternatives.count <= FaultWording.mostAlternatives else {
      return isChinese
        ? "。更正其中任一个（共 \(fault.alternatives.count) 个）均可相符，无法判定"
        : ". Any one of \(fault.alternatives.count) numbers would mend it; which is wrong cannot be known"
    }
    let list = fault.alternatives.map { change($0[0]) }
    return isChinese
      ? "。可能有误的是其中之一：" + list.joined(separator: "；")
      : ". One of these is wrong: " + list.joined(separator: "; ")
  }

  /// Numbers that are wrong together.
  func joint(_ fault: Fault) -> String {
    let changes = fault.alternatives[0]
    let shown = changes.prefix(FaultWording.mostAlternatives).map { change($0) }
    let more = changes.count - shown.count
    let list =
      shown.joined(separator: isChinese ? "、" : ", ")
      + (more > 0 ? (isChinese ? "等 \(changes.count) 处" : " and \(more) more") : "")
    guard fault.alternatives.count == 1 else {
      return isChinese
        ? "。至少有 \(changes.count) 处有误，有 \(fault.alternatives.count) 种改法，如：\(list)"
        : ". At least \(changes.count) numbers are wrong, in one of \(fault.alternatives.count) ways, such as: "
          + list
    }
    return isChinese ? "。同时更正 \(list) 则全部相符" : ". Together \(list) mend all"
  }

  var stopped: String {
    isChinese ? "。查找出错处因步数上限而停止" : ". The search for the wrong number ended at its limit"
  }

  private func change(_ change: Fault.Change) -> String {
    let slip = change.pattern.map { pattern($0) }
    return isChinese
      ? "\(title(change.quantity)) 应为 \(change.mended)" + (slip.map { "（\($0)）" } ?? "")
      : "\(title(change.quantity)) should be \(change.mended)" + (slip.map { " (\($0))" } ?? "")
  }

  private func pattern(_ pattern: SlipPattern) -> String {
    switch pattern {
    case .wrongSign: isChinese ? "正负号相反" : "wrong sign"
    case .powerOfTen(let exponent): scale(exponent)
    case .swappedDigits: isChinese ? "相邻两位数字颠倒" : "two digits swapped"
    case .droppedDigit: isChinese ? "漏了一位数字" : "a digit dropped"
    case .addedDigit: isChinese ? "多了一位数字" : "a digit too many"
    case .copied(let from):
      isChinese
        ? "印成了 \(title(from)) 的数" : "the number of \(title(from))"
    case .rowShift: isChinese ? "串行" : "rows shifted"
    }
  }

  private func scale(_ exponent: Int) -> String {
    let factor = "1" + String(repeating: "0", count: abs(exponent))
    if isChinese { return exponent > 0 ? "大了 \(factor) 倍" : "小了 \(factor) 倍" }
    return exponent > 0 ? "\(factor) times too large" : "\(factor) times too small"
  }
}
