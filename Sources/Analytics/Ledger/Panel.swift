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
/// lines coded `<code>:other`. Amounts stand in planes, one per stage and year, indexed by line.
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
  let planes: [[Int64]]
  /// By plane, the units that have anything.
  let publishing: [Set<Int32>]
  private let rests: RestIndex
  /// By plane, the undivided totals of which some part has a value there.
  private let divided: [Set<Int>]
  /// The plane of each stage and year from the first on, or −1.
  private let planeOf: [[Int]]

  init(
    years: [FiscalYear], stages: [Stage], units: Classification, subjects: Classification,
    lines: [Line], planes: [[Int64]], publishing: [Set<Int32>], rests: RestIndex
  ) {
    self.years = years
    self.stages = stages
    self.units = units
    self.subjects = subjects
    self.lines = lines
    self.planes = planes
    self.publishing = publishing
    self.rests = rests
    planeOf = Panel.planeTable(years, stages)
    divided = planes.map { plane in
      guard !rests.isEmpty else { return [] }
      var divided: Set<Int> = []
      for (line, amount) in plane.enumerated() where amount != Accounts.absent {
        divided.formUnion(rests.covering(lines[line].node, units.tree, subjects.tree))
      }
      return divided
    }
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
    let amount = planes[plane][line]
    if amount != Accounts.absent { return .amount(Money(cents: amount)) }
    return isKnownBlank(line, plane) ? .noAppropriation : .notPublished
  }

  /// The amounts of a plane.
  public func amounts(plane: Int) -> Amounts { Amounts(cents: planes[plane]) }

  /// One stage and year of all lines.
  public struct Amounts: Sendable {
    fileprivate let cents: [Int64]

    /// A line's amount, or nil for a blank of either kind.
    public subscript(line: Int) -> Money? {
      cents[line] == Accounts.absent ? nil : Money(cents: cents[line])
    }
  }

  /// Whether a blank means that nothing is appropriated: the unit publishes the stage and year
  /// otherwise, and the amount is neither inside another line nor broken down into others.
  private func isKnownBlank(_ line: Int, _ plane: Int) -> Bool {
    let it = lines[line]
    switch it.role {
    case .rest: return false
    case .whole where divided[plane].contains(line): return false
    case .whole, .plain:
      return publishing[plane].contains(it.node.unit) && !isInsideRest(line, plane: plane)
    }
  }

  /// Whether a blank line's amount is part of a line above it that has a value: nobody knows it
  /// then.
  public func isInsideRest(_ line: Int, plane: Int) -> Bool {
    !rests.isEmpty && !restsCovering(line, plane: plane).isEmpty
  }

  /// The lines with a value inside which a line's amount may be.
  func restsCovering(_ line: Int, plane: Int) -> [Int] {
    rests.covering(lines[line].node, units.tree, subjects.tree).filter { rest in
      rest != line && planes[plane][rest] != Accounts.absent
    }
  }

  /// The unit itself, or for an `:other` the unit whose rest it is.
  public func unitWithParts(_ unit: Int32) -> Int32 {
    let parent = units.tree.parent(of: unit)
    guard unit != CellKey.all, parent != Tree.root else { return unit }
    return units.codes.text(unit) == units.codes.text(parent) + Settlement.restSuffix
      ? parent : unit
  }

  /// Whether a line is what a published total leaves after the parts that are known.
  public func isRest(_ line: Int) -> Bool { lines[line].role == .rest }
}

/// The lines that stand for what is not broken down, by the node they stand at.
struct RestIndex: Sendable {
  /// Unit and subject of the node → its lines; `CellKey.all` for the whole.
  private var lines: [CellKey: [Int]] = [:]

  var isEmpty: Bool { lines.isEmpty }

  mutating func insert(line: Int, at node: CellKey) { lines[node, default: []].append(line) }

  /// The lines inside which an amount at a node may be: of its unit or one above, at its subject
  /// or one above.
  func covering(_ node: CellKey, _ units: Tree, _ subjects: Tree) -> [Int] {
    var found: [Int] = []
    for unit in path(node.unit, units) {
      for subject in path(node.subject, subjects) {
        found += lines[CellKey(unit: unit, subject: subject)] ?? []
      }
    }
    return found
  }

  private func path(_ member: Int32, _ tree: Tree) -> [Int32] {
    member == CellKey.all ? [CellKey.all] : [member] + tree.ancestors(of: member) + [CellKey.all]
  }
}
