/// Many short lists of numbers in two arrays: list *i* is one stretch of the second.
struct NumberLists: Sendable {
  private var starts: [Int32] = [0]
  private var numbers: [Int32] = []

  /// No list at all: every one is empty.
  init() {}

  /// Puts each number into the list of what it stands under.
  ///
  /// - Parameters:
  ///   - order: The numbers, in the order that they are to have in their lists.
  ///   - owners: By number, the list it belongs to; −1 for none.
  ///   - count: How many lists there are.
  init(_ order: [Int], under owners: [Int32], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for number in order where owners[number] >= 0 { starts[Int(owners[number]) + 1] += 1 }
    for list in 0..<count { starts[list + 1] += starts[list] }
    var ends = starts
    numbers = Array(repeating: 0, count: Int(starts[count]))
    for number in order where owners[number] >= 0 {
      let list = Int(owners[number])
      numbers[Int(ends[list])] = Int32(number)
      ends[list] += 1
    }
  }

  subscript(list: Int) -> ArraySlice<Int32> {
    guard list + 1 < starts.count else { return [] }
    return numbers[Int(starts[list])..<Int(starts[list + 1])]
  }

  /// Numbers sorted by a rank, those of one rank in the order given; costs no comparisons.
  static func sorted(_ numbers: [Int], below ranks: Int, by rank: (Int) -> Int) -> [Int] {
    var starts = [Int](repeating: 0, count: ranks + 1)
    for number in numbers { starts[rank(number) + 1] += 1 }
    for place in 0..<ranks { starts[place + 1] += starts[place] }
    var sorted = [Int](repeating: 0, count: numbers.count)
    for number in numbers {
      let place = rank(number)
      sorted[starts[place]] = number
      starts[place] += 1
    }
    return sorted
  }
}
