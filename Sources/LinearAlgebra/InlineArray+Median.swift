extension InlineArray where Element == Double {
  /// The middle of the first so many numbers, or the mean of the two in the middle; nil if there is
  /// none. For a handful, in place.
  ///
  /// - Precondition: There are so many, and nothing is NaN.
  public func median(ofFirst known: Int) -> Double? {
    guard known > 0 else { return nil }
    var sorted = self
    for place in 1..<max(1, known) {
      let value = sorted[place]
      var free = place
      while free > 0 && sorted[free - 1] > value {
        sorted[free] = sorted[free - 1]
        free -= 1
      }
      sorted[free] = value
    }
    let middle = known / 2
    return known % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
