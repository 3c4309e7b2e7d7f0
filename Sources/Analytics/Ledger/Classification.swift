/// The codes of one dimension with their names and the tree that they form.
public struct Classification: Sendable {
  public var codes = CodeTable()
  public var tree = Tree.flat
  private var names: [String] = []
  /// The newest and the oldest year of which a name was seen.
  private var nameYears: [Int16] = []
  private var firstNameYears: [Int16] = []
  /// Names that a code had besides its newest, with the year in which each was met.
  private var olderNames: [Int32: [DatedName]] = [:]

  /// The codes of what is left of members after their known parts.
  var rests = RestCodes()

  struct DatedName: Hashable, Sendable {
    let name: String
    let year: Int
  }

  public init() {}

  public init(codes: CodeTable) { self.codes = codes }

  public func code(_ member: Int32) -> String {
    member == CellKey.all ? "" : codes.text(member)
  }

  /// The newest name that the sources give, or "".
  public func name(_ member: Int32) -> String {
    member >= 0 && Int(member) < names.count ? names[Int(member)] : ""
  }

  /// Keeps a name if no newer year has given another.
  public mutating func setName(_ name: String, of member: Int32, year: Int = undated) {
    while names.count <= Int(member) {
      names.append("")
      nameYears.append(-1)
      firstNameYears.append(.max)
    }
    guard !name.isEmpty else { return }
    let place = Int(member)
    firstNameYears[place] = min(firstNameYears[place], Int16(year))
    if Int(nameYears[place]) <= year {
      keepOlder(names[place], of: member, Int(nameYears[place]), unlike: name)
      names[place] = name
      nameYears[place] = Int16(year)
    } else {
      keepOlder(name, of: member, year, unlike: names[place])
    }
  }

  private mutating func keepOlder(
    _ name: String, of member: Int32, _ year: Int, unlike newest: String
  ) {
    guard !name.isEmpty, name != newest else { return }
    olderNames[member, default: []].append(DatedName(name: name, year: year))
  }

  /// The different names of a code in the accounts, oldest first; one at most where the name has
  /// not changed.
  func datedNames(_ member: Int32) -> [DatedName] {
    var names = olderNames[member] ?? []
    if !name(member).isEmpty {
      names.append(DatedName(name: name(member), year: Int(nameYears[Int(member)])))
    }
    var seen: Set<String> = []
    return names.filter { $0.year < Classification.undated }.sorted { $0.year < $1.year }
      .filter { seen.insert($0.name).inserted }
  }

  /// Stands for the year of a name that a classification's own table gives.
  public static let undated = 9999

  /// Whether names of this year, or of years on both sides of it, are known, so that another adds
  /// nothing.
  func hasName(_ member: Int32, asOf year: Int) -> Bool {
    Int(member) < nameYears.count && Int(nameYears[Int(member)]) >= year
      && Int(firstNameYears[Int(member)]) <= year
  }

  public func sorted(_ members: some Sequence<Int32>) -> [Int32] {
    members.sorted { codes.precedes($0, $1) }
  }
}
