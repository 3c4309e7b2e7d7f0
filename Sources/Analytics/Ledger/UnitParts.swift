/// The direct parts of a unit, and whether they leave nothing of it out.
struct UnitParts {
  let list: [Int32]
  private let unit: Int32
  private let tree: Tree
  private let coverage: Coverage

  init(_ unit: Int32, _ list: [Int32], _ tree: Tree, _ coverage: Coverage) {
    self.unit = unit
    self.list = list
    self.tree = tree
    self.coverage = coverage
  }

  /// The direct part that a unit is, or stands below.
  func part(above leaf: Int32) -> Int32 {
    var node = leaf
    while tree.parent(of: node) != unit && tree.parent(of: node) != Tree.root {
      node = tree.parent(of: node)
    }
    return node
  }

  /// Whether every part's amount at a subject is known in full.
  func cover(_ subject: Int32, plane: Int) -> Bool {
    list.allSatisfy { coverage.contains(subject, of: $0, plane: plane) }
  }
}

/// The subjects at which each unit's amount is known in full, by plane: it is given there, or at
/// every part of the subject.
struct Coverage {
  private let subjects: Tree
  private let tops: [Int32]
  private let count: Int32
  /// By plane and unit, rising.
  private var covered: [[Int32: [Int32]]]

  init(subjects: Tree, count: Int32, planes: Int) {
    self.subjects = subjects
    self.count = count
    tops = (0..<count).filter { subjects.parent(of: $0) == Tree.root }
    covered = Array(repeating: [:], count: planes)
  }

  /// Notes all subjects of a unit in a plane at once.
  mutating func note(_ subjects: [Int32], of unit: Int32, plane: Int) {
    if !subjects.isEmpty { covered[plane][unit] = subjects.sorted() }
  }

  func contains(_ subject: Int32, of unit: Int32, plane: Int) -> Bool {
    guard let own = covered[plane][unit] else { return false }
    return contains(subject, own)
  }

  private func contains(_ subject: Int32, _ own: [Int32]) -> Bool {
    if own.holds(subject) { return true }
    let parts =
      subject == CellKey.all ? tops : subjects.children(of: subject).filter { $0 < count }
    return !parts.isEmpty && parts.allSatisfy { contains($0, own) }
  }
}

extension [Int32] {
  /// Whether a rising list has a number.
  fileprivate func holds(_ number: Int32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number
  }
}
