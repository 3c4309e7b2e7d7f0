import Testing

@testable import Analytics

@Suite("The identities of the accounts")
struct IdentityTests {
  @Test("a total is the sum of its parts, or of what stands below a part without an amount")
  func parts() throws {
    let found = try identities(
      "2023,A,1,,30.00\n2023,A,11,,10.00\n2023,A,121,,12.00\n2023,A,122,,8.00\n",
      subjects: "1,\n11,1\n12,1\n121,12\n122,12\n")
    #expect(found == ["subject 2023 A 1 outturn = A 11 + A 121 + A 122"])
  }

  @Test("a part that only the unit's own parts have is taken from them")
  func partsOfUnits() throws {
    let found = try identities(
      "2023,A,1,,30.00\n2023,A,11,,10.00\n2023,B,12,,15.00\n2023,C,12,,5.00\n",
      subjects: "1,\n11,1\n12,1\n", units: "A,\nB,A\nC,A\n")
    #expect(found == ["subject 2023 A 1 outturn = A 11 + B 12 + C 12"])
  }

  @Test("the classes that a total is broken down to are the topmost that are given")
  func classes() throws {
    let found = try identities(
      "2023,A,1,,30.00\n2023,A,1,301,20.00\n2023,A,1,30101,20.00\n2023,A,1,30201,10.00\n",
      subjects: "1,\n", economics: "301,\n30101,301\n302,\n30201,302\n")
    #expect(
      found == [
        "economic 2023 A 1 outturn = A 1 301 + A 1 30201",
        "economic 2023 A 1 301 outturn = A 1 30101",
      ])
  }

  @Test("are those that the definition gives, in random accounts with gaps")
  func definition() throws {
    var random = CheckRandom(seed: 11)
    var found = 0
    for _ in 0..<60 {
      let dataset = try SparseAccounts.dataset(using: &random)
      let table = Identities(dataset, DatasetFacts(dataset)).all()
      let expected = IdentityDefinition(dataset.accounts).all()
      #expect(table.map { IdentityDefinition.Sum($0) } == expected)
      #expect(table.allSatisfy { $0.sum == $0.amounts.reduce(.zero, +) })
      found += expected.count
    }
    #expect(found > 1_000)
  }

  private func identities(
    _ rows: String, subjects: String, units: String = "A,\n", economics: String? = nil
  ) throws -> [String] {
    var tables = [
      "accounts": "year,unit,subject,economic,outturn\n" + rows,
      "subjects": "code,parent\n" + subjects, "units": "unit,parent\n" + units,
    ]
    tables["economics"] = economics.map { "code,parent\n" + $0 }
    let dataset = try TestDataset.package(tables)
    func name(_ cell: Identity.Cell) -> String {
      cell.key.cut.dimensions.map { dataset.accounts[$0].code(cell.key[$0]) }
        .joined(separator: " ")
    }
    return Identities(dataset, DatasetFacts(dataset)).all().map { it in
      "\(it.dimension.name) \(it.total.year) \(name(it.total)) \(it.total.stage.rawValue) = "
        + it.parts.map(name).joined(separator: " + ")
    }
  }
}

/// Accounts of nested units, subjects and classes in which most cells are missing and those that
/// are there lack some stages and years.
private enum SparseAccounts {
  static func dataset(using random: inout CheckRandom) throws -> Dataset {
    let units = tree("U", 5, using: &random)
    let subjects = tree("S", 8, using: &random)
    let economics = tree("E", 6, using: &random)
    var rows = "year,unit,subject,economic,budget,outturn\n"
    for unit in [""] + units.codes {
      for subject in [""] + subjects.codes {
        for economic in [""] + economics.codes
        where Int.random(in: 0..<(economic.isEmpty ? 2 : 5), using: &random) == 0 {
          for year in 2021...2023 {
            let amounts = (0..<2).map { _ in
              Bool.random(using: &random) ? "\(Int.random(in: 1...99, using: &random))" : ""
            }
            rows += "\(year),\(unit),\(subject),\(economic),\(amounts[0]),\(amounts[1])\n"
          }
        }
      }
    }
    return try TestDataset.package([
      "accounts": rows, "units": "unit,parent\n" + units.table,
      "subjects": "code,parent\n" + subjects.table,
      "economics": "code,parent\n" + economics.table,
    ])
  }

  /// Codes, each under one of those before it or under none.
  private static func tree(
    _ letter: String, _ count: Int, using random: inout CheckRandom
  ) -> (codes: [String], table: String) {
    let codes = (1...count).map { "\(letter)\($0)" }
    let rows = codes.enumerated().map { place, code in
      let parent = Int.random(in: 0...place, using: &random)
      return "\(code),\(parent == 0 ? "" : codes[parent - 1])\n"
    }
    return (codes, rows.joined())
  }
}

/// Which parts a total has, cell by cell as the definition says it.
private struct IdentityDefinition {
  struct Sum: Equatable {
    let total: Identity.Cell
    let dimension: Dimension
    let parts: [Identity.Cell]

    init(_ total: Identity.Cell, _ dimension: Dimension, _ parts: [Identity.Cell]) {
      self.total = total
      self.dimension = dimension
      self.parts = parts
    }

    init(_ identity: Identity) {
      self.init(identity.total, identity.dimension, identity.parts)
    }
  }

  private let accounts: Accounts

  init(_ accounts: Accounts) { self.accounts = accounts }

  func all() -> [Sum] {
    var found: [Sum] = []
    for cell in 0..<accounts.cellCount {
      for dimension in Dimension.allCases {
        for year in accounts.years {
          for stage in Stage.allCases where accounts.amount(cell, stage, year) != nil {
            let total = Identity.Cell(key: accounts.key(cell), stage: stage, year: year)
            let parts = members(of: total.key, dimension).flatMap { member in
              cells(total.key.with(dimension, member), total, dimension)
            }
            if !parts.isEmpty { found.append(Sum(total, dimension, parts)) }
          }
        }
      }
    }
    return found
  }

  /// All members directly below; of a breakdown those that the unit or a part of it has rows of,
  /// and of the whole of it the topmost of them.
  private func members(of key: CellKey, _ dimension: Dimension) -> [Int32] {
    let tree = accounts[dimension].tree
    let all = 0..<Int32(accounts[dimension].codes.count)
    let member = key[dimension]
    if dimension <= .subject {
      return member == CellKey.all
        ? all.filter { tree.parent(of: $0) == Tree.root } : tree.children(of: member)
    }
    let given = all.filter { isGiven(key.with(dimension, $0)) }
    return member == CellKey.all
      ? given.filter { !tree.ancestors(of: $0).contains(where: given.contains) }
      : tree.children(of: member).filter(given.contains)
  }

  private func isGiven(_ key: CellKey) -> Bool {
    accounts.cell(key) != nil
      || accounts[.unit].tree.children(of: key.unit).contains { isGiven(key.with(.unit, $0)) }
  }

  /// The cell itself if it has an amount, else those below it, else those of the unit's parts.
  private func cells(
    _ key: CellKey, _ total: Identity.Cell, _ dimension: Dimension
  ) -> [Identity.Cell] {
    if accounts.amount(key, total.stage, total.year) != nil {
      return [Identity.Cell(key: key, stage: total.stage, year: total.year)]
    }
    for next in dimension == .unit ? [dimension] : [dimension, .unit] {
      let below = accounts[next].tree.children(of: key[next]).flatMap {
        cells(key.with(next, $0), total, dimension)
      }
      if !below.isEmpty { return below }
    }
    return []
  }
}
