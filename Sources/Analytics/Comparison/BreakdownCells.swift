/// The cells of the accounts that have a member of a dimension, by unit, member and cut.
struct BreakdownCells {
  /// Per unit and member the cells of each cut, by the cut's raw value.
  private(set) var byCut: [Int32: [Int32: [Int: [Int]]]] = [:]
  private let dimension: Dimension
  private let panel: Panel
  private let accounts: Accounts
  private let coarsest: CoarsestCut

  init(_ accounts: Accounts, beside dimension: Dimension, _ panel: Panel) {
    self.accounts = accounts
    self.dimension = dimension
    self.panel = panel
    coarsest = CoarsestCut(
      accounts, fixed: [dimension, .unit],
      planes: panel.stages.flatMap { stage in panel.years.map { (stage, $0) } })
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all else { continue }
      byCut[key.unit, default: [:]][key[dimension], default: [:]][
        key.cut.rawValue, default: []
      ].append(cell)
    }
  }

  /// The cells of single lines of the panel: per line and member those of each cut.
  var byLine: [Int: [Int32: [Int: [Int]]]] {
    guard !byCut.isEmpty else { return [:] }
    let lines = Dictionary(
      panel.lines.enumerated().map { (CellKey(unit: $1.unit, subject: $1.subject), $0) },
      uniquingKeysWith: { first, _ in first })
    var found: [Int: [Int32: [Int: [Int]]]] = [:]
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      guard key[dimension] != CellKey.all,
        let line = lines[CellKey(unit: key.unit, subject: key.subject)]
      else { continue }
      found[line, default: [:]][key[dimension], default: [:]][
        key.cut.rawValue, default: []
      ].append(cell)
    }
    return found
  }

  func amounts(_ cuts: [Int: [Int]]) -> [Money?] { coarsest.amounts(cuts) }
}
