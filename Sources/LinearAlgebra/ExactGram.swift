internal import CBLAS

/// *X'X* and *X'Y* of rows on a binary grid, summed without any rounding.
///
/// The sums are the same bits whatever the order of the rows, the cut into blocks, the number of
/// workers and the kernel that BLAS picks for the processor. BLAS multiplies pieces of at most
/// 32,768 rows, short enough for every partial sum to be an integer up to 2⁵³ in squared grid
/// units, so that no addition and no fused multiply-add rounds; the pieces are added as integers
/// of 128 bits. With 18 bits a feature and 20 a response a piece is 32,768 rows; wider numbers
/// make shorter pieces.
public struct ExactGram: Hashable, Sendable {
  /// The columns of *X*.
  public let columns: Int
  /// The columns of *Y*, which follow those of *X* in each block.
  public let responses: Int
  /// All numbers are multiples of 2 to the minus this.
  public let gridBits: Int
  /// How many rows have been added.
  public private(set) var rows: Int
  /// The sums in units of 4 to the minus `gridBits`: `columns` × (`columns` + `responses`), column
  /// after column. Of *X'X* the upper triangle counts, and 0 stands below the diagonal.
  public private(set) var sums: [Int128]

  /// No rows yet.
  public init(columns: Int, responses: Int = 0, gridBits: Int) {
    self.init(
      columns: columns, responses: responses, gridBits: gridBits, rows: 0,
      sums: Array(repeating: 0, count: columns * (columns + responses)))
  }

  /// What another process has summed.
  public init(columns: Int, responses: Int, gridBits: Int, rows: Int, sums: [Int128]) {
    precondition(columns >= 0 && responses >= 0, "\(columns) columns, \(responses) responses")
    let count = columns * (columns + responses)
    precondition(sums.count == count, "\(sums.count) sums instead of \(count)")
    self.columns = columns
    self.responses = responses
    self.gridBits = BinaryGrid(bits: gridBits).bits
    self.rows = rows
    self.sums = sums
  }

  /// Adds rows.
  ///
  /// - Parameter block: *n* × (`columns` + `responses`), of any height.
  /// - Precondition: All numbers are on the grid, and the largest feature times the largest
  ///   feature or response is at most 2⁵³ in squared grid units. Both are checked.
  /// - Complexity: O(*n* `columns` (`columns` + `responses`)); the check is a pass over the block.
  public mutating func add(block: Matrix) {
    precondition(
      block.columns == columns + responses, "\(block.shape) against \(columns) + \(responses)")
    guard !block.elements.isEmpty, columns > 0 else {
      rows += block.rows
      return
    }
    block.elements.withUnsafeBufferPointer { elements in
      let product = largestProduct(elements, features: block.rows * columns)
      let height = Self.exactHeight(largestProduct: product)
      for start in Swift.stride(from: 0, to: block.rows, by: height) {
        let piece = min(height, block.rows - start)
        addPiece(
          UnsafeBufferPointer(rebasing: elements[start...]), block, rows: piece,
          toUnits: Double(sign: .plus, exponent: 2 * gridBits, significand: 1))
      }
    }
    rows += block.rows
  }

  /// Adds the first rows of a block, whose numbers are given in units of the grid.
  ///
  /// - Parameter largestProduct: No feature times a feature or response is larger.
  /// - Precondition: All numbers are whole, and `largestProduct` holds; neither is checked. As many
  ///   rows as have exact sums.
  mutating func add(units block: Matrix, rows height: Int, largestProduct: Double) {
    precondition(
      height <= block.rows && height <= Self.exactHeight(largestProduct: largestProduct),
      "\(height) of \(block.rows) rows with products up to \(largestProduct)")
    block.elements.withUnsafeBufferPointer { addPiece($0, block, rows: height, toUnits: 1) }
    rows += height
  }

  /// Adds what another accumulator has summed.
  ///
  /// - Precondition: Both have the same columns, responses and grid.
  public mutating func merge(_ other: ExactGram) {
    precondition(
      columns == other.columns && responses == other.responses && gridBits == other.gridBits,
      "\(columns), \(responses), \(gridBits) and \(other.columns), \(other.responses), "
        + "\(other.gridBits) columns, responses and grid bits")
    for i in sums.indices { sums[i] += other.sums[i] }
    rows += other.rows
  }

  /// *X'X*, `columns` × `columns`, each exact sum rounded once.
  public var result: Matrix {
    let square = sums[..<(columns * columns)].map(rounded)
    var gram = Matrix(rows: columns, columns: columns, elements: square)
    gram.mirrorUpperTriangle()
    return gram
  }

  /// *X'Y*, `columns` × `responses`, each exact sum rounded once.
  public var moments: Matrix {
    Matrix(
      rows: columns, columns: responses, elements: sums[(columns * columns)...].map(rounded))
  }
}

extension ExactGram {
  private static let longestPiece = 32_768

  private func rounded(_ sum: Int128) -> Double {
    // The conversion from 64 bits is one instruction, that from 128 a hundred.
    let units = Int64(exactly: sum).map(Double.init) ?? Double(sum)
    return units * Double(sign: .plus, exponent: -2 * gridBits, significand: 1)
  }

  /// How many rows can be multiplied without a partial sum above 2⁵³.
  static func exactHeight(largestProduct: Double) -> Int {
    Int(min(Double(longestPiece), 0x1p53 / max(largestProduct, 1)))
  }

  /// The largest feature times the largest feature or response, in squared units.
  private func largestProduct(_ elements: UnsafeBufferPointer<Double>, features: Int) -> Double {
    let grid = BinaryGrid(bits: gridBits)
    let feature = grid.largestMagnitude(UnsafeBufferPointer(rebasing: elements[..<features]))
    let response = grid.largestMagnitude(UnsafeBufferPointer(rebasing: elements[features...]))
    let product = feature * max(feature, response)
    precondition(
      product <= 0x1p53, "off the grid of \(gridBits) bits, or too wide: \(feature), \(response)")
    return product
  }

  /// One product of all columns: *Y'Y*, which is not exact and not used, costs less than packing
  /// the features again for a second product.
  ///
  /// - Parameters:
  ///   - elements: From the first number of the piece; its columns are `block.rows` apart.
  ///   - rows: The height of the piece.
  ///   - toUnits: What products are multiplied by to be in squared units of the grid.
  private mutating func addPiece(
    _ elements: UnsafeBufferPointer<Double>, _ block: Matrix, rows: Int, toUnits: Double
  ) {
    BLASRuntime.useOneThread()
    let width = columns + responses
    var products = [Double](repeating: 0, count: width * width)
    cblas_dsyrk(
      CblasColMajor, CblasUpper, CblasTrans, CInt(width), CInt(rows), 1, elements.baseAddress,
      block.stride, 0, &products, CInt(width))
    for column in 0..<width {
      for row in 0..<min(column + 1, columns) {
        let product = Int64(products[column * width + row] * toUnits)
        sums[column * columns + row] += Int128(product)
      }
    }
  }
}
