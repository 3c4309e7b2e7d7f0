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
    let problem =
      text.isBlank(text.fields[index])
      ? "the year is blank" : "\(text.text(index).quoted) is not a year"
    errors.append(
      text.error("\(problem); write one from 1 to 9999, as in 2023", field: index))
    return nil
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
    if field.end - field.start == 3, text.text(field).lowercased() == "all" { return CellKey.all }
    if field.hasDoubledQuotes { return accounts[dimension].codes.intern(text.text(field)) }
    return accounts[dimension].codes.intern(text.buffer, range(index))
  }

  mutating func readKind(_ index: Int) -> Int32 {
    if isMissing(index) { return CellKey.all }
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
