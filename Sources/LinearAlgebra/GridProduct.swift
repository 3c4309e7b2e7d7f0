/// Σ *aᵢ bᵢ* of numbers on binary grids that are short enough for every sum to be exact: the same
/// bits in any order, and here eight at a time.
///
/// - Precondition: As many of the one as of the other.
public func gridProduct(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count, "\(a.count) for \(b.count)")
  let whole = a.count - a.count % 8
  let lanes = a.withUnsafeBytes { a in
    b.withUnsafeBytes { b in
      var lanes = SIMD8<Double>.zero
      for offset in stride(from: 0, to: whole * 8, by: 64) {
        lanes +=
          a.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
          * b.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      }
      return lanes
    }
  }
  return (whole..<a.count).reduce(lanes.sum()) { $0 + a[$1] * b[$1] }
}
