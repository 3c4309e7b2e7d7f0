/// Rows of `movements` that cannot be meant as they stand: a reason that goes against the sign, and
/// one row over and over.
struct MovementNotes {
  /// So many equal rows are no coincidence.
  static let mostAlike = 10

  private let table: TextTable
  private let movements: [Movement]

  /// - Parameter movements: One a row.
  init(_ table: TextTable, _ movements: [Movement]) {
    self.table = table
    self.movements = movements
  }

  var notes: [ReadingNote] { contradicted + repeated }

  // MARK: Signs

  private static let joining: Set<String> = ["recruit", "transfer_in", "placed", "second_in"]
  private static let leaving: Set<String> = [
    "transfer_out", "retire", "resign", "death", "second_out",
  ]

  private var contradicted: [ReadingNote] {
    let rows = movements.indices.filter { goesAgainstReason(movements[$0]) }
    guard let first = rows.first else { return [] }
    let it = movements[first]
    return [
      ReadingNote(
        .movementReasons(rows.map { table[$0].line }, example: "\(it.reason) \(it.delta)"),
        at: table[first].place)
    ]
  }

  /// Who retires may be written as one retiree more. Where heads go is written from where they leave.
  private func goesAgainstReason(_ movement: Movement) -> Bool {
    guard movement.toUnit == nil && movement.toCategory == nil else { return false }
    if movement.delta.mantissa < 0 { return Self.joining.contains(movement.reason) }
    return movement.delta.mantissa > 0 && Self.leaving.contains(movement.reason)
      && !StaffCategory.isRetired(movement.category)
  }

  // MARK: Repetitions

  private var repeated: [ReadingNote] {
    let repetitions = table.repetitions(of: TableName.movements.columns.map(\.name))
    var counts: [Int: Int] = [:]
    for (_, first) in repetitions { counts[first, default: 1] += 1 }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return [] }
    let isAllTwice = movements.count >= Self.mostAlike && repetitions.count * 2 >= movements.count
    guard most.value >= Self.mostAlike || isAllTwice else { return [] }
    return [
      ReadingNote(
        .repeatedMovements(rows: repetitions.count, most: most.value, line: table[most.key].line),
        at: table[most.key].place)
    ]
  }
}
