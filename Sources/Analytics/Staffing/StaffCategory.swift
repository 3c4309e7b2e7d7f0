/// A category of staff, or of another driver of cost such as vehicles.
public struct StaffCategory: Hashable, Sendable {
  public let code: String
  /// Categories that the same lines pay for.
  public let group: String?
  /// Promotion and increments a year, in per cent.
  public let progression: PrintedNumber?
  /// Whether it is of paid heads; not of retirees, vehicles or square metres.
  public let countsAsHead: Bool

  public init(code: String, group: String?, progression: PrintedNumber?, countsAsHead: Bool) {
    self.code = code
    self.group = group
    self.progression = progression
    self.countsAsHead = countsAsHead
  }

  /// Whether who retires becomes one of these.
  var isRetired: Bool {
    StaffCategory.isRetired(code) || StaffCategory.isRetired(group ?? "")
  }

  /// Whether a category's word says that it is of retirees.
  static func isRetired(_ word: String) -> Bool { retiredWords.contains(word.lowercased()) }

  private static let retiredWords: Set<String> = [
    "退休", "离退休", "退休人员", "离退休人员", "retired", "retiree", "retirees", "pensioner",
    "pensioners",
  ]
}

/// The categories of a dataset: those that are listed, and those that only `headcount` or
/// `movements` have, which count as heads.
public struct StaffCategories: Sendable {
  /// Sorted by the bytes of their codes.
  public let all: [StaffCategory]
  private let places: [String: Int]

  public init(_ dataset: Dataset) {
    var listed: [String: StaffCategory] = [:]
    for category in dataset.categories { listed[category.code] = category }
    func add(_ code: String) {
      if listed[code] == nil {
        listed[code] = StaffCategory(
          code: code, group: nil, progression: nil, countsAsHead: true)
      }
    }
    for code in dataset.headcount.categories.values { add(code) }
    for movement in dataset.movements {
      add(movement.category)
      if let other = movement.toCategory { add(other) }
    }
    let codes = listed.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    all = codes.map { listed[$0]! }
    places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
  }

  public func place(_ code: String) -> Int? { places[code] }

  /// The places of the categories that a line's driver names: a group, a category, or `*` for
  /// every category that counts as a head.
  public func driven(by driver: String) -> [Int] {
    all.indices.filter { place in
      driver == "*"
        ? all[place].countsAsHead : all[place].group == driver || all[place].code == driver
    }
  }

  /// The category of retirees, or nil.
  public var retired: Int? { all.firstIndex { $0.isRetired && !$0.countsAsHead } }
}
