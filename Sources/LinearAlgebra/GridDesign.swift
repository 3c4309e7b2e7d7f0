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
  /// The height of a block: its weighted rows stay in the second cache.
  static let blockHeight = 2048

  public let columns: Int
  public private(set) var rows = 0
  private var blocks: [Block] = []
  /// The first row of each block.
  private var starts: [Int] = []

  /// Up to `blockHeight` rows, column after column; the response is the last column.
  private struct Block {
    var numbers: [Float]
    var rows = 0

    init(columns: Int) {
      numbers = Array(repeating: 0, count: (columns + 1) * GridDesign.blockHeight)
    }
  }

  public init(columns: Int) { self.columns = columns }

  /// The rows of several designs, one after the other. They are shared, not copied.
  ///
  /// - Precondition: All have the same columns.
  public init(joining designs: [GridDesign], columns: Int) {
    self.columns = columns
    for design in designs {
      precondition(design.columns == columns, "\(design.columns) and \(columns) columns")
      starts += design.starts.map { $0 + rows }
      blocks += design.blocks
      rows += design.rows
    }
  }

  /// The multiple of 2⁻¹² next to a number.
  public static func onGrid(_ value: Double) -> Double { BinaryGrid(bits: gridBits).rounded(value) }

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
    if (blocks.last?.rows ?? Self.blockHeight) == Self.blockHeight {
      blocks.append(Block(columns: columns))
      starts.append(rows)
    }
    let last = blocks.count - 1
    let row = blocks[last].rows
    for (column, number) in features.enumerated() {
      precondition(abs(number) <= 2048, "a feature of \(number)")
      blocks[last].numbers[column * Self.blockHeight + row] = number
    }
    precondition(abs(response) <= 2048, "a response of \(response)")
    blocks[last].numbers[columns * Self.blockHeight + row] = response
    blocks[last].rows = row + 1
    rows += 1
  }

  /// The features of one row.
  public func row(_ row: Int) -> [Float] {
    precondition((0..<rows).contains(row), "row \(row) of \(rows)")
    let block = (starts.firstIndex { $0 > row } ?? starts.count) - 1
    return (0..<columns).map {
      blocks[block].numbers[$0 * Self.blockHeight + row - starts[block]]
    }
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
    let parts = workers.map(blocks.count) { [blocks] index in
      let block = blocks[index]
      var sum = [Double](repeating: 0, count: block.rows)
      for column in used {
        let (start, factor) = (column * Self.blockHeight, factors[column])
        for row in 0..<block.rows { sum[row] += factor * Double(block.numbers[start + row]) }
      }
      return sum
    }
    return Array(parts.joined())
  }

  /// The Gram matrix and moments of the rows, each times its root weight and rounded to a grid of
  /// ten bits: *X'WX*, *X'Wy*. A last column holds the root weights themselves, so that its
  /// square is Σ*w*.
  ///
  /// - Parameter rootWeights: √*w*, one a row, from 0 to 16.
  func weightedGram(_ rootWeights: [Double], _ workers: Workers) -> ExactGram {
    precondition(rootWeights.count == rows, "\(rootWeights.count) weights for \(rows) rows")
    let lanes = max(1, min(workers.count, blocks.count))
    let parts = workers.map(lanes) { lane in
      var gram = ExactGram(columns: columns + 1, responses: 1, gridBits: Self.weightedBits)
      for index in stride(from: lane, to: blocks.count, by: lanes) {
        gram.add(block: weighted(index, rootWeights))
      }
      return gram
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.merge($1) }
  }

  /// A block's rows times their root weights: features, root weights, response.
  private func weighted(_ index: Int, _ rootWeights: [Double]) -> Matrix {
    let block = blocks[index]
    let first = starts[index]
    let grid = BinaryGrid(bits: Self.weightedBits)
    let roots = (0..<block.rows).map { grid.rounded(rootWeights[first + $0]) }
    var result = Matrix(rows: block.rows, columns: columns + 2)
    for column in 0...columns {
      let from = column * Self.blockHeight
      let to = (column < columns ? column : columns + 1) * block.rows
      for row in 0..<block.rows {
        result.elements[to + row] = grid.rounded(roots[row] * Double(block.numbers[from + row]))
      }
    }
    for row in 0..<block.rows { result.elements[columns * block.rows + row] = roots[row] }
    return result
  }
}
