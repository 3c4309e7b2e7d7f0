/// Which planes the rows of a table have places for: of each row one stretch of planes, the rows
/// one after the other in memory.
///
/// The planes outside a row's stretch are known to hold nothing.
struct PlaneRuns: Sendable {
  private var starts = [0]
  private var firsts: [Int32] = []

  /// How many places there are in all.
  var placeCount: Int { starts[starts.count - 1] }

  mutating func append(_ planes: Range<Int>) {
    starts.append(placeCount + planes.count)
    firsts.append(Int32(planes.lowerBound))
  }

  func planes(of row: Int) -> Range<Int> {
    let first = Int(firsts[row])
    return first..<(first + starts[row + 1] - starts[row])
  }

  /// The places of a row's planes.
  func places(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The place of a plane of a row, or nil outside its stretch.
  func place(_ row: Int, _ plane: Int) -> Int? {
    let place = starts[row] + plane - Int(firsts[row])
    return plane >= Int(firsts[row]) && place < starts[row + 1] ? place : nil
  }
}

extension Range<Int> {
  /// The least range that holds both; an empty one holds nothing.
  func union(_ other: Range<Int>) -> Range<Int> {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
