/// The lines found while totals are told from parts: keys in a column, amounts in planes.
struct LineTable {
  struct Entry {
    /// The codes that the line goes by.
    let key: CellKey
    /// The unit and subject that it belongs to, or is the rest of; `CellKey.all` for the whole.
    let node: CellKey
    let role: LineRole
  }

  private(set) var entries: [Entry] = []
  private(set) var amounts: [[Int64]] = []
  /// Whether an amount is only the sum of a finer cut.
  private(set) var isWeak: [[Bool]] = []

  var count: Int { entries.count }

  mutating func add(_ entry: Entry, _ values: [Int64], _ weak: [Bool]) {
    entries.append(entry)
    if amounts.isEmpty {
      amounts = Array(repeating: [], count: values.count)
      isWeak = Array(repeating: [], count: values.count)
    }
    for plane in values.indices {
      amounts[plane].append(values[plane])
      isWeak[plane].append(weak[plane])
    }
  }
}

/// What a line is to the totals around it.
public enum LineRole: Hashable, Sendable {
  case plain
  /// A published total that is the line wherever no part of it has a value.
  case whole
  /// What published totals leave after the parts that are known.
  case rest
}

/// The subjects that a unit or its parts use and those above them, each after its parts.
struct SubjectNodes {
  /// The subject, or `CellKey.all` for the whole.
  private(set) var member: [Int32] = []
  /// The base cell of the node, if the unit has one.
  private(set) var pair: [Int?] = []
  /// The lines of the unit's parts that stand at the node itself.
  private(set) var lines: [[Int]] = []
  private(set) var children: [[Int]] = []
  /// Whether the classification has parts of the node that are not used here.
  private(set) var hasOtherParts: [Bool] = []

  var count: Int { member.count }

  /// - Parameter count: How many codes the sources have; those beyond are rests.
  init(
    _ cells: [(subject: Int32, pair: Int)], _ parts: [(subject: Int32, line: Int)],
    _ subjects: Classification, count: Int32
  ) {
    let pairs = Dictionary(cells.map { ($0.subject, $0.pair) }) { first, _ in first }
    let linesBySubject = Dictionary(grouping: parts) { $0.subject }
    var used = Set(pairs.keys).union(linesBySubject.keys)
    let hasWhole = used.remove(CellKey.all) != nil
    for subject in Array(used) { used.formUnion(subjects.tree.ancestors(of: subject)) }
    let deepestFirst = used.map { (-subjects.tree.depth(of: $0), $0) }.sorted { $0 < $1 }
    member = deepestFirst.map(\.1)
    if hasWhole { member.append(CellKey.all) }
    let places = Dictionary(uniqueKeysWithValues: member.enumerated().map { ($1, $0) })
    pair = member.map { pairs[$0] }
    lines = member.map { (linesBySubject[$0] ?? []).map(\.line) }
    let tops = hasWhole ? (0..<count).filter { subjects.tree.parent(of: $0) == Tree.root } : []
    for node in member {
      let below =
        node == CellKey.all ? tops : subjects.tree.children(of: node).filter { $0 < count }
      let here = below.compactMap { places[$0] }
      children.append(here)
      hasOtherParts.append(here.count < below.count)
    }
  }
}
