/// The subjects at which each unit's amount is known in full, by plane: it is given there, or at
/// every part of the subject.
struct CoveredSubjects {
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

  /// Whether every one of some units' amounts at a subject is known in full.
  func contains(_ subject: Int32, of units: [Int32], plane: Int) -> Bool {
    units.allSatisfy { contains(subject, of: $0, plane: plane) }
  }

  private func contains(_ subject: Int32, of unit: Int32, plane: Int) -> Bool {
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
