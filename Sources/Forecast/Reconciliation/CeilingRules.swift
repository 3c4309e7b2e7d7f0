import Analytics

/// The ceilings of a dataset, and the lines or the node of a table that each is about.
public struct CeilingRules: Sendable {
  /// What a ceiling adds up.
  enum Members: Hashable, Sendable {
    /// A line or a node, by its place in the table.
    case node(Int)
    /// Lines that are no node: a parent unit × a subject, subjects of one role.
    case lines([Int])
  }

  /// Why a ceiling has no effect on forecasts.
  public enum Obstacle: Hashable, Sendable {
    /// Lines are not told apart by this dimension.
    case notInPanel(String)
    /// No subject has the role.
    case noSubjectOfRole(String)
    case unknownCode(String)
    /// The unit has no line at the subject.
    case noLine
    /// There is no amount of the year before.
    case noLastAmount
  }

  /// A ceiling that is left aside.
  public struct Notice: Hashable, Sendable {
    public let ceiling: Ceiling
    public let obstacle: Obstacle
  }

  struct Entry: Sendable {
    let ceiling: Ceiling
    let members: Members
  }

  public static let none = CeilingRules(entries: [], notices: [])

  let entries: [Entry]
  public let notices: [Notice]

  private init(entries: [Entry], notices: [Notice]) {
    self.entries = entries
    self.notices = notices
  }

  public init(_ dataset: Dataset, _ nodes: NodeTable) {
    let search = MemberSearch(nodes, roles: dataset.roles[.subject] ?? [:])
    var entries: [Entry] = []
    var notices: [Notice] = []
    for ceiling in dataset.ceilings {
      switch search.members(ceiling) {
      case .success(let members): entries.append(Entry(ceiling: ceiling, members: members))
      case .failure(let failure):
        notices.append(Notice(ceiling: ceiling, obstacle: failure.obstacle))
      }
    }
    self.init(entries: entries, notices: notices)
  }
}

private struct Unresolved: Error {
  let obstacle: CeilingRules.Obstacle
}

/// Finds what a ceiling is about.
private struct MemberSearch {
  private let nodes: NodeTable
  private let roles: [Int32: String]

  init(_ nodes: NodeTable, roles: [Int32: String]) {
    self.nodes = nodes
    self.roles = roles
  }

  func members(_ ceiling: Ceiling) -> Result<CeilingRules.Members, Unresolved> {
    do {
      return .success(try found(ceiling))
    } catch {
      return .failure(error)
    }
  }

  private func found(_ ceiling: Ceiling) throws(Unresolved) -> CeilingRules.Members {
    if ceiling.kind != nil { throw Unresolved(obstacle: .notInPanel("kind")) }
    if ceiling.fund != nil { throw Unresolved(obstacle: .notInPanel("fund")) }
    let unit = try member(ceiling.unit, nodes.panel.units)
    let subject = try member(ceiling.subject, nodes.panel.subjects)
    guard let role = ceiling.role else { return try place(unit, subject) }
    let subjects = self.subjects(of: role, below: subject)
    guard let first = subjects.first else { throw Unresolved(obstacle: .noSubjectOfRole(role)) }
    return subjects.count == 1 ? try place(unit, first) : try lines(unit, Set(subjects))
  }

  private func member(
    _ code: String?, _ classification: Classification
  ) throws(Unresolved) -> Int32 {
    guard let code else { return CellKey.all }
    guard let member = classification.codes.find(code) else {
      throw Unresolved(obstacle: .unknownCode(code))
    }
    return member
  }

  /// The highest subjects of a role.
  private func subjects(of role: String, below subject: Int32) -> [Int32] {
    let tree = nodes.panel.subjects.tree
    let all = roles.filter { member, own in
      (own == role || own.hasPrefix("\(role)."))
        && (subject == CellKey.all || member == subject || tree.isAncestor(subject, of: member))
    }
    return all.keys.filter { member in !tree.ancestors(of: member).contains { all[$0] != nil } }
      .sorted()
  }

  /// The node of a unit and a subject, or its lines where there is none.
  private func place(
    _ unit: Int32, _ subject: Int32
  ) throws(Unresolved) -> CeilingRules.Members {
    if let place = nodes.place(unit: unit, subject: subject) { return .node(place) }
    return try lines(unit, [subject])
  }

  /// The lines of a unit or its parts at some subjects or below them.
  private func lines(
    _ unit: Int32, _ subjects: Set<Int32>
  ) throws(Unresolved) -> CeilingRules.Members {
    let panel = nodes.panel
    let found = panel.lines.indices.filter { line in
      let it = panel.lines[line]
      let isOfUnit =
        unit == CellKey.all || it.leafUnit == unit || it.unit == unit
        || panel.units.tree.isAncestor(unit, of: it.leafUnit)
      guard isOfUnit else { return false }
      return subjects.contains(it.subject) || subjects.contains(CellKey.all)
        || panel.subjects.tree.ancestors(of: it.subject).contains { subjects.contains($0) }
    }
    guard let first = found.first else { throw Unresolved(obstacle: .noLine) }
    return found.count == 1 ? .node(first) : .lines(found)
  }
}
