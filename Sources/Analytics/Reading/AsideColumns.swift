/// A column that is kept aside although it seems to name parents.
struct LikelyParents: Sendable {
  let dimension: Dimension
  let heading: String
  /// Each code that has a parent, with it.
  let parents: [Int32: Int32]
}

/// Looks in the columns that are kept aside for parents of the units and of the subjects.
///
/// Such a column has one value for each code, blank or itself a code of the rows; no code stands
/// below itself, and parents have two parts each on average.
struct AsideColumns {
  fileprivate struct Candidate {
    let index: Int
    let dimension: Dimension
    let heading: String
    /// Texts as they are written.
    var texts = CodeTable()
    /// By code: the number of its text, or one of the two below.
    var values: [Int32] = []
  }

  fileprivate static let blank: Int32 = -1
  fileprivate static let unseen: Int32 = -2
  /// A hint need not look at all rows of a large file.
  private static let mostRows = 100_000

  private var candidates: [Candidate] = []
  private var rows = 0

  init(_ header: AccountsHeader, _ headings: [String]) {
    for dimension in [Dimension.unit, .subject] {
      guard header.columns.contains(where: { $0?.dimension == dimension }),
        !header.columns.contains(where: { $0?.parentDimension == dimension })
      else { continue }
      for (index, column) in header.columns.enumerated() where column == nil {
        candidates.append(
          Candidate(index: index, dimension: dimension, heading: headings[index].trimmed))
      }
    }
  }

  /// Takes in a row.
  mutating func read(_ text: DelimitedText, _ key: CellKey) {
    guard !candidates.isEmpty, rows < AsideColumns.mostRows else { return }
    rows += 1
    for place in candidates.indices.reversed()
    where !candidates[place].takes(text, key[candidates[place].dimension]) {
      candidates.remove(at: place)
    }
  }

  func likelyParents(_ accounts: Accounts) -> [LikelyParents] {
    candidates.compactMap { $0.parents(accounts) }
  }
}

extension AsideColumns.Candidate {
  /// Whether the column may still name parents after a row of a code.
  fileprivate mutating func takes(_ text: DelimitedText, _ member: Int32) -> Bool {
    guard member != CellKey.all else { return true }
    let field = text.fields[index]
    let value =
      text.isBlank(field)
      ? AsideColumns.blank : texts.intern(text.buffer, field.start..<field.end)
    values.extend(to: Int(member), with: AsideColumns.unseen)
    if values[Int(member)] == AsideColumns.unseen { values[Int(member)] = value }
    return values[Int(member)] == value
  }

  fileprivate func parents(_ accounts: Accounts) -> LikelyParents? {
    guard texts.count > 0 else { return nil }
    let used = Set(accounts.members(of: dimension))
    let codes = texts.texts.compactMap { accounts[dimension].codes.find($0) }
    guard codes.count == texts.count, used.isSuperset(of: codes) else { return nil }
    var tree = Tree()
    var parents: [Int32: Int32] = [:]
    for (member, value) in values.enumerated() where value >= 0 {
      guard tree.place(Int32(member), under: codes[Int(value)]) else { return nil }
      parents[Int32(member)] = codes[Int(value)]
    }
    guard parents.count >= 2 * texts.count else { return nil }
    return LikelyParents(dimension: dimension, heading: heading, parents: parents)
  }
}
