extension Reference: CustomStringConvertible {
  /// The reference as an expression writes it.
  public var description: String {
    switch self {
    case .account(let account):
      account.description
    case .memo(let item, let unit, let year, let stage):
      call("memo", [argument(item), "\(year)"] + named(unit: unit, stage: stage))
    case .balance(let item, let unit, let year):
      call("balance", [argument(item), "\(year)"] + named(unit: unit, stage: .outturn))
    case .receipt(let source, let unit, let year, let stage):
      call("receipt", [argument(source), "\(year)"] + named(unit: unit, stage: stage))
    case .heads(let unit, let category, let year):
      call("heads", [argument(unit), argument(category), "\(year)"])
    case .figure(let name):
      "@" + (name.allSatisfy(\.isFigureName) && !name.isEmpty ? name : quoted(name))
    }
  }

  /// Outturn is what is meant where no stage is named.
  private func named(unit: String?, stage: Stage) -> [String] {
    (unit.map { [argument($0)] } ?? []) + (stage == .outturn ? [] : ["stage=\(stage.rawValue)"])
  }
}

extension AccountReference: CustomStringConvertible {
  public var description: String {
    let cut = [("kind", kind), ("economic", economic), ("fund", fund), ("project", project)]
    let named = cut.compactMap { name, code in code.map { "\(name)=\(argument($0))" } }
    return call(stage.rawValue, [argument(unit), argument(subject), "\(year)"] + named)
  }
}

extension Character {
  /// May stand in the name of a figure.
  var isFigureName: Bool { isLetter || isNumber || self == "_" || self == "." }
}

private func call(_ function: String, _ arguments: [String]) -> String {
  "\(function)(\(arguments.joined(separator: ", ")))"
}

/// A code as an argument: bare where that cannot be misread.
private func argument(_ code: String?) -> String {
  guard let code else { return "all" }
  let isPlain = code.allSatisfy { $0.isFigureName || ":/·- ".contains($0) }
  let isTrimmed = code.first.map { $0 != " " } == true && code.last != " "
  return isPlain && isTrimmed && code != "all" ? code : quoted(code)
}

private func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
