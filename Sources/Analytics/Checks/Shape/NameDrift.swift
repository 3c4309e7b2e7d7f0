/// Codes with more than one name: another wording elsewhere in a report, or another name from one
/// year to the next. A name that is quite another means that the code was used again.
struct NameDrift {
  static let rule = "name_drift"

  private let dataset: Dataset
  private let shape: ShapeFinding

  static func findings(_ dataset: Dataset) -> [Finding] {
    let drift = NameDrift(dataset: dataset, shape: ShapeFinding(dataset))
    return Dimension.allCases.flatMap { drift.variants($0) + drift.renamed($0) }
  }

  /// Wordings that the classification's own table lists beside the name.
  private func variants(_ dimension: Dimension) -> [Finding] {
    let classification = dataset.accounts[dimension]
    let members = classification.sorted((dataset.variants[dimension] ?? [:]).keys)
    return members.map { member in
      let names = ([classification.name(member)] + dataset.variants[dimension]![member]!)
      let list = names.map { shape.isChinese ? "“\($0)”" : "'\($0)'" }
      return finding(
        dimension, member,
        shape.isChinese
          ? "\(classification.code(member)) 有不同写法：\(list.joined(separator: "、"))"
          : "\(classification.code(member)) is worded in \(names.count) ways: "
            + list.joined(separator: ", "))
    }
  }

  /// Codes whose name in the accounts changes over the years.
  private func renamed(_ dimension: Dimension) -> [Finding] {
    let classification = dataset.accounts[dimension]
    let changed = classification.sorted(dataset.accounts.members(of: dimension)).filter { member in
      let names = classification.datedNames(member)
      return names.count > 1 && !areSame(names.map(\.name))
    }
    let reused = changed.filter { isReused(classification.datedNames($0).map(\.name)) }
    let reworded = changed.filter { !reused.contains($0) }
    return summary(dimension, reused, classification, isReused: true)
      + summary(dimension, reworded, classification, isReused: false)
  }

  private func summary(
    _ dimension: Dimension, _ members: [Int32], _ classification: Classification, isReused: Bool
  ) -> [Finding] {
    guard members.count > ShapeFinding.named else {
      return members.map {
        finding(dimension, $0, sentence($0, classification, isReused: isReused))
      }
    }
    let list = members.map { member in
      "\(classification.code(member)) "
        + classification.datedNames(member).map(\.name).joined(separator: " / ")
    }
    let count = members.count
    return [
      Finding(
        rule: NameDrift.rule, severity: .warning,
        message: shape.isChinese
          ? "\(count) 个编码的名称随年度变化\(isReused ? "，且前后完全不同，可能被重新使用" : "")：\(shape.list(list))"
          : "the names of \(count) codes change over the years\(isReused ? ", to quite others: they may have been used again" : ""): "
            + shape.list(list))
    ]
  }

  private func sentence(
    _ member: Int32, _ classification: Classification, isReused: Bool
  ) -> String {
    let names = classification.datedNames(member).map { "\($0.year) \($0.name)" }
    let code = classification.code(member)
    let list = names.joined(separator: shape.isChinese ? "、" : ", ")
    if isReused {
      return shape.isChinese
        ? "\(code) 前后名称完全不同，可能被重新使用：\(list)"
        : "\(code) has quite another name later on and may have been used again: \(list)"
    }
    return shape.isChinese
      ? "\(code) 的名称随年度变化：\(list)" : "the name of \(code) changes over the years: \(list)"
  }

  private func finding(_ dimension: Dimension, _ member: Int32, _ message: String) -> Finding {
    let code = dataset.accounts[dimension].code(member)
    return Finding(
      rule: NameDrift.rule, severity: .warning, unit: dimension == .unit ? code : nil,
      subject: dimension == .subject ? code : nil, message: message)
  }

  /// Whether names differ in case, spaces or punctuation alone.
  private func areSame(_ names: [String]) -> Bool {
    Set(names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }).count == 1
  }

  /// Whether the oldest and the newest name have hardly a character in common.
  private func isReused(_ names: [String]) -> Bool {
    guard let first = names.first, let last = names.last else { return false }
    let (a, b) = (Set(first.lowercased()), Set(last.lowercased()))
    let longest = max(first.count, last.count)
    return a.intersection(b).count * 4 <= min(a.count, b.count)
      && EditDistance.between(first, last, atMost: longest / 2) == nil
  }
}
