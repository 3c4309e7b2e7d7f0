import Analytics

/// Accounts of a made-up department whose every number is rounded from exact parts by itself:
/// units, subjects in two or three levels, two kinds, two years.
struct RandomAccounts {
  struct Row: Hashable {
    let year: Int
    let unit: String
    /// Blank for all.
    let subject: String
    /// Blank for all.
    let kind: String
    /// Hundredths of the amount unit, as printed.
    var printed: Int64
  }

  private(set) var rows: [Row] = []
  private let units: [String]
  private let leaves: [String]
  private let kinds: [String]
  /// By unit, leaf, kind and year, in ten-thousandths of the amount unit.
  private var exact: [Row: Int64] = [:]

  static let years = [2022, 2023]
  private static let levels = [3, 5, 7]

  init(using random: inout CheckRandom) {
    units = (1...Int.random(in: 1...3, using: &random)).map { "U\($0)" }
    kinds = Bool.random(using: &random) ? ["personnel", "operating"] : ["personnel"]
    leaves = RandomAccounts.leaves(deep: Bool.random(using: &random), using: &random)
    for year in RandomAccounts.years {
      for unit in units {
        for leaf in leaves {
          for kind in kinds {
            let key = Row(year: year, unit: unit, subject: leaf, kind: kind, printed: 0)
            exact[key] = Int64.random(in: 1_000...40_000_000, using: &random)
          }
        }
      }
      publish(year)
    }
  }

  private static func leaves(deep: Bool, using random: inout CheckRandom) -> [String] {
    var codes: [String] = []
    for first in 1...Int.random(in: 2...4, using: &random) {
      for second in 1...Int.random(in: 1...3, using: &random) {
        let code = "20\(first)0\(second)"
        guard deep else {
          codes.append(code)
          continue
        }
        for third in 1...Int.random(in: 1...4, using: &random) { codes.append(code + "0\(third)") }
      }
    }
    return codes
  }

  /// Prints every total and every part of a year.
  private mutating func publish(_ year: Int) {
    let subjects = Set(
      leaves.flatMap { leaf in
        RandomAccounts.levels.filter { $0 <= leaf.count }.map { String(leaf.prefix($0)) }
      })
    for unit in units.count > 1 ? ["D"] + units : ["D"] {
      for subject in [""] + subjects.sorted() {
        for kind in kinds.count > 1 ? [""] + kinds : [""] {
          let sum = exact.filter { key, _ in
            key.year == year && (unit == "D" || key.unit == unit) && key.subject.hasPrefix(subject)
              && (kind.isEmpty || key.kind == kind)
          }.values.reduce(0, +)
          rows.append(
            Row(
              year: year, unit: unit, subject: subject, kind: kind, printed: (sum + 50) / 100))
        }
      }
    }
  }

  mutating func print(_ printed: Int64, at place: Int) { rows[place].printed = printed }

  func dataset() throws -> Dataset {
    var accounts = "year,unit,subject,kind,outturn\n"
    for row in rows {
      let number = PrintedNumber(mantissa: row.printed, decimals: 2)
      accounts += "\(row.year),\(row.unit),\(row.subject),\(row.kind),\(number)\n"
    }
    let tree = "unit,parent\nD,\n" + (units.count > 1 ? units.map { "\($0),D\n" }.joined() : "")
    var options = ReadingOptions()
    options.amountUnit = AmountUnit(rawValue: "万元")
    options.decimals = 2
    options.subjectLevels = RandomAccounts.levels
    return try TestDataset.package(["accounts": accounts, "units": tree], options)
  }

  // MARK: What a slip must be to be found

  /// The fewest cells of an identity that a row stands in: as a total of its parts, or as a part.
  func shortestIdentity(at place: Int) -> Int {
    let row = rows[place]
    let year = rows.filter { $0.year == row.year }
    func children(_ subject: String) -> [String] {
      let below = Set(year.map(\.subject)).filter { $0.hasPrefix(subject) && $0 != subject }
      let length = RandomAccounts.levels.first { $0 > subject.count }
      return below.filter { $0.count == length }
    }
    func parent(_ subject: String) -> String? {
      subject.isEmpty
        ? nil : String(subject.prefix(RandomAccounts.levels.last { $0 < subject.count } ?? 0))
    }
    var sizes: [Int] = []
    if let above = parent(row.subject) { sizes.append(children(above).count + 1) }
    if !children(row.subject).isEmpty { sizes.append(children(row.subject).count + 1) }
    if units.count > 1 { sizes.append(units.count + 1) }
    if kinds.count > 1 { sizes.append(kinds.count + 1) }
    return sizes.min() ?? .max
  }
}
