/// The amounts of steps by node, in hundredths of the currency unit, a column a step.
struct StepTable: Sendable {
  private let count: Int
  /// By place of the step; empty where no node has any.
  private var columns: [[Double]]

  init(count: Int) {
    self.count = count
    columns = Step.allCases.map { _ in [] }
  }

  subscript(node: Int, step: Step) -> Double {
    get {
      let column = columns[step.place]
      return column.isEmpty ? 0 : column[node]
    }
    set {
      let step = step.place
      if columns[step].isEmpty {
        if newValue == 0 { return }
        columns[step] = Array(repeating: 0, count: count)
      }
      columns[step][node] = newValue
    }
  }

  /// What a node has of the step at a place in the order of steps.
  func amount(_ node: Int, stepAt place: Int) -> Double {
    columns[place].isEmpty ? 0 : columns[place][node]
  }

  mutating func add(_ steps: [StepAmount], to node: Int) {
    for step in steps { self[node, step.step] += step.amount }
  }

  /// Adds up lines at the nodes above them, in the order of lines.
  ///
  /// - Parameters:
  ///   - lines: How many of the nodes, from the first, are lines.
  ///   - above: The nodes above a line.
  mutating func addUp(lines: Int, above: (Int) -> [Int]) {
    for step in columns.indices where !columns[step].isEmpty {
      for line in 0..<lines where columns[step][line] != 0 {
        for node in above(line) { columns[step][node] += columns[step][line] }
      }
    }
  }
}
