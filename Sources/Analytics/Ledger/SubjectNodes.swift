/// What settlement asks of the classification of subjects, once for all units.
struct SubjectLevels {
  fileprivate let parents: [Int32]
  fileprivate let depths: [Int32]
  /// How many subjects stand directly below each, and below the whole.
  fileprivate let partCounts: [Int]
  fileprivate let topCount: Int

  /// - Parameter count: How many codes the sources have; those beyond are rests.
  init(_ tree: Tree, count: Int32) {
    let parents = (0..<count).map(tree.parent)
    self.parents = parents
    depths = (0..<count).map { Int32(tree.depth(of: $0)) }
    partCounts = (0..<count).map { tree.children(of: $0).count { $0 < count } }
    topCount = parents.count { $0 == Tree.root }
  }
}

/// The subjects that a unit or its parts use and those above them, each after its parts.
struct SubjectNodes {
  /// The subject, or `CellKey.all` for the whole.
  private(set) var member: [Int32] = []
  /// The base cell of the node, if the unit has one.
  private(set) var pair: [Int?]
  /// The lines of the unit's parts that stand at the node itself, by their place among all of them.
  let lines: NumberLists
  /// The nodes directly below each.
  let children: NumberLists
  /// Whether the classification has parts of the node that are not used here.
  private(set) var hasOtherParts: [Bool]

  var count: Int { member.count }

  /// - Parameters:
  ///   - cells: The base cells of the unit.
  ///   - parts: The subjects of its parts' lines.
  ///   - places: Of as many subjects as there are, −1; it is the same afterwards.
  init(
    _ cells: [(subject: Int32, pair: Int)], _ parts: [Int32], _ levels: SubjectLevels,
    places: inout [Int32]
  ) {
    var hasWhole = false
    for start in cells.map(\.subject) + parts {
      var subject = start
      if subject == CellKey.all { hasWhole = true }
      while subject >= 0 && places[Int(subject)] < 0 {
        places[Int(subject)] = 0
        member.append(subject)
        subject = levels.parents[Int(subject)]
      }
    }
    member.sort { a, b in
      let (x, y) = (levels.depths[Int(a)], levels.depths[Int(b)])
      return x != y ? x > y : a < b
    }
    for (place, subject) in member.enumerated() { places[Int(subject)] = Int32(place) }
    let used = member
    let whole = Int32(used.count)
    if hasWhole { member.append(CellKey.all) }
    func node(_ subject: Int32) -> Int32 { subject < 0 ? whole : places[Int(subject)] }

    pair = Array(repeating: nil, count: member.count)
    for (subject, cell) in cells { pair[Int(node(subject))] = cell }
    lines = NumberLists(Array(parts.indices), under: parts.map(node), count: member.count)
    let owners = used.map { subject in
      let parent = levels.parents[Int(subject)]
      return parent == Tree.root && !hasWhole ? -1 : node(parent)
    }
    let children = NumberLists(Array(owners.indices), under: owners, count: member.count)
    self.children = children
    hasOtherParts = member.enumerated().map { place, subject in
      let parts = subject < 0 ? levels.topCount : levels.partCounts[Int(subject)]
      return children[place].count < parts
    }
    for subject in used { places[Int(subject)] = -1 }
  }
}
