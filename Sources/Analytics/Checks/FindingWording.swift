/// The sentences of findings about the accounts, in Chinese or in English.
struct FindingWording {
  private let dataset: Dataset
  private var isChinese: Bool { dataset.language == .chinese }

  init(_ dataset: Dataset) { self.dataset = dataset }

  /// A cell as a reader looks it up: `outturn(部门, 2080502, 2023, kind=personnel)`.
  func name(_ cell: Identity.Cell) -> String {
    let key = cell.key
    func code(_ dimension: Dimension) -> String {
      key[dimension] == CellKey.all ? "all" : dataset.accounts[dimension].code(key[dimension])
    }
    var arguments = [code(.unit), code(.subject), cell.year.description]
    for dimension in [Dimension.kind, .economic, .fund, .project]
    where key[dimension] != CellKey.all {
      arguments.append("\(dimension.name)=\(code(dimension))")
    }
    return "\(cell.stage.rawValue)(\(arguments.joined(separator: ", ")))"
  }

  /// `accounts.csv:12`
  func place(_ cell: Identity.Cell) -> String? {
    let file = dataset.inputs.first { $0.table == "accounts" }?.path ?? "accounts"
    guard let number = dataset.accounts.cell(cell.key),
      let line = dataset.accounts.line(number, cell.year)
    else { return nil }
    return "\(file):\(line)"
  }

  func mismatch(_ identity: Identity) -> String {
    let (sum, total, gap) = numbers(identity)
    return isChinese
      ? "\(title(identity.total))：各\(partsWord(identity))合计 \(sum)，公布数 \(total)，相差 \(gap)，"
        + "超出四舍五入的范围（\(terms(identity))）"
      : "\(title(identity.total)): the \(partsWord(identity)) add up to \(sum), the published "
        + "total is \(total), \(gap) apart, more than rounding can make (\(terms(identity)))"
  }

  func rounding(_ identity: Identity) -> String {
    let (sum, total, gap) = numbers(identity)
    return isChinese
      ? "\(title(identity.total))：各\(partsWord(identity))合计 \(sum)，公布数 \(total)，"
        + "相差 \(gap)，属四舍五入尾差"
      : "\(title(identity.total)): the \(partsWord(identity)) add up to \(sum), the published "
        + "total is \(total); \(gap) apart, which rounding makes"
  }

  /// What a rest line says in the years and stages in which it has a value.
  func rest(_ line: Panel.Line, _ panel: Panel, amount: Money, _ stage: Stage, _ year: FiscalYear)
    -> String
  {
    let unit = panel.units.code(line.unit)
    let subject = panel.subjects.code(line.subject)
    let printed = dataset.printed(amount)
    return isChinese
      ? "\(year) 年 \(stageWord(stage))：公布的合计中有 \(printed) 未按单位或科目分列，"
        + "列为 \(unit) × \(subject)"
      : "\(year) \(stageWord(stage)): \(printed) of a published total is not broken down and "
        + "stands as \(unit) × \(subject)"
  }

  /// What a rest that is negative in some stages and years says besides; at most three are named.
  func refunds(_ planes: [(Stage, FiscalYear)]) -> String {
    guard !planes.isEmpty else { return "" }
    let shown = planes.prefix(3)
    let more = planes.count > shown.count
    return isChinese
      ? "；" + shown.map { "\($1) 年 \(stageWord($0))" }.joined(separator: "、")
        + "\(more ? "等 \(planes.count) 处" : "")为负：已公布的分项多于合计，未分列的部分含有退回或冲减"
      : "; it is negative in " + shown.map { "\($1) \(stageWord($0))" }.joined(separator: ", ")
        + (more ? " and \(planes.count - shown.count) more" : "")
        + ": the parts that are known are more than the total, so that refunds are in the rest"
  }

  /// A total that does not hold, as part of a sentence.
  func clause(_ identity: Identity) -> String {
    let (sum, total, _) = numbers(identity)
    return isChinese
      ? "\(title(identity.total))各\(partsWord(identity))合计 \(sum) 而公布数为 \(total)"
      : "the \(partsWord(identity)) of \(title(identity.total)) add up to \(sum), not \(total)"
  }

  func clause(_ identity: ItemIdentity) -> String {
    let sum = (try? identity.sum.printed(atLeast: identity.isMoney ? dataset.decimals : 0))
    let amount = (try? identity.amount.printed(atLeast: identity.isMoney ? dataset.decimals : 0))
    let (parts, whole) = (sum.map { "\($0)" } ?? "", amount.map { "\($0)" } ?? "")
    let list = identity.parts.joined(separator: isChinese ? "、" : ", ")
    return isChinese
      ? "\(identity.whole)为 \(whole)，\(list)合计 \(parts)"
      : "\(identity.whole) is \(whole), and \(list) add up to \(parts)"
  }

  func sentence(_ identity: ItemIdentity) -> String {
    let head = isChinese ? "\(identity.year) 年 " : "\(identity.year): "
    let tail: String
    if identity.holds {
      tail = isChinese ? "，属四舍五入尾差" : ", which rounding makes"
    } else if identity.isDefinition {
      tail = isChinese ? "，超出四舍五入的范围" : ", more than rounding can make"
    } else {
      tail = isChinese ? "，请核实" : "; please verify"
    }
    return head + clause(identity) + tail
  }

  /// A finding about a cell, without numbers and words.
  func blank(_ cell: Identity.Cell, _ rule: String, _ severity: Finding.Severity) -> Finding {
    let unit = dataset.accounts[.unit].code(cell.key.unit)
    let subject = dataset.accounts[.subject].code(cell.key.subject)
    return Finding(
      rule: rule, severity: severity, year: cell.year, unit: unit.isEmpty ? nil : unit,
      subject: subject.isEmpty ? nil : subject, stage: cell.stage, message: "",
      source: place(cell))
  }

  func printedBound(_ twice: Money) -> PrintedNumber? {
    try? (Rational(twice, in: dataset.amountUnit) / Rational(2)).printed(
      atLeast: dataset.decimals)
  }

  private func numbers(_ identity: Identity) -> (PrintedNumber, PrintedNumber, PrintedNumber) {
    (
      dataset.printed(identity.sum), dataset.printed(identity.amount),
      dataset.printed(identity.difference.magnitude)
    )
  }

  /// At most six terms of the sum.
  private func terms(_ identity: Identity) -> String {
    let shown = zip(identity.parts, identity.amounts).prefix(6).map { cell, amount in
      "\(memberName(cell, identity.dimension)) \(dataset.printed(amount))"
    }
    let more = identity.parts.count > 6 ? ", …" : ""
    return shown.joined(separator: isChinese ? "、" : ", ") + more
  }

  private func memberName(_ cell: Identity.Cell, _ dimension: Dimension) -> String {
    let member = cell.key[dimension]
    return member == CellKey.all ? "all" : dataset.accounts[dimension].code(member)
  }

  /// What a cell is, in words: 2023 年 部门 2080502 事业单位离退休 人员经费 决算数.
  func title(_ cell: Identity.Cell) -> String {
    var words = [isChinese ? "\(cell.year) 年" : "\(cell.year)"]
    for dimension in Dimension.allCases where cell.key[dimension] != CellKey.all {
      let member = cell.key[dimension]
      let classification = dataset.accounts[dimension]
      let name = classification.name(member)
      let code = classification.code(member)
      switch dimension {
      case .kind: words.append(isChinese ? name : code)
      case .unit: words.append(code)
      default: words.append(name.isEmpty ? code : "\(code) \(name)")
      }
    }
    words.append(stageWord(cell.stage))
    return words.joined(separator: " ")
  }

  func stageWord(_ stage: Stage) -> String {
    switch stage {
    case .budget: isChinese ? "年初预算" : "budget"
    case .revised: isChinese ? "全年预算" : "revised budget"
    case .outturn: isChinese ? "决算数" : "outturn"
    }
  }

  private func partsWord(_ identity: Identity) -> String {
    switch identity.dimension {
    case .unit: isChinese ? "单位" : "units"
    case .subject: isChinese ? "科目" : "subjects"
    case .economic: isChinese ? "经济科目" : "economic classes"
    case .kind: isChinese ? "支出类别" : "kinds"
    case .fund: isChinese ? "资金" : "funds"
    case .project: isChinese ? "项目" : "projects"
    }
  }
}
