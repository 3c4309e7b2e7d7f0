/// The edges of a flow that are not yet whole, and the cycles that make them so.
///
/// Vertices are the nodes of a hierarchy and, last, the outside. Edges are its lines, then its
/// nodes. The broken edges met so far form a forest; the next one either joins two of its trees or
/// closes a cycle, and then at least one edge of the cycle is made whole and leaves.
struct BrokenEdges {
  private static let one = ControlledRounding.unit

  private let lineCount: Int
  private let from: [Int32]
  private let to: [Int32]
  /// From 0 to `one`; both ends are whole.
  private var fractions: [Int64]
  /// The forest: the edge to each vertex's parent, or −1.
  private var upward: [Int32]
  private var marks: [Int32]
  private var mark: Int32 = 0

  init(_ hierarchy: Hierarchy, _ fractions: [Int64]) {
    self.fractions = fractions
    lineCount = hierarchy.lineCount
    let outside = Int32(hierarchy.nodeCount)
    let isSecond = hierarchy.secondFamily
    let ends = (0..<hierarchy.nodeCount).map { Self.ends(ofNode: $0, hierarchy, isSecond) }
    from = hierarchy.rows.map { $0 >= 0 ? $0 : outside } + ends.map { Int32($0.from) }
    to = hierarchy.columns.map { $0 >= 0 ? $0 : outside } + ends.map { Int32($0.to) }
    upward = Array(repeating: -1, count: hierarchy.nodeCount + 1)
    marks = Array(repeating: 0, count: hierarchy.nodeCount + 1)
  }

  /// Flow enters at the top of the first family, goes down to the lines and up the second.
  static func ends(
    ofNode node: Int, _ hierarchy: Hierarchy, _ isSecond: [Bool]
  ) -> (from: Int, to: Int) {
    let parent = hierarchy.parents[node]
    let above = parent >= 0 ? Int(parent) : hierarchy.nodeCount
    return isSecond[node] ? (node, above) : (above, node)
  }

  func isRoundedUp(_ edge: Int) -> Bool { fractions[edge] == Self.one }

  private func isBroken(_ edge: Int) -> Bool { fractions[edge] > 0 && fractions[edge] < Self.one }

  private func parent(_ vertex: Int) -> Int? {
    let edge = Int(upward[vertex])
    guard edge >= 0 else { return nil }
    return Int(from[edge]) == vertex ? Int(to[edge]) : Int(from[edge])
  }

  // MARK: Cycles

  /// Makes every edge whole.
  mutating func cancelAll() {
    upward = upward.map { _ in -1 }
    for edge in fractions.indices where isBroken(edge) { insert(edge) }
    // Without excess none is left; what excess could not be placed leaves its edges to the nearest.
    for edge in fractions.indices where isBroken(edge) {
      fractions[edge] = fractions[edge] * 2 >= Self.one ? Self.one : 0
    }
  }

  private mutating func insert(_ edge: Int) {
    let (start, end) = (Int(from[edge]), Int(to[edge]))
    guard start != end else { return }
    guard let path = path(from: end, to: start) else {
      link(start, end, edge)
      return
    }
    push(edge, path)
    if isBroken(edge) { link(start, end, edge) }
  }

  /// The edges of the forest between two vertices, each with whether it is gone along; nil where
  /// they are in different trees. Both ends climb in turn, so that near ends meet soon.
  private mutating func path(from start: Int, to end: Int) -> [(edge: Int, isAlong: Bool)]? {
    guard let meeting = meeting(start, end) else { return nil }
    var path: [(edge: Int, isAlong: Bool)] = []
    var vertex = start
    while vertex != meeting {
      let edge = Int(upward[vertex])
      path.append((edge, Int(from[edge]) == vertex))
      vertex = parent(vertex)!
    }
    vertex = end
    while vertex != meeting {
      let edge = Int(upward[vertex])
      path.append((edge, Int(to[edge]) == vertex))
      vertex = parent(vertex)!
    }
    return path
  }

  /// The first vertex above both, or one of them; nil where they are in different trees.
  private mutating func meeting(_ start: Int, _ end: Int) -> Int? {
    mark += 2
    var climbers: [(vertex: Int, own: Int32, other: Int32)] = [
      (start, mark, mark + 1), (end, mark + 1, mark),
    ]
    for climber in climbers { marks[climber.vertex] = climber.own }
    var isClimbing = true
    while isClimbing {
      isClimbing = false
      for place in climbers.indices {
        guard let next = parent(climbers[place].vertex) else { continue }
        if marks[next] == climbers[place].other { return next }
        marks[next] = climbers[place].own
        climbers[place].vertex = next
        isClimbing = true
      }
    }
    return nil
  }

  /// Moves along a cycle by the smaller of the two amounts that make an edge whole.
  private mutating func push(_ edge: Int, _ path: [(edge: Int, isAlong: Bool)]) {
    var (forward, backward) = (Self.one - fractions[edge], fractions[edge])
    for (edge, isAlong) in path {
      let (room, content) = (Self.one - fractions[edge], fractions[edge])
      forward = min(forward, isAlong ? room : content)
      backward = min(backward, isAlong ? content : room)
    }
    let amount = forward < backward ? forward : -backward
    fractions[edge] += amount
    for (edge, isAlong) in path {
      fractions[edge] += isAlong ? amount : -amount
      if !isBroken(edge) { cut(edge) }
    }
  }

  private mutating func cut(_ edge: Int) {
    for vertex in [Int(from[edge]), Int(to[edge])] where Int(upward[vertex]) == edge {
      upward[vertex] = -1
    }
  }

  /// Hangs one vertex, made the root of its tree, below another.
  private mutating func link(_ vertex: Int, _ other: Int, _ edge: Int) {
    var child = vertex
    var above = Int32(edge)
    while true {
      let next = parent(child)
      let old = upward[child]
      upward[child] = above
      guard let next else { break }
      above = old
      child = next
    }
  }

  // MARK: Excess

  /// Leads what vertices have too much to those that have too little, through broken edges.
  ///
  /// - Returns: By line, by how many whole units it was moved beyond its fraction.
  mutating func balance(_ excess: [Int64]) -> [Int: Int64] {
    guard excess.contains(where: { $0 != 0 }) else { return [:] }
    for edge in fractions.indices where isBroken(edge) && from[edge] != to[edge] {
      let (start, end) = (Int(from[edge]), Int(to[edge]))
      if path(from: end, to: start) == nil { link(start, end, edge) }
    }
    var excess = excess
    var shifts: [Int: Int64] = [:]
    for vertex in leavesFirst() {
      let edge = Int(upward[vertex])
      guard edge >= 0, excess[vertex] != 0 else { continue }
      let amount = excess[vertex]
      excess[parent(vertex)!] += amount
      let moved = fractions[edge] + (Int(from[edge]) == vertex ? amount : -amount)
      let whole = moved >= 0 ? moved / Self.one : -((Self.one - 1 - moved) / Self.one)
      fractions[edge] = moved - whole * Self.one
      if edge < lineCount && whole != 0 { shifts[edge] = whole }
    }
    return shifts
  }

  /// The vertices of the forest, each after those below it.
  private func leavesFirst() -> [Int] {
    var depths = [Int](repeating: -1, count: upward.count)
    for vertex in upward.indices {
      var chain: [Int] = []
      var next: Int? = vertex
      while let here = next, depths[here] < 0 {
        chain.append(here)
        next = parent(here)
      }
      var depth = next.map { depths[$0] } ?? -1
      for here in chain.reversed() {
        depth += 1
        depths[here] = depth
      }
    }
    return depths.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }
  }
}
