/// The lines found while totals are told from parts: keys in a column, amounts line by line.
struct LineTable {
  struct Entry {
    /// The codes that the line goes by.
    let key: CellKey
    /// The unit and subject that it belongs to, or is the rest of; `CellKey.all` for the whole.
    let node: CellKey
    let role: LineRole
  }

  private(set) var entries: [Entry] = []
  private(set) var runs = PlaneRuns()
  private var amounts: [Int64] = []
  /// Whether an amount is only the sum of a finer cut.
  private var weakness: [Bool] = []

  var count: Int { entries.count }

  /// - Parameters:
  ///   - planes: Outside of them the line has nothing.
  ///   - values: An amount, or `Accounts.absent`, for each of the planes.
  ///   - isWeak: As many.
  mutating func add(
    _ entry: Entry, _ planes: Range<Int>, _ values: some Collection<Int64>,
    isWeak: some Collection<Bool>
  ) {
    entries.append(entry)
    runs.append(planes)
    amounts.append(contentsOf: values)
    weakness.append(contentsOf: isWeak)
  }

  /// A line's amount, or `Accounts.absent`.
  func amount(_ line: Int, _ plane: Int) -> Int64 {
    runs.place(line, plane).map { amounts[$0] } ?? Accounts.absent
  }

  func isWeak(_ line: Int, _ plane: Int) -> Bool {
    runs.place(line, plane).map { weakness[$0] } ?? false
  }

  func hasAmount(_ line: Int) -> Bool {
    amounts[runs.places(of: line)].contains { $0 != Accounts.absent }
  }
}

/// What a line is to the totals around it.
public enum LineRole: Hashable, Sendable {
  case plain
  /// A published total that is the line wherever no part of it has a value.
  case whole
  /// What published totals leave after the parts that are known.
  case rest
}
