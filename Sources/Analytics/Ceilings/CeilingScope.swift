/// What a ceiling adds up.
public enum CeilingMembers: Hashable, Sendable {
  /// A line or a node, by its place in the table.
  case node(Int)
  /// Lines that are no node: a parent unit × a subject, subjects of one role, one kind.
  case lines([Int])
}

/// Finds what ceilings are about: a node of the table, or lines that are none.
///
/// Lines are unit × subject. A ceiling on a kind, a fund, or a role that only economic classes have
/// is about whole lines where each line in its reach is wholly of it or not of it at all.
public struct CeilingScope {
  private struct Unresolved: Error {
    let obstacle: UnappliedCeiling.Obstacle
  }

  /// What lines must be of, beside unit and subject.
  private struct Condition {
    let dimension: Dimension
    let members: Set<Int32>
  }

  private let dataset: Dataset
  private let nodes: NodeTable
  private lazy var lines = LinesByMember(nodes.panel)
  private var cuts: [Dimension: LineCuts] = [:]

  /// - Parameter dataset: In the classification of the table.
  public init(_ dataset: Dataset, _ nodes: NodeTable) {
    self.dataset = dataset
    self.nodes = nodes
  }

  /// - Throws: The ceiling with what stands in its way.
  public mutating func members(
    _ ceiling: Ceiling
  ) throws(UnappliedCeiling) -> CeilingMembers {
    do {
      return try found(ceiling)
    } catch {
      throw UnappliedCeiling(ceiling, error.obstacle)
    }
  }

  private mutating func found(_ ceiling: Ceiling) throws(Unresolved) -> CeilingMembers {
    let unit = try member(ceiling.unit, nodes.panel.units)
    let subject = try member(ceiling.subject, nodes.panel.subjects)
    var conditions: [Condition] = []
    if let kind = ceiling.kind { conditions.append(try condition(.kind, kind.rawValue)) }
    if let fund = ceiling.fund { conditions.append(try condition(.fund, fund)) }
    var subjects: Set = [subject]
    if let role = ceiling.role {
      let found = self.subjects(of: role, below: subject)
      if !found.isEmpty { subjects = found } else { conditions.append(try economics(of: role)) }
    }
    return try whole(unit, subjects, conditions)
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

  // MARK: Roles

  /// The highest subjects of a role.
  private func subjects(of role: String, below subject: Int32) -> Set<Int32> {
    let tree = nodes.panel.subjects.tree
    let all = members(.subject, of: role).filter {
      subject == CellKey.all || $0 == subject || tree.isAncestor(subject, of: $0)
    }
    return all.filter { all.isDisjoint(with: tree.ancestors(of: $0)) }
  }

  private func economics(of role: String) throws(Unresolved) -> Condition {
    let members = members(.economic, of: role)
    if members.isEmpty { throw Unresolved(obstacle: .noSubjectOfRole(role)) }
    return Condition(dimension: .economic, members: members)
  }

  private func members(_ dimension: Dimension, of role: String) -> Set<Int32> {
    let roles = dataset.roles[dimension] ?? [:]
    return Set(roles.filter { $0.value == role || $0.value.hasPrefix("\(role).") }.keys)
  }

  // MARK: Conditions

  private func condition(
    _ dimension: Dimension, _ code: String
  ) throws(Unresolved) -> Condition {
    guard let member = dataset.accounts[dimension].codes.find(code) else {
      throw Unresolved(obstacle: .notInAccounts(dimension))
    }
    return Condition(dimension: dimension, members: [member])
  }

  private mutating func cut(_ dimension: Dimension) -> LineCuts {
    if let known = cuts[dimension] { return known }
    let cut = LineCuts(dimension, dataset.accounts, nodes.panel)
    cuts[dimension] = cut
    return cut
  }

  /// The lines that meet all conditions, none of them in part.
  private mutating func meeting(
    _ conditions: [Condition], _ lines: [Int]
  ) throws(Unresolved) -> [Int] {
    var found = lines
    for condition in conditions {
      let cut = cut(condition.dimension)
      var whole: [Int] = []
      for line in found {
        switch cut.part(of: line, condition.members) {
        case .all: whole.append(line)
        case .none: break
        case .some:
          throw Unresolved(obstacle: .partOfLine(condition.dimension, code(of: line)))
        case .unknown:
          throw Unresolved(obstacle: .nothingOfLine(condition.dimension, code(of: line)))
        }
      }
      found = whole
    }
    return found
  }

  private func code(of line: Int) -> String {
    let (it, panel) = (nodes.panel.lines[line], nodes.panel)
    return "\(panel.units.code(it.unit)) × \(panel.subjects.code(it.subject))"
  }

  // MARK: Places

  private mutating func whole(
    _ unit: Int32, _ subjects: Set<Int32>, _ conditions: [Condition]
  ) throws(Unresolved) -> CeilingMembers {
    let node = subjects.count == 1 ? nodes.place(unit: unit, subject: subjects.first!) : nil
    if let node, conditions.isEmpty { return .node(node) }
    let all = lines.lines(unit, subjects)
    let found = try meeting(conditions, all)
    if let node, found.count == all.count { return .node(node) }
    guard let first = found.first else { throw Unresolved(obstacle: .noLine) }
    return found.count == 1 ? .node(first) : .lines(found)
  }
}
