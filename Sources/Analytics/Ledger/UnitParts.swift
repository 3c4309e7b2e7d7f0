/// The direct parts of a unit, and their lines.
struct UnitParts {
  let list: [Int32]
  /// The lines of all parts, part by part.
  let lines: [Int]
  /// Of each of these lines, the place of its part in the list.
  let owners: [Int32]

  /// - Parameter lines: The lines of each part.
  init(_ list: [Int32], _ lines: [[Int]]) {
    self.list = list
    self.lines = Array(lines.joined())
    owners = lines.enumerated().flatMap { part, lines in
      repeatElement(Int32(part), count: lines.count)
    }
  }
}
