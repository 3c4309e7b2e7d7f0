extension [Double] {
  /// The number that would stand at a place if all were sorted.
  ///
  /// - Precondition: The place is one of the array, and nothing is NaN.
  /// - Complexity: O(*n*) in the mean.
  public func ordered(at place: Int) -> Double {
    precondition(indices.contains(place), "place \(place) of \(count)")
    var values = self
    values.select(place)
    return values[place]
  }

  /// The middle number, or the mean of the two in the middle; nil if there is none.
  ///
  /// - Complexity: O(*n*) in the mean.
  public var median: Double? {
    guard !isEmpty else { return nil }
    var values = self
    let middle = count / 2
    values.select(middle)
    if count % 2 == 1 { return values[middle] }
    return (values[..<middle].max()! + values[middle]) / 2
  }

  /// Reorders so that a place has the value that it would have in rising order, with nothing
  /// larger before it.
  ///
  /// Source: Hoare (1961), Communications of the ACM 4, 321–322, algorithms 63 and 65.
  private mutating func select(_ place: Int) {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = self[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right { high = right } else if place >= left { low = left } else { return }
    }
  }
}
