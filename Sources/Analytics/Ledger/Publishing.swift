/// The stages and years in which each unit has anything.
struct Publishing: Sendable {
  /// By unit, what is of all units together first; as long as up to the last plane.
  private var planes: [[Bool]] = []

  private func row(_ unit: Int32) -> Int { Int(unit) + 1 }

  mutating func insert(_ unit: Int32, _ plane: Int) {
    let row = row(unit)
    while planes.count <= row { planes.append([]) }
    planes[row].extend(to: plane, with: false)
    planes[row][plane] = true
  }

  mutating func remove(_ unit: Int32, _ plane: Int) {
    if contains(unit, plane) { planes[row(unit)][plane] = false }
  }

  func contains(_ unit: Int32, _ plane: Int) -> Bool {
    let row = row(unit)
    return row < planes.count && plane < planes[row].count && planes[row][plane]
  }

  /// The stretch of planes outside which a unit has nothing.
  func planes(of unit: Int32) -> Range<Int> {
    let row = row(unit)
    guard row < planes.count, let first = planes[row].firstIndex(of: true) else { return 0..<0 }
    return first..<planes[row].count
  }
}
