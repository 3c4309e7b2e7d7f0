/// What the years with both an original budget and an outturn have, by head.
struct PefaYears {
  /// What the heads of a composition are.
  enum Basis: String, CaseIterable {
    case unit, `class`, item, economic
  }

  let completed: [FiscalYear]
  private let dataset: Dataset
  private let nodes: NodeTable
  private let economic: Breakdown
  /// Economic classes that no other class holds.
  private let classes: [Int32]

  private var panel: Panel { nodes.panel }

  init(_ dataset: Dataset, _ nodes: NodeTable) {
    self.dataset = dataset
    self.nodes = nodes
    economic = Breakdown(.economic, of: dataset.accounts, panel: nodes.panel)
    classes = PefaYears.tops(economic)
    completed = nodes.panel.years.filter { year in
      guard let total = nodes.total, let budget = nodes.cell(total, .budget, year).money,
        let outturn = nodes.cell(total, .outturn, year).money
      else { return false }
      return budget > .zero && outturn > .zero
    }
  }

  func totals(_ year: FiscalYear) -> (outturn: Int64, budget: Int64) {
    let total = nodes.total!
    return (
      nodes.cell(total, .outturn, year).money!.cents, nodes.cell(total, .budget, year).money!.cents
    )
  }

  /// The heads of a year without contingency and, but by economic class, without interest; nil
  /// where the accounts have none on that basis.
  func heads(_ basis: Basis, _ year: FiscalYear) -> PefaHeads? {
    switch basis {
    case .unit: administrativeHeads(year)
    case .class: heads(year, by: { top(panel.subjects, $0.subject) })
    case .item: heads(year, by: { panel.subjects.code($0.subject) })
    case .economic: economicHeads(year)
    }
  }

  /// The units, where there are several and no money is left beside them.
  private func administrativeHeads(_ year: FiscalYear) -> PefaHeads? {
    guard let units = heads(year, by: { panel.units.code($0.leafUnit) }), units.heads.count > 1,
      !units.heads.contains(where: { $0.code.hasSuffix(RestCodes.suffix) })
    else { return nil }
    return units.largest()
  }

  private func heads(_ year: FiscalYear, by head: (Panel.Line) -> String) -> PefaHeads? {
    var heads: [String: PefaHeads.Head] = [:]
    for line in panel.lines.indices {
      let role = role(panel.lines[line].subject, .subject)
      guard role != "contingency", role != "interest" else { continue }
      let budget = nodes.cell(line, .budget, year).money?.cents
      let outturn = nodes.cell(line, .outturn, year).money?.cents
      guard budget != nil || outturn != nil else { continue }
      let code = head(panel.lines[line])
      heads[code, default: .init(code: code, budget: 0, outturn: 0)].budget += budget ?? 0
      heads[code]!.outturn += outturn ?? 0
    }
    return heads.isEmpty ? nil : PefaHeads(heads: heads.values.sorted { $0.code < $1.code })
  }

  private func economicHeads(_ year: FiscalYear) -> PefaHeads? {
    let members = classes.filter { role($0, .economic) != "contingency" }
    let heads = members.compactMap { member -> PefaHeads.Head? in
      let budget = economic.amount(CellKey.all, member, .budget, year)?.cents
      let outturn = economic.amount(CellKey.all, member, .outturn, year)?.cents
      guard budget != nil || outturn != nil else { return nil }
      return .init(
        code: economic.members.code(member), budget: budget ?? 0, outturn: outturn ?? 0)
    }
    guard heads.contains(where: { $0.budget != 0 }), heads.contains(where: { $0.outturn != 0 })
    else { return nil }
    return PefaHeads(heads: heads)
  }

  /// Classes that no other class with money holds: as its parent, or by its code.
  private static func tops(_ economic: Breakdown) -> [Int32] {
    let members = economic.members(of: CellKey.all)
    let present = Set(members)
    let codes = Set(members.map { economic.members.code($0) })
    return members.filter { member in
      guard !economic.members.tree.ancestors(of: member).contains(where: present.contains) else {
        return false
      }
      let code = economic.members.code(member)
      return !code.indices.dropFirst().contains { codes.contains(String(code[..<$0])) }
    }
  }

  // MARK: Contingency

  /// What is charged to lines of the role `contingency`; nil where no line has it.
  func contingency(_ year: FiscalYear) -> Int64? {
    let lines = panel.lines.indices.filter {
      role(panel.lines[$0].subject, .subject) == "contingency"
    }
    guard !lines.isEmpty else { return nil }
    return lines.reduce(0) { $0 + (nodes.cell($1, .outturn, year).money?.cents ?? 0) }
  }

  /// The role of a code, or of the nearest code above it that has one.
  private func role(_ member: Int32, _ dimension: Dimension) -> String? {
    guard let roles = dataset.roles[dimension], member != CellKey.all else { return nil }
    let tree = dataset.accounts[dimension].tree
    return ([member] + tree.ancestors(of: member)).lazy.compactMap { roles[$0] }.first
  }

  private func top(_ classification: Classification, _ member: Int32) -> String {
    classification.code(classification.tree.ancestors(of: member).last ?? member)
  }
}
