/// The multiples of 2⁻ᵇ: numbers on which sums and products of doubles can be exact.
public struct BinaryGrid: Hashable, Sendable {
  /// *b* in 2⁻ᵇ.
  public let bits: Int
  /// 2ᵇ: what a number on the grid is multiplied by to give an integer.
  let scale: Double

  /// - Parameter bits: From 0, the integers, to 50.
  public init(bits: Int) {
    precondition((0...50).contains(bits), "\(bits) bits")
    self.bits = bits
    scale = Double(sign: .plus, exponent: bits, significand: 1)
  }

  /// The multiple next to a number, the even one of two that are equally near.
  public func rounded(_ value: Double) -> Double {
    let units = value * scale
    guard abs(units) < 0x1p51 else { return units.rounded(.toNearestOrEven) / scale }
    return Self.whole(units) / scale
  }

  /// The whole number next to one below 2⁵¹ in magnitude, the even one of two.
  static func whole(_ value: Double) -> Double { (value + shift) - shift }

  static func whole(_ values: SIMD8<Double>) -> SIMD8<Double> { (values + shift) - shift }

  /// Adding and taking off this number drops the fraction of anything below 2⁵¹, by IEEE 754.
  private static let shift = 0x1.8p52

  /// The largest magnitude among numbers, in units of the grid; infinite if one is off the grid.
  func largestMagnitude(_ values: UnsafeBufferPointer<Double>) -> Double {
    let bytes = UnsafeRawBufferPointer(values)
    var largest = SIMD8<Double>.zero
    var onGrid = SIMDMask<SIMD8<Int64>>(repeating: true)
    let whole = values.count - values.count % 8
    for i in Swift.stride(from: 0, to: whole, by: 8) {
      let units = bytes.loadUnaligned(fromByteOffset: i * 8, as: SIMD8<Double>.self) * scale
      onGrid .&= (units + Self.shift) - Self.shift .== units
      largest.replace(with: units, where: units .> largest)
      largest.replace(with: -units, where: -units .> largest)
    }
    var result = onGrid == SIMDMask(repeating: true) ? largest.max() : .infinity
    for i in whole..<values.count {
      let units = abs(values[i] * scale)
      result = max(result, rounded(values[i]) == values[i] ? units : .infinity)
    }
    return result
  }
}
