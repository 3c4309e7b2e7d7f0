/// What a cell of the panel holds.
public enum PanelCell: Hashable, Sendable {
  case amount(Money)
  /// Blank where the unit publishes the stage and year otherwise: shown blank, 0 in sums.
  case noAppropriation
  /// Nothing is known: the unit has nothing in that stage and year, or the amount is inside a
  /// published rest.
  case notPublished

  public var money: Money? {
    if case .amount(let money) = self { money } else { nil }
  }

  /// The amount that sums and changes take: nothing appropriated is zero, not published is nil.
  public var inSums: Money? {
    switch self {
    case .amount(let money): money
    case .noAppropriation: .zero
    case .notPublished: nil
    }
  }
}

/// Unit × subject: the breakdown on which everything else works.
///
/// A line is one unit and one subject; parts of published totals that no source breaks down are
/// lines coded `<code>:other`. A plane is one stage and year; a line's planes stand together.
public struct Panel: Sendable {
  public struct Line: Hashable, Sendable {
    public let unit: Int32
    public let subject: Int32
    /// The unit under which the line adds up: its own, or the `:other` of a unit with parts.
    public let leafUnit: Int32
    /// The unit and subject that the line belongs to, or is the rest of; `CellKey.all` for the
    /// whole.
    let node: CellKey
    let role: LineRole
  }

  /// The years in which some line has a value, rising.
  public let years: [FiscalYear]
  /// The stages in which some line has a value.
  public let stages: [Stage]
  public let units: Classification
  public let subjects: Classification
  /// Sorted by unit code, then subject code.
  public let lines: [Line]
  private let runs: PlaneRuns
  /// By place of the runs: the amount, or `Accounts.absent`.
  private let cents: [Int64]
  /// By place of the runs: whether a blank means that nothing is appropriated.
  private let isKnownBlank: [Bool]
  let publishing: Publishing
  /// Per line, the other lines inside which its amount may be; empty where there is none at all.
  private let enclosing: [[Int]]
  /// The plane of each stage and year from the first on, or −1.
  private let planeOf: [[Int]]
  /// Per unit: itself, or for an `:other` the unit whose rest it is.
  private let wholeUnits: [Int32]

  init(
    years: [FiscalYear], stages: [Stage], units: Classification, subjects: Classification,
    lines: [Line], runs: PlaneRuns, cents: [Int64], publishing: Publishing, rests: RestIndex
  ) {
    self.years = years
    self.stages = stages
    self.units = units
    self.subjects = subjects
    self.lines = lines
    self.runs = runs
    self.cents = cents
    self.publishing = publishing
    planeOf = Panel.planeTable(years, stages)
    wholeUnits = Panel.wholeUnits(units)
    let enclosing = rests.enclosing(lines, units.tree, subjects.tree)
    self.enclosing = enclosing
    isKnownBlank =
      KnownBlanks(
        lines: lines, runs: runs, cents: cents, publishing: publishing, enclosing: enclosing
      ).flags()
  }

  public var planeCount: Int { stages.count * years.count }

  private static func planeTable(_ years: [FiscalYear], _ stages: [Stage]) -> [[Int]] {
    guard let first = years.first, let last = years.last else { return [[], [], []] }
    var table = Array(
      repeating: Array(repeating: -1, count: last.number - first.number + 1), count: 3)
    for (s, stage) in stages.enumerated() {
      for (y, year) in years.enumerated() {
        table[stage.index][year.number - first.number] = s * years.count + y
      }
    }
    return table
  }

  /// The plane of a stage and year, or nil where the panel has none.
  public func plane(_ stage: Stage, _ year: FiscalYear) -> Int? {
    guard let first = years.first else { return nil }
    let offset = year.number - first.number
    guard planeOf[stage.index].indices.contains(offset) else { return nil }
    let plane = planeOf[stage.index][offset]
    return plane >= 0 ? plane : nil
  }

  public subscript(line: Int, plane: Int) -> PanelCell {
    guard let place = runs.place(line, plane) else { return .notPublished }
    if cents[place] != Accounts.absent { return .amount(Money(cents: cents[place])) }
    return isKnownBlank[place] ? .noAppropriation : .notPublished
  }

  /// The planes outside which nothing of a line, or of its unit, is published.
  public func planes(of line: Int) -> Range<Int> { runs.planes(of: line) }

  /// The amounts of a plane.
  public func amounts(plane: Int) -> Amounts { Amounts(runs: runs, cents: cents, plane: plane) }

  /// One stage and year of all lines.
  public struct Amounts: Sendable {
    fileprivate let runs: PlaneRuns
    fileprivate let cents: [Int64]
    fileprivate let plane: Int

    /// A line's amount, or nil for a blank of either kind.
    public subscript(line: Int) -> Money? {
      guard let place = runs.place(line, plane), cents[place] != Accounts.absent else {
        return nil
      }
      return Money(cents: cents[place])
    }
  }

  private func hasAmount(_ line: Int, _ plane: Int) -> Bool {
    runs.place(line, plane).map { cents[$0] != Accounts.absent } ?? false
  }

  /// Whether a blank line's amount is part of a line above it that has a value: nobody knows it
  /// then.
  public func isInsideRest(_ line: Int, plane: Int) -> Bool {
    !enclosing.isEmpty && enclosing[line].contains { hasAmount($0, plane) }
  }

  /// The lines with a value inside which a line's amount may be.
  func restsCovering(_ line: Int, plane: Int) -> [Int] {
    enclosing.isEmpty ? [] : enclosing[line].filter { hasAmount($0, plane) }
  }

  /// The unit itself, or for an `:other` the unit whose rest it is.
  public func unitWithParts(_ unit: Int32) -> Int32 {
    unit == CellKey.all ? unit : wholeUnits[Int(unit)]
  }

  private static func wholeUnits(_ units: Classification) -> [Int32] {
    (0..<Int32(units.codes.count)).map { unit in
      guard let whole = units.rests.whole(of: unit), whole != CellKey.all else { return unit }
      return whole
    }
  }

  /// Whether any line may be inside a published rest or an undivided total.
  var hasEnclosed: Bool { !enclosing.isEmpty }

  /// Whether a line is what a published total leaves after the parts that are known.
  public func isRest(_ line: Int) -> Bool { lines[line].role == .rest }
}

/// The lines that stand for what is not broken down, by the node they stand at.
struct RestIndex: Sendable {
  /// The units and subjects of nodes; `CellKey.all` for the whole.
  private var nodes = CellIndex()
  private var lines: [[Int]] = []

  mutating func insert(line: Int, at node: CellKey) {
    let number = nodes.intern(node)
    if number == lines.count { lines.append([]) }
    lines[number].append(line)
  }

  /// Per line, the other lines inside which its amount may be: of its unit or one above, at its
  /// subject or one above. Empty where the index is.
  func enclosing(_ lines: [Panel.Line], _ units: Tree, _ subjects: Tree) -> [[Int]] {
    guard !self.lines.isEmpty else { return [] }
    return lines.enumerated().map { line, it in
      covering(it.node, units, subjects).filter { $0 != line }
    }
  }

  private func covering(_ node: CellKey, _ units: Tree, _ subjects: Tree) -> [Int] {
    var found: [Int] = []
    let subjectPath = path(node.subject, subjects)
    for unit in path(node.unit, units) {
      for subject in subjectPath {
        if let node = nodes.find(CellKey(unit: unit, subject: subject)) { found += lines[node] }
      }
    }
    return found
  }

  private func path(_ member: Int32, _ tree: Tree) -> [Int32] {
    member == CellKey.all ? [CellKey.all] : [member] + tree.ancestors(of: member) + [CellKey.all]
  }
}
