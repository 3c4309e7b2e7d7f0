/// The order in which a dataset names items: each role before those below it, roles beside each
/// other and items of one role as they come first.
struct RoleOrder {
  /// Per role, and each role above it, where it comes first.
  private var roles: [String: Int] = [:]
  private var items: [String: Int] = [:]

  init(_ memos: [Memo]) {
    for (place, memo) in memos.enumerated() {
      if items[memo.item] == nil { items[memo.item] = place }
      for role in RoleOrder.path(memo.role ?? "") where roles[role] == nil { roles[role] = place }
    }
  }

  /// `a`, `a.b` and `a.b.c` for `a.b.c`.
  private static func path(_ role: String) -> [String] {
    var path: [String] = []
    for part in role.split(separator: ".") {
      path.append(path.last.map { "\($0).\(part)" } ?? String(part))
    }
    return path
  }

  func precedes(_ a: (role: String, item: String), _ b: (role: String, item: String)) -> Bool {
    let (x, y) = (places(a), places(b))
    return x == y ? (a.role, a.item) < (b.role, b.item) : x.lexicographicallyPrecedes(y)
  }

  /// Where an item stands: of each of its roles, then its own; an item of a role comes before the
  /// roles below.
  private func places(_ entry: (role: String, item: String)) -> [Int] {
    RoleOrder.path(entry.role).map { roles[$0]! } + [-1, items[entry.item] ?? 0]
  }
}
