/// The codes of one dimension with their names and the tree that they form.
public struct Classification: Sendable {
  public var codes = CodeTable()
  public var tree = Tree.flat
  private var names: [String] = []
  private var nameYears: [Int16] = []

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
  public mutating func setName(_ name: String, of member: Int32, year: Int = 9999) {
    while names.count <= Int(member) {
      names.append("")
      nameYears.append(-1)
    }
    guard !name.isEmpty, Int(nameYears[Int(member)]) <= year else { return }
    names[Int(member)] = name
    nameYears[Int(member)] = Int16(year)
  }

  /// Whether a name of this year or a newer one is known, so that another adds nothing.
  func hasName(_ member: Int32, asOf year: Int) -> Bool {
    Int(member) < nameYears.count && Int(nameYears[Int(member)]) >= year
  }

  public func sorted(_ members: some Sequence<Int32>) -> [Int32] {
    members.sorted { codes.precedes($0, $1) }
  }
}
