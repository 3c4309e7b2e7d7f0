/// Codes in the tables beside the accounts that nothing else in the dataset has: their rows are about
/// nothing, or about something under a wrong code.
struct UnknownCodes {
  private typealias Column = (table: TableName, name: String)

  private let tables: [TableName: TextTable]
  private let dataset: Dataset
  private let levels: [Int]
  /// What the dataset knew before these tables; nil where they are its own.
  private let base: Dataset?

  /// - Parameters:
  ///   - dataset: With everything of the tables.
  ///   - levels: Code lengths that form the subjects' levels.
  init(_ tables: [TableName: TextTable], _ dataset: Dataset, _ levels: [Int]) {
    self.tables = tables
    self.dataset = dataset
    self.levels = levels
    base = nil
  }

  /// - Parameters:
  ///   - scenario: Tables that are added to a dataset, and list no codes.
  ///   - base: The dataset without them.
  init(scenario tables: [TableName: TextTable], of base: Dataset) {
    self.tables = tables
    dataset = base
    levels = []
    self.base = base
  }

  /// One a code and column, in the order of tables and rows.
  var notes: [ReadingNote] {
    notes(Self.units, listedIn: .units, code: "unit", .unit)
      + notes(Self.subjects, listedIn: .subjects, code: "code", .subject)
      + notes(Self.projects, listedIn: .projects, code: "project", .project) + categoryNotes
  }

  private static let units: [Column] = [
    (.memos, "unit"), (.receipts, "unit"), (.balances, "unit"), (.projects, "unit"),
    (.headcount, "unit"), (.movements, "unit"), (.movements, "to_unit"), (.rates, "unit"),
    (.adjustments, "unit"), (.crosswalk, "from_unit"), (.crosswalk, "to_unit"),
  ]
  private static let subjects: [Column] = [
    (.projects, "subject"), (.rates, "subject"), (.adjustments, "subject"),
    (.crosswalk, "from_subject"), (.crosswalk, "to_subject"), (.assumptions, "subject"),
  ]
  private static let projects: [Column] = [(.adjustments, "project")]

  // MARK: Codes of the accounts

  private func notes(
    _ columns: [Column], listedIn list: TableName, code: String, _ dimension: Dimension
  ) -> [ReadingNote] {
    let used = columns.filter { tables[$0.table] != nil }
    guard !used.isEmpty else { return [] }
    let codes = dataset.accounts[dimension].codes
    if base != nil {
      return notes(used, listedIn: list, codes.texts) { codes.find($0.withoutRest) != nil }
    }
    var isKnown = [Bool](repeating: false, count: codes.count)
    for member in dataset.accounts.members(of: dimension) { isKnown[Int(member)] = true }
    for value in tables[list]?.column(code).values ?? [] {
      if let member = codes.find(value.text) { isKnown[Int(member)] = true }
    }
    let known = isKnown.indices.filter { isKnown[$0] }.map { codes.text(Int32($0)) }
    for text in dimension == .subject ? known : [] {
      for length in levels {
        if let above = codes.find(String(text.prefix(length))) { isKnown[Int(above)] = true }
      }
    }
    return notes(used, listedIn: list, known) { text in
      codes.find(text.withoutRest).map { isKnown[Int($0)] } ?? false
    }
  }

  // MARK: Categories

  /// Where categories are listed, heads and rates are of these; a rate or a subject may name a group.
  private var categoryNotes: [ReadingNote] {
    guard tables[.categories] != nil || base?.categories.isEmpty == false else { return [] }
    let codes = Set(dataset.categories.map(\.code))
    let groups = codes.union(dataset.categories.compactMap(\.group))
    let ofHeads: [Column] = [
      (.headcount, "category"), (.movements, "category"), (.movements, "to_category"),
    ]
    let ofMoney: [Column] = [(.rates, "category"), (.subjects, "staffing")]
    return notes(ofHeads, listedIn: .categories, codes.sorted(), isKnown: codes.contains)
      + notes(ofMoney, listedIn: .categories, groups.sorted(), isKnown: groups.contains)
  }

  // MARK: Columns

  /// Beyond this many codes none is looked through for one that may be meant.
  private static let mostCompared = 10_000

  private func notes(
    _ columns: [Column], listedIn list: TableName, _ known: [String], isKnown: (String) -> Bool
  ) -> [ReadingNote] {
    columns.flatMap { column -> [ReadingNote] in
      guard let table = tables[column.table] else { return [] }
      let coded = table.column(column.name)
      let isUnknown = coded.values.map { !["*", "all"].contains($0.text) && !isKnown($0.text) }
      guard isUnknown.contains(true) else { return [] }
      var rows: [Int: (first: Int, count: Int)] = [:]
      for (row, code) in coded.codes.enumerated() where code >= 0 && isUnknown[Int(code)] {
        rows[Int(code), default: (row, 0)].count += 1
      }
      return rows.sorted { $0.value.first < $1.value.first }.map { code, place in
        let text = coded.values[code].text
        let near =
          known.count <= Self.mostCompared
          ? EditDistance.nearest(to: text, among: known).first : nil
        return ReadingNote(
          .unknownCode(
            text, column: "\(column.table.rawValue).\(column.name)", list, rows: place.count,
            meant: near),
          at: table[place.first].place)
      }
    }
  }
}

extension String {
  /// The code that a rest is of, `201:other`.
  fileprivate var withoutRest: String {
    hasSuffix(RestCodes.suffix) ? String(dropLast(RestCodes.suffix.count)) : self
  }
}
