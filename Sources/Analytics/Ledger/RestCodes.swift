/// The codes of what published totals leave after their known parts: `<code>:other`.
///
/// Where a row of the sources has that code itself, as the tables of a run have if they are read
/// again, the rest is `<code>:other:other`: two things never share a code.
struct RestCodes: Sendable {
  static let suffix = ":other"

  private var rests: [Int32: Int32] = [:]
  private var wholes: [Int32: Int32] = [:]
  /// Members with rows of their own, or parts, whose codes read like those of rests.
  private var taken: Set<Int32> = []

  /// What a code is the rest of, or nil for one of the sources.
  func whole(of rest: Int32) -> Int32? { wholes[rest] }

  /// Takes no code that some members have.
  mutating func avoid(_ members: some Sequence<Int32>, _ codes: CodeTable) {
    for member in members where codes.hasSuffix(member, RestCodes.suffix) { taken.insert(member) }
  }

  /// - Returns: The rest's code, and whether it is asked for the first time.
  mutating func rest(of member: Int32, _ codes: inout CodeTable) -> (code: Int32, isNew: Bool) {
    if let rest = rests[member] { return (rest, false) }
    var text = (member == CellKey.all ? "all" : codes.text(member)) + RestCodes.suffix
    while let other = codes.find(text), taken.contains(other) || wholes[other] != nil {
      text += RestCodes.suffix
    }
    let rest = codes.intern(text)
    rests[member] = rest
    wholes[rest] = member
    return (rest, true)
  }
}

extension Classification {
  /// The code of what is left of a member after its known parts, which stands under the member.
  ///
  /// - Parameter name: What it is called, from the member's name.
  mutating func rest(of member: Int32, _ name: (String) -> String) -> Int32 {
    let (rest, isNew) = rests.rest(of: member, &codes)
    guard isNew else { return rest }
    if member != CellKey.all { _ = tree.place(rest, under: member) }
    if self.name(rest).isEmpty { setName(name(self.name(member)), of: rest) }
    return rest
  }

  /// Keeps the codes of members that have rows or parts for these alone.
  mutating func reserve(_ members: some Sequence<Int32>) {
    rests.avoid(members, codes)
    rests.avoid((0..<Int32(codes.count)).lazy.filter(tree.isParent), codes)
  }
}
