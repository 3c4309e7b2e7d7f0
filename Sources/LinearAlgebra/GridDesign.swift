/// The rows of a regression on a binary grid: features and one response each, in blocks.
///
/// Numbers are multiples of 2⁻¹² and stored in 32 bits, which hold them exactly up to 4,096. On
/// such numbers predictions and Gram matrices are exact (`ExactGram`), so that they are the same
/// whatever the order of the rows, the number of workers and the processor.
public struct GridDesign: Sendable {
  /// Features and responses are multiples of 2 to the minus this.
  public static let gridBits = 12
  /// Weighted rows are multiples of 2 to the minus this, so that their products are exact.
  static let weightedBits = 10
  /// The height of a block, and of what is weighted at a time: its rows stay in the first caches.
  static let blockHeight = 2048
  private static let stripHeight = 512

  public let columns: Int
  public private(set) var rows = 0
  private var pieces: [Piece] = []
  private var largestFeature: Float = 0
  private var largestResponse: Float = 0

  /// Consecutive rows of a block. Designs share blocks; appending copies one that is shared.
  private struct Piece {
    /// `blockHeight` rows, column after column; the response is the last column.
    var block: [Float]
    /// The rows of the block.
    var range: Range<Int>
    /// The first row's place in the design.
    let first: Int
  }

  /// Consecutive rows of a piece that are weighted together.
  private struct Strip {
    let piece: Int
    /// The rows of the block.
    let range: Range<Int>
    /// The first row's place in the design.
    let first: Int
  }

  public init(columns: Int) { self.columns = columns }

  /// The rows of several designs, one after the other. They are shared, not copied.
  ///
  /// - Precondition: All have the same columns.
  public init(joining designs: [GridDesign], columns: Int) {
    self.columns = columns
    for design in designs {
      precondition(design.columns == columns, "\(design.columns) and \(columns) columns")
      take(design, rows: 0..<design.rows)
    }
  }

  /// Some of the rows, in the order of the ranges. They are shared, not copied.
  public func rows(in ranges: [Range<Int>]) -> GridDesign {
    var result = GridDesign(columns: columns)
    for range in ranges { result.take(self, rows: range) }
    return result
  }

  private mutating func take(_ other: GridDesign, rows range: Range<Int>) {
    precondition(0 <= range.lowerBound && range.upperBound <= other.rows, "\(range) of rows")
    for piece in other.pieces {
      let taken = range.clamped(to: piece.first..<piece.first + piece.range.count)
      guard !taken.isEmpty else { continue }
      let start = piece.range.lowerBound + taken.lowerBound - piece.first
      pieces.append(
        Piece(block: piece.block, range: start..<start + taken.count, first: rows))
      rows += taken.count
    }
    largestFeature = max(largestFeature, other.largestFeature)
    largestResponse = max(largestResponse, other.largestResponse)
  }

  /// The multiple of 2⁻¹² next to a number.
  public static func onGrid(_ value: Double) -> Double { BinaryGrid(bits: gridBits).rounded(value) }

  /// Eight of them, below 2³⁹ in magnitude.
  public static func onGrid(_ values: SIMD8<Double>) -> SIMD8<Double> {
    let scale = Double(1 << gridBits)
    return BinaryGrid.whole(values * scale) / scale
  }

  /// Adds a row; its numbers are rounded to the grid.
  ///
  /// - Precondition: As many features as columns, and no number beyond ±2,048.
  public mutating func append(_ features: [Double], response: Double) {
    let grid = BinaryGrid(bits: Self.gridBits)
    append(features.map { Float(grid.rounded($0)) }[...], response: Float(grid.rounded(response)))
  }

  /// Adds a row of numbers on the grid.
  ///
  /// - Precondition: As many features as columns, and no number beyond ±2,048.
  public mutating func append(_ features: ArraySlice<Float>, response: Float) {
    precondition(features.count == columns, "\(features.count) features for \(columns) columns")
    if (pieces.last?.range.upperBound ?? Self.blockHeight) == Self.blockHeight {
      let block = [Float](repeating: 0, count: (columns + 1) * Self.blockHeight)
      pieces.append(Piece(block: block, range: 0..<0, first: rows))
    }
    let last = pieces.count - 1
    let row = pieces[last].range.upperBound
    var largest = largestFeature
    pieces[last].block.withUnsafeMutableBufferPointer { block in
      for (column, number) in features.enumerated() {
        largest = max(largest, abs(number))
        block[column * Self.blockHeight + row] = number
      }
      block[columns * Self.blockHeight + row] = response
    }
    largestFeature = largest
    largestResponse = max(largestResponse, abs(response))
    precondition(
      largest <= 2048 && largestResponse <= 2048,
      "a feature of \(largest) or a response of \(largestResponse)")
    pieces[last].range = pieces[last].range.lowerBound..<row + 1
    rows += 1
  }

  /// The features of one row.
  public func row(_ row: Int) -> [Float] {
    precondition((0..<rows).contains(row), "row \(row) of \(rows)")
    let piece = pieces.last { $0.first <= row }!
    let place = piece.range.lowerBound + row - piece.first
    return (0..<columns).map { piece.block[$0 * Self.blockHeight + place] }
  }

  /// *Xβ*, one number a row; exact where β is on a grid of 20 bits.
  public func predictions(_ coefficients: [Double], _ workers: Workers = .one) -> [Double] {
    precondition(coefficients.count == columns, "\(coefficients.count) for \(columns) columns")
    return sums(coefficients + [0], workers)
  }

  /// *y* − *Xβ*, one number a row; exact where β is on a grid of 20 bits.
  public func residuals(_ coefficients: [Double], _ workers: Workers = .one) -> [Double] {
    precondition(coefficients.count == columns, "\(coefficients.count) for \(columns) columns")
    return sums(coefficients.map { -$0 } + [1], workers)
  }

  /// The responses, one a row.
  public var responses: [Double] { sums(Array(repeating: 0, count: columns) + [1], .one) }

  /// Σ of the columns, each times its factor.
  private func sums(_ factors: [Double], _ workers: Workers) -> [Double] {
    let used = factors.indices.filter { factors[$0] != 0 }
    let parts = workers.map(pieces.count) { [pieces] index in
      Self.sums(pieces[index], factors, used)
    }
    var result: [Double] = []
    result.reserveCapacity(rows)
    for part in parts { result += part }
    return result
  }

  private static func sums(_ piece: Piece, _ factors: [Double], _ used: [Int]) -> [Double] {
    let count = piece.range.count
    return piece.block.withUnsafeBufferPointer { block in
      [Double](unsafeUninitializedCapacity: count) { sum, initialized in
        sum.initialize(repeating: 0)
        for column in used {
          let factor = factors[column]
          let start = column * blockHeight + piece.range.lowerBound
          let numbers = UnsafeBufferPointer(rebasing: block[start..<start + count])
          for row in 0..<count { sum[row] += factor * Double(numbers[row]) }
        }
        initialized = count
      }
    }
  }

  /// The Gram matrix and moments of the rows, each times its root weight and rounded to a grid of
  /// ten bits: *X'WX*, *X'Wy*. A last column holds the root weights themselves, so that its
  /// square is Σ*w*.
  ///
  /// - Parameter rootWeights: √*w*, one a row, from 0 to 16.
  func weightedGram(_ rootWeights: [Double], _ workers: Workers) -> ExactGram {
    precondition(rootWeights.count == rows, "\(rootWeights.count) weights for \(rows) rows")
    precondition(
      rootWeights.allSatisfy { 0 <= $0 && $0 <= LeastAbsoluteDeviations.largestRootWeight },
      "a root weight out of range")
    let product = largestWeightedProduct
    let strips = strips(height: ExactGram.exactHeight(largestProduct: product))
    let lanes = max(1, min(workers.count, strips.count))
    let parts = workers.map(lanes) { lane in
      var gram = ExactGram(columns: columns + 1, responses: 1, gridBits: Self.weightedBits)
      var rows = Matrix(rows: Self.stripHeight, columns: columns + 2)
      for index in stride(from: lane, to: strips.count, by: lanes) {
        weigh(strips[index], rootWeights, into: &rows)
        gram.add(units: rows, rows: strips[index].range.count, largestProduct: product)
      }
      return gram
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.merge($1) }
  }

  /// A weighted feature or root weight times a weighted number, at the most, in squared units.
  private var largestWeightedProduct: Double {
    let root = LeastAbsoluteDeviations.largestRootWeight * Double(1 << Self.weightedBits)
    let feature = root * max(1, Double(largestFeature))
    return feature * max(feature, root * Double(largestResponse))
  }

  private func strips(height: Int) -> [Strip] {
    let height = min(height, Self.stripHeight)
    return pieces.enumerated().flatMap { index, piece in
      stride(from: 0, to: piece.range.count, by: height).map { offset in
        let start = piece.range.lowerBound + offset
        let end = min(start + height, piece.range.upperBound)
        return Strip(piece: index, range: start..<end, first: piece.first + offset)
      }
    }
  }

  /// Rows times their root weights, rounded to the grid and in its units: features, root weights,
  /// response. The loops are plain so that they are compiled to vector instructions.
  private func weigh(_ strip: Strip, _ rootWeights: [Double], into result: inout Matrix) {
    let count = strip.range.count
    let units = Double(1 << Self.weightedBits)
    pieces[strip.piece].block.withUnsafeBufferPointer { block in
      rootWeights.withUnsafeBufferPointer { rootWeights in
        result.elements.withUnsafeMutableBufferPointer { elements in
          let roots = UnsafeMutableBufferPointer(
            rebasing: elements[columns * Self.stripHeight..<(columns + 1) * Self.stripHeight])
          for row in 0..<count {
            roots[row] = BinaryGrid.whole(rootWeights[strip.first + row] * units)
          }
          for column in 0...columns {
            let from = column * Self.blockHeight + strip.range.lowerBound
            let numbers = UnsafeBufferPointer(rebasing: block[from..<from + count])
            let to = (column < columns ? column : columns + 1) * Self.stripHeight
            let weighted = UnsafeMutableBufferPointer(rebasing: elements[to..<to + count])
            for row in 0..<count {
              weighted[row] = BinaryGrid.whole(roots[row] * Double(numbers[row]))
            }
          }
        }
      }
    }
  }
}
