/// Unit × subject cells as the sources have them, before totals are told from parts.
///
/// A cell is *strong* where a row gives it, *weak* where it is only the sum of a finer cut.
struct BaseCells {
  private(set) var index = CellIndex()
  let years: [FiscalYear]
  let stages: [Stage]
  /// The planes in which each cell has anything.
  private(set) var runs = PlaneRuns()
  private var strongCents: [Int64]
  /// Empty where no row is of a finer cut.
  private var weakCents: [Int64] = []

  init(_ accounts: Accounts) {
    let years = accounts.years
    stages = Stage.allCases.filter { stage in
      years.contains { !accounts.column(stage, $0).isEmpty }
    }
    self.years = years
    let columns = stages.flatMap { stage in years.map { accounts.column(stage, $0) } }
    var pairs: [Int32] = []
    pairs.reserveCapacity(accounts.cellCount)
    for cell in 0..<accounts.cellCount {
      let key = accounts.key(cell)
      pairs.append(Int32(index.intern(CellKey(unit: key.unit, subject: key.subject))))
    }
    for planes in BaseCells.stretches(columns, pairs, count: index.count) { runs.append(planes) }
    strongCents = Array(repeating: Accounts.absent, count: runs.placeCount)
    fillStrong(accounts, columns, pairs)
    fillWeak(accounts, columns, pairs)
  }

  var planeCount: Int { years.count * stages.count }

  /// The amount that a row gives, or `Accounts.absent`.
  func strong(_ pair: Int, _ plane: Int) -> Int64 {
    runs.place(pair, plane).map { strongCents[$0] } ?? Accounts.absent
  }

  /// The amount that is only the sum of a finer cut, or `Accounts.absent`.
  func weak(_ pair: Int, _ plane: Int) -> Int64 {
    weakCents.isEmpty
      ? Accounts.absent : runs.place(pair, plane).map { weakCents[$0] } ?? Accounts.absent
  }

  /// The units that have any value of their own, and where.
  func publishing() -> Publishing {
    var publishing = Publishing()
    for (pair, key) in index.keys.enumerated() {
      for plane in runs.planes(of: pair)
      where strong(pair, plane) != Accounts.absent || weak(pair, plane) != Accounts.absent {
        publishing.insert(key.unit, plane)
      }
    }
    return publishing
  }

  /// By pair, the planes from the first to the last in which some cell of it has an amount.
  private static func stretches(
    _ columns: [CellColumn<Int64>], _ pairs: [Int32], count: Int
  ) -> [Range<Int>] {
    var stretches = [Range<Int>](repeating: 0..<0, count: count)
    for (plane, column) in columns.enumerated() {
      column.forEach { cell, _ in
        let pair = Int(pairs[cell])
        stretches[pair] = stretches[pair].union(plane..<(plane + 1))
      }
    }
    return stretches
  }

  private mutating func fillStrong(
    _ accounts: Accounts, _ columns: [CellColumn<Int64>], _ pairs: [Int32]
  ) {
    for (plane, column) in columns.enumerated() {
      column.forEach { cell, amount in
        guard accounts.key(cell).isInPanel else { return }
        strongCents[runs.place(Int(pairs[cell]), plane)!] = amount
      }
    }
  }

  /// Sums finer cuts, each total once.
  private mutating func fillWeak(
    _ accounts: Accounts, _ columns: [CellColumn<Int64>], _ pairs: [Int32]
  ) {
    let finer = (0..<accounts.cellCount).filter { !accounts.key($0).isInPanel }
    guard !finer.isEmpty else { return }
    weakCents = Array(repeating: Accounts.absent, count: runs.placeCount)
    let collapse = CutCollapse(accounts)
    var simple: [Int] = []
    var mixed: [Int32: [Int]] = [:]
    let isMixed = BaseCells.mixedPairs(accounts, finer, pairs, collapse, count: index.count)
    for cell in finer {
      if isMixed[Int(pairs[cell])] {
        mixed[pairs[cell], default: []].append(cell)
      } else {
        simple.append(cell)
      }
    }
    for (plane, column) in columns.enumerated() {
      for cell in simple where column[cell] != Accounts.absent {
        let place = runs.place(Int(pairs[cell]), plane)!
        let sum = weakCents[place]
        weakCents[place] = sum == Accounts.absent ? column[cell] : sum + column[cell]
      }
      for (pair, cells) in mixed where strong(Int(pair), plane) == Accounts.absent {
        let present = cells.filter { column[$0] != Accounts.absent }
        if let sum = collapse.sum(present, of: column) {
          weakCents[runs.place(Int(pair), plane)!] = sum
        }
      }
    }
  }

  /// Pairs whose finer cells overlap: of several cuts, with totals among them, or of a unit that
  /// has parts.
  private static func mixedPairs(
    _ accounts: Accounts, _ finer: [Int], _ pairs: [Int32], _ collapse: CutCollapse, count: Int
  ) -> [Bool] {
    var cuts = [Int](repeating: -1, count: count)
    var isMixed = [Bool](repeating: false, count: count)
    for cell in finer {
      let pair = Int(pairs[cell])
      let key = accounts.key(cell)
      let cut = key.cut.rawValue
      if cuts[pair] == -1 { cuts[pair] = cut }
      if cuts[pair] != cut || collapse.mayOverlap(key) { isMixed[pair] = true }
    }
    return isMixed
  }
}

/// Sums cells of finer cuts to their unit × subject cell, so that nothing is counted twice.
struct CutCollapse {
  private static let order: [Dimension] = [.project, .fund, .economic, .kind]
  private let accounts: Accounts

  init(_ accounts: Accounts) { self.accounts = accounts }

  /// Whether another cell may repeat this one's money: a total of the same breakdown, or a cell
  /// of a unit's part.
  func mayOverlap(_ key: CellKey) -> Bool {
    if key.unit != CellKey.all && accounts[.unit].tree.isParent(key.unit) { return true }
    return CutCollapse.order.contains { dimension in
      key[dimension] != CellKey.all
        && (accounts[dimension].tree.isParent(key[dimension])
          || accounts[dimension].tree.parent(of: key[dimension]) != Tree.root)
    }
  }

  /// The sum of a pair's cells in a plane: of the finest cut first, each coarser cell that is
  /// printed taking the place of its sum.
  func sum(_ cells: [Int], of column: CellColumn<Int64>) -> Int64? {
    var byCut: [Int: [CellKey: Int64]] = [:]
    for cell in cells {
      let key = accounts.key(cell)
      if isRepeatedByParts(key, column) { continue }
      byCut[key.cut.rawValue, default: [:]][key] = column[cell]
    }
    let panel = cells.first.map { cell in
      let key = accounts.key(cell)
      return CellKey(unit: key.unit, subject: key.subject)
    }
    guard let panel else { return nil }
    while let cut = finest(byCut, above: panel.cut.rawValue) {
      reduce(cut, &byCut)
    }
    return byCut[panel.cut.rawValue]?[panel]
  }

  private func finest(_ byCut: [Int: [CellKey: Int64]], above panel: Int) -> Int? {
    byCut.keys.filter { $0 != panel }.max { a, b in
      (a.nonzeroBitCount, -rank(a)) < (b.nonzeroBitCount, -rank(b))
    }
  }

  /// Among cuts of the same size kinds come first, then economic classes, funds, projects.
  private func rank(_ cut: Int) -> Int {
    let place = [Dimension.kind, .economic, .fund, .project].firstIndex {
      Cut(rawValue: cut).contains(Cut($0))
    }
    return (place ?? 9) * 64 + cut
  }

  private func reduce(_ cut: Int, _ byCut: inout [Int: [CellKey: Int64]]) {
    let cells = byCut.removeValue(forKey: cut)!
    let dimension = CutCollapse.order.first { Cut(rawValue: cut).contains(Cut($0)) }!
    var groups: [CellKey: [Int32: Int64]] = [:]
    for (key, amount) in cells {
      groups[key.with(dimension, CellKey.all), default: [:]][key[dimension]] = amount
    }
    let coarser = cut & ~Cut(dimension).rawValue
    for (key, members) in groups where byCut[coarser]?[key] == nil {
      let tree = accounts[dimension].tree
      let tops = members.filter { member, _ in
        !tree.ancestors(of: member).contains { members[$0] != nil }
      }
      byCut[coarser, default: [:]][key] = tops.values.reduce(0, +)
    }
  }

  /// Whether a part of the key's unit has the same cell: then this one is its published total.
  private func isRepeatedByParts(_ key: CellKey, _ column: CellColumn<Int64>) -> Bool {
    guard key.unit != CellKey.all else { return false }
    return accounts[.unit].tree.children(of: key.unit).contains { child in
      let below = key.with(.unit, child)
      if let cell = accounts.cell(below), column[cell] != Accounts.absent { return true }
      return isRepeatedByParts(below, column)
    }
  }
}
