import LinearAlgebra
import Testing

@Suite("An exact Gram matrix")
struct ExactGramTests {
  /// 4 features of 18 bits and a response of 20, on multiples of 2⁻¹⁰.
  let block = Matrix.random18(rows: 40_000, seed: 11)

  @Test("holds the products of quarters")
  func byHand() {
    var gram = ExactGram(columns: 2, responses: 1, gridBits: 2)
    gram.add(block: Matrix(rows: [[0.5, 1, 2], [-0.25, 3, 4]]))
    #expect(gram.result == Matrix(rows: [[0.3125, -0.25], [-0.25, 10]]))
    #expect(gram.moments == Matrix(rows: [[0], [14]]))
    #expect(gram.sums == [5, 0, -4, 160, 0, 224])
    #expect(gram.rows == 2)
  }

  @Test("has the sums of integer arithmetic")
  func integers() {
    let gram = exact(block)
    for i in 0..<4 {
      for j in i..<5 {
        let sum = zip(block.column(i), block.column(j)).reduce(Int128(0)) { sum, pair in
          sum + Int128(pair.0 * 1024) * Int128(pair.1 * 1024)
        }
        #expect(gram.sums[i + 4 * j] == sum)
      }
    }
  }

  @Test("is the same for shuffled rows")
  func shuffled() {
    var generator = SplitMix64(seed: 3)
    let order = (0..<block.rows).shuffled(using: &generator)
    #expect(exact(block.rows(order)) == exact(block))
  }

  @Test("is the same for any split, merged in any order", arguments: [1, 7, 4096, 32_768, 39_999])
  func splits(height: Int) {
    let starts = stride(from: 0, to: 2000 + height, by: height).filter { $0 < block.rows }
    var parts = starts.map { start in
      exact(block.rows(Array(start..<min(start + height, block.rows))))
    }
    let end = min((starts.last ?? 0) + height, block.rows)
    let whole = exact(block.rows(Array(0..<end)))
    var generator = SplitMix64(seed: 5)
    parts.shuffle(using: &generator)
    var merged = ExactGram(columns: 4, responses: 1, gridBits: 10)
    for part in parts { merged.merge(part) }
    #expect(merged == whole)
    #expect(merged.result.elements.map(\.bitPattern) == whole.result.elements.map(\.bitPattern))
    #expect(merged.moments == whole.moments)
  }

  @Test("is exact at its widest: all features of 18 bits, responses of 20, in one sign")
  func widest() {
    let rows = 70_000
    let (feature, response) = (0x3ffffp-10, 0xfffffp-10)
    let elements =
      Array(repeating: feature, count: rows) + Array(repeating: response, count: rows)
    var gram = ExactGram(columns: 1, responses: 1, gridBits: 10)
    gram.add(block: Matrix(rows: rows, columns: 2, elements: elements))
    let count = Int128(rows)
    #expect(gram.sums[0] == count * 0x3ffff * 0x3ffff)
    #expect(gram.sums[1] == count * 0x3ffff * 0xfffff)
  }

  @Test("takes wider numbers in shorter pieces")
  func wide() {
    let limit = 0x3ff_ffff
    let wide = Matrix.randomOnGrid(rows: 50, columns: 2, limit: limit, bits: 0, seed: 2)
    var gram = ExactGram(columns: 2, gridBits: 0)
    gram.add(block: wide)
    let sum = zip(wide.column(0), wide.column(1)).reduce(Int128(0)) {
      $0 + Int128($1.0) * Int128($1.1)
    }
    #expect(gram.sums[2] == sum)
  }

  @Test("rounds each sum once, to the nearest double and to even")
  func rounding() {
    let big: Int128 = 1 << 53
    let gram = ExactGram(
      columns: 1, responses: 3, gridBits: 1, rows: 1,
      sums: [
        big + 1, big + 3, (1 << 100) + (1 << 47) + 1, -(1 << 100) - (1 << 47),
      ])
    #expect(gram.result.elements == [0x1p51])
    #expect(gram.moments.elements == [0x1p51 + 1, 0x1.0000000000001p98, -0x1p98])
  }

  @Test("travels as integers")
  func transport() {
    let gram = exact(block.rows(Array(0..<100)))
    let copy = ExactGram(
      columns: gram.columns, responses: gram.responses, gridBits: gram.gridBits, rows: gram.rows,
      sums: gram.sums)
    #expect(copy == gram)
  }

  @Test("of no rows is 0")
  func empty() {
    var gram = ExactGram(columns: 2, gridBits: 12)
    gram.add(block: Matrix(rows: 0, columns: 2))
    #expect(gram.result == Matrix(rows: 2, columns: 2))
    #expect(gram.moments == Matrix(rows: 2, columns: 0))
  }

  @Test("does not take what is off the grid, too wide or not finite")
  func refused() async {
    await #expect(processExitsWith: .failure) { addToGrid(of: 2, 0.125) }
    await #expect(processExitsWith: .failure) { addToGrid(of: 2, .nan) }
    await #expect(processExitsWith: .failure) { addToGrid(of: 2, .infinity) }
    await #expect(processExitsWith: .failure) { addToGrid(of: 0, 0x1p27) }
  }

  private func exact(_ block: Matrix) -> ExactGram {
    var gram = ExactGram(columns: 4, responses: 1, gridBits: 10)
    gram.add(block: block)
    return gram
  }
}

private func addToGrid(of bits: Int, _ value: Double) {
  var gram = ExactGram(columns: 1, gridBits: bits)
  gram.add(block: Matrix(rows: [[value]]))
}

extension Matrix {
  fileprivate static func random18(rows: Int, seed: UInt64) -> Matrix {
    let features = randomOnGrid(rows: rows, columns: 4, limit: 0x3ffff, bits: 10, seed: seed)
    let response = randomOnGrid(rows: rows, columns: 1, limit: 0xfffff, bits: 10, seed: seed + 1)
    return Matrix(rows: rows, columns: 5, elements: features.elements + response.elements)
  }

  fileprivate func rows(_ indices: [Int]) -> Matrix {
    Matrix(columns: (0..<columns).map { j in indices.map { self[$0, j] } })
  }
}

@Suite("A binary grid")
struct BinaryGridTests {
  @Test("rounds to its multiples, halves to the even one")
  func rounds() {
    let quarters = BinaryGrid(bits: 2)
    #expect([0.3, 0.125, 0.375, -0.6, 7].map(quarters.rounded) == [0.25, 0, 0.5, -0.5, 7])
    #expect(quarters.rounded(0x1p60) == 0x1p60)
    #expect(quarters.rounded(.infinity) == .infinity)
  }
}
