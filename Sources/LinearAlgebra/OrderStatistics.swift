extension [Double] {
  /// The number that would stand at a place if all were sorted (Hoare 1961, Communications of the
  /// ACM 4, 321–322, algorithm 65).
  ///
  /// - Precondition: The place is one of the array, and nothing is NaN.
  /// - Complexity: O(*n*) in the mean.
  public func ordered(at place: Int) -> Double {
    precondition(indices.contains(place), "place \(place) of \(count)")
    var values = self
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = values[low + (high - low) / 2]
      var (i, j) = (low, high)
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if place <= j { high = j } else if place >= i { low = i } else { break }
    }
    return values[place]
  }

  /// The middle number, or the mean of the two in the middle; nil if there is none.
  public var median: Double? {
    guard !isEmpty else { return nil }
    let upper = ordered(at: count / 2)
    return count % 2 == 1 ? upper : (upper + ordered(at: count / 2 - 1)) / 2
  }
}
