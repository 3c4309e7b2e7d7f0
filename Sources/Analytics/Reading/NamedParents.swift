/// The parents that rows name for the codes of a dimension, in one column beside them.
struct NamedParents {
  let dimension: Dimension
  /// The column.
  let index: Int
  /// By code: its parent, and the line that first names it; `Tree.root` and 0 where none does.
  private var parents: [Int32] = []
  private var lines: [Int32] = []

  init(of dimension: Dimension, index: Int) {
    self.dimension = dimension
    self.index = index
  }

  /// Takes in what a row says.
  ///
  /// - Returns: What an earlier line says, if it is something else.
  mutating func name(
    _ parent: Int32, of member: Int32, line: Int
  ) -> (parent: Int32, line: Int)? {
    parents.extend(to: Int(member), with: Tree.root)
    lines.extend(to: Int(member), with: 0)
    let named = parents[Int(member)]
    if named == Tree.root {
      parents[Int(member)] = parent
      lines[Int(member)] = Int32(clamping: line)
    }
    return named == Tree.root || named == parent ? nil : (named, Int(lines[Int(member)]))
  }

  /// Puts every code under its parent.
  ///
  /// - Returns: An error for each code that would stand below itself, and for the first that stands
  ///   deeper than `Tree.deepest`.
  func place(in classification: inout Classification) -> [LateError] {
    var errors: [LateError] = []
    let named = parents.indices.filter { parents[$0] != Tree.root }
    for member in named
    where !classification.tree.place(Int32(member), under: parents[member]) {
      errors.append(
        error(Tree.circle(text(member, classification), above(member, classification)), member))
    }
    let tree = classification.tree
    if let member = named.first(where: { tree.isTooDeep(Int32($0)) }) {
      errors.append(error(Tree.tooDeep(under: above(member, classification)), member))
    }
    return errors
  }

  /// The parents of which no row is.
  func withoutRows(_ accounts: Accounts) -> [String] {
    let used = Set(accounts.members(of: dimension))
    let bare = Set(parents).subtracting(used).subtracting([Tree.root])
    return accounts[dimension].sorted(bare).map(accounts[dimension].code)
  }

  private func error(_ message: String, _ member: Int) -> LateError {
    LateError(message: message, line: Int(lines[member]), field: .index(index))
  }

  private func text(_ member: Int, _ classification: Classification) -> String {
    classification.code(Int32(member))
  }

  private func above(_ member: Int, _ classification: Classification) -> String {
    classification.code(parents[member])
  }
}

extension Tree {
  /// No classification is deeper, and recursion goes no further.
  static let deepest = 64

  func isTooDeep(_ node: Int32) -> Bool {
    var above = node
    for _ in 0..<Tree.deepest where above != Tree.root { above = parent(of: above) }
    return above != Tree.root
  }

  static func circle(_ code: String, _ parent: String) -> String {
    "'\(code)' under '\(parent)' closes a circle; a code cannot stand below itself"
  }

  static func tooDeep(under parent: String) -> String {
    "under '\(parent)' this is more than \(deepest) levels deep; parents are meant for the "
      + "few levels that accounts are summed by"
  }
}
