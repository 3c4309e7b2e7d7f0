// The codes, names and words of a row.

extension AccountsReader {
  func range(_ index: Int) -> Range<Int> {
    text.fields[index].start..<text.fields[index].end
  }

  func isMissing(_ index: Int) -> Bool {
    let field = text.fields[index]
    if field.start == field.end { return true }
    return !options.missingValues.isEmpty && options.missingValues.contains(text.text(field))
  }

  mutating func readYear(_ index: Int) -> FiscalYear? {
    if let year = YearText.read(text.buffer, range(index)) { return year }
    errors.append(text.error(yearProblem(index), field: index))
    return nil
  }

  private func yearProblem(_ index: Int) -> String {
    let isAlone = text.fields.indices.allSatisfy { $0 == index || text.isBlank(text.fields[$0]) }
    if isAlone {
      return
        "\(text.text(index).quoted) stands alone in its line, where a row has its year; if it is "
        + "a note or a heading, take the line out"
    }
    guard text.isBlank(text.fields[index]) else { return FieldProblem.year(text.text(index)) }
    return
      "the year is blank; write one from 1 to 9999, as in 2023, in every row, also where it is "
      + "that of the row above"
  }

  mutating func readCode(_ index: Int, _ dimension: Dimension) -> Int32 {
    let field = text.fields[index]
    if isMissing(index) || text.isBlank(field) {
      guard options.isLoneFile, dimension == .unit || dimension == .subject else {
        return CellKey.all
      }
      tally.blankCodes[dimension, default: 0] += 1
      return accounts[dimension].codes.intern("")
    }
    if meansAll(index) { return CellKey.all }
    return intern(index, dimension)
  }

  /// Whether a field says `all`, or another word that stands for it here.
  func meansAll(_ index: Int) -> Bool {
    let field = text.fields[index]
    if field.end - field.start == 3, text.text(field) == "all" { return true }
    return !options.totalCodes.isEmpty && options.totalCodes.contains(text.text(field))
  }

  mutating func intern(_ index: Int, _ dimension: Dimension) -> Int32 {
    let field = text.fields[index]
    if field.hasDoubledQuotes { return accounts[dimension].codes.intern(text.text(field)) }
    return accounts[dimension].codes.intern(text.buffer, range(index))
  }

  mutating func readKind(_ index: Int) -> Int32 {
    if isMissing(index) || meansAll(index) { return CellKey.all }
    let word = text.text(index).trimmed
    if word.isEmpty || word == "all" { return CellKey.all }
    if let kind = SpendingKind(word: word) { return accounts[.kind].codes.intern(kind.rawValue) }
    errors.append(
      text.error(
        "\(word.quoted) is not a kind; write basic, personnel, operating or project "
          + "(基本支出, 人员经费, 公用经费, 项目支出)", field: index))
    return CellKey.all
  }

  mutating func readBasis(_ index: Int) -> Bool {
    let word = text.text(index).trimmed
    switch word {
    case "", "printed": return false
    case "derived": return true
    default:
      errors.append(
        text.error("\(word.quoted) is not a basis; write printed or derived", field: index))
      return false
    }
  }

  mutating func readNames(_ key: CellKey, _ year: FiscalYear) {
    for (index, column) in header.columns.enumerated() {
      let dimension: Dimension
      switch column {
      case .unitName: dimension = .unit
      case .subjectName: dimension = .subject
      default: continue
      }
      let member = key[dimension]
      guard member != CellKey.all, !accounts[dimension].hasName(member, asOf: year.number),
        !isMissing(index)
      else { continue }
      accounts[dimension].setName(text.text(index).trimmed, of: member, year: year.number)
    }
  }
}
