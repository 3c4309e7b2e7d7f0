/// Numbers that stand in the wrong row of their column: two that have changed places, or a block
/// that stands one row too high or too low.
struct RowSlips {
  let system: ConstraintSystem
  let facts: MendingFacts

  /// Longer columns are not searched.
  private static let mostRows = 80
  /// Two rows that are shifted have changed places.
  private static let fewestRows = 3

  /// The changes that mend failing constraints, or nil where no such slip, or more than one, does.
  func changes(mending component: [Int]) -> [Fault.Change]? {
    guard component.count > 1 else { return nil }
    for column in columns(of: component) where column.count <= RowSlips.mostRows {
      let exchanges = exchanges(in: column, mending: component)
      if exchanges.count == 1 { return exchanges[0] }
      if exchanges.isEmpty, let changes = shift(in: column, mending: component) { return changes }
    }
    return nil
  }

  /// Every two rows that satisfy all constraints when they change places.
  private func exchanges(in column: [Int], mending component: [Int]) -> [[Fault.Change]] {
    column.indices.flatMap { first in
      column.indices[(first + 1)...].compactMap { second -> [Fault.Change]? in
        let pair = [column[first], column[second]]
        let changes = changes(pair, showing: pair.reversed()) {
          .copied(from: system.quantities[$0])
        }
        return ((try? mends(changes, component)) ?? false) ? changes.map(\.change) : nil
      }
    }
  }

  /// The numbers of the failing constraints by stage and year, in the order of the source.
  private func columns(of component: [Int]) -> [[Int]] {
    struct Column: Hashable {
      let stage: Stage
      let year: FiscalYear
    }
    var columns: [Column: [Int]] = [:]
    for number in Set(component.flatMap { system.constraints[$0].terms.map(\.number) }) {
      guard case .cell(_, let stage, let year) = system.quantities[number] else { continue }
      columns[Column(stage: stage, year: year), default: []].append(number)
    }
    return columns.sorted { ($0.key.year, $0.key.stage) < ($1.key.year, $1.key.stage) }
      .map {
        $0.value.sorted {
          facts.row(of: system.quantities[$0]) < facts.row(of: system.quantities[$1])
        }
      }
  }

  private func shift(in column: [Int], mending component: [Int]) -> [Fault.Change]? {
    for first in column.indices {
      for last in column.indices.reversed() where last - first + 1 >= RowSlips.fewestRows {
        let block = Array(column[first...last])
        let up = Array(block.dropFirst()) + [block[0]]
        let down = [block[block.count - 1]] + Array(block.dropLast())
        for moved in [up, down] {
          let changes = changes(block, showing: moved) { _ in .rowShift }
          if (try? mends(changes, component)) ?? false { return changes.map(\.change) }
        }
      }
    }
    return nil
  }

  /// The rows of a block that show another number when each shows that of `moved`.
  private func changes(
    _ block: [Int], showing moved: [Int], _ pattern: (_ from: Int) -> SlipPattern
  ) -> [(number: Int, change: Fault.Change)] {
    zip(block, moved).map { number, other in
      (
        number: number,
        change: Fault.Change(
          quantity: system.quantities[number], printed: facts.printed(system.quantities[number]),
          mended: facts.printed(system.quantities[other]), pattern: pattern(other))
      )
    }.filter { $0.change.printed != $0.change.mended }
  }

  /// Whether every failing constraint of a component holds after the changes, and every other
  /// that they touch.
  private func mends(
    _ changes: [(number: Int, change: Fault.Change)], _ component: [Int]
  ) throws(ArithmeticProblem) -> Bool {
    guard changes.count >= 2 else { return false }
    var residuals: [Int: Rational] = [:]
    for (number, change) in changes {
      let delta = try Rational(change.mended) - Rational(change.printed)
      for place in system.byNumber[number] {
        let constraint = system.constraints[place]
        let before = residuals[place] ?? constraint.residual
        residuals[place] =
          try before + delta * (constraint.coefficient(of: number) ?? .zero)
      }
    }
    return component.allSatisfy { residuals[$0] != nil }
      && residuals.allSatisfy { $0.value.magnitude <= system.constraints[$0.key].bound }
      && facts.figures(mendedBy: changes.map(\.change)) != nil
  }
}
