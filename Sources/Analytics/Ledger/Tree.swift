/// A classification: codes, and the parent that each stands under.
public struct Tree: Sendable {
  /// No parent: the node stands directly under the whole.
  public static let root: Int32 = -1

  /// The parent of each code, by number; codes beyond the end stand under the whole.
  private var parents: [Int32] = []
  private var childLists: [[Int32]] = []

  public init() {}

  /// A tree in which every code stands under the whole.
  public static let flat = Tree()

  public func parent(of node: Int32) -> Int32 {
    node >= 0 && Int(node) < parents.count ? parents[Int(node)] : Tree.root
  }

  public func children(of node: Int32) -> [Int32] {
    node >= 0 && Int(node) < childLists.count ? childLists[Int(node)] : []
  }

  /// Whether every code stands under the whole.
  var isFlat: Bool { parents.allSatisfy { $0 == Tree.root } }

  public func isParent(_ node: Int32) -> Bool { !children(of: node).isEmpty }

  /// The nodes above, nearest first.
  public func ancestors(of node: Int32) -> [Int32] {
    var list: [Int32] = []
    var above = parent(of: node)
    while above != Tree.root {
      list.append(above)
      above = parent(of: above)
    }
    return list
  }

  /// 1 for a node directly under the whole.
  public func depth(of node: Int32) -> Int { ancestors(of: node).count + 1 }

  public func isAncestor(_ above: Int32, of node: Int32) -> Bool {
    var next = parent(of: node)
    while next != Tree.root {
      if next == above { return true }
      next = parent(of: next)
    }
    return false
  }

  /// Puts a node under a parent.
  ///
  /// - Returns: Whether that can be: not if the parent is the node itself or stands below it.
  public mutating func place(_ node: Int32, under parent: Int32) -> Bool {
    guard parent != node, parent == Tree.root || !isAncestor(node, of: parent) else { return false }
    let last = Int(max(node, parent))
    while parents.count <= last {
      parents.append(Tree.root)
      childLists.append([])
    }
    let old = parents[Int(node)]
    if old != Tree.root { childLists[Int(old)].removeAll { $0 == node } }
    parents[Int(node)] = parent
    if parent != Tree.root { childLists[Int(parent)].append(node) }
    return true
  }

  /// The tree of codes whose levels are prefixes: with `[3, 5, 7]`, 2010301 under 20103 under 201.
  ///
  /// Lengths count characters. Prefixes that no row has are added to the table, so that a level
  /// that is printed nowhere can still be summed to.
  public static func byCodeLengths(_ lengths: [Int], codes: inout CodeTable) -> Tree {
    var tree = Tree()
    for code in codes.texts {
      var below = codes.intern(code)
      for length in lengths.sorted(by: >) where length < code.count {
        let above = codes.intern(String(code.prefix(length)))
        if tree.parent(of: below) == Tree.root { _ = tree.place(below, under: above) }
        below = above
      }
    }
    return tree
  }
}
