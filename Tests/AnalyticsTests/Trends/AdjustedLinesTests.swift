import Testing

@testable import Analytics

/// Offices with parts and lines of their own, subjects in classes, and adjustments on any of them.
@Suite("The lines that contain an adjustment")
struct AdjustedLinesTests {
  private static let units = ["P", "P1", "P2", "Q", "Q1", "R", "P:other", ""]
  private static let subjects = ["20", "2001", "2002", "21", "2101", ""]

  private func dataset(_ seed: UInt64) throws -> Dataset {
    var random = CheckRandom(seed: seed)
    var accounts = "year,unit,subject,outturn\n"
    for unit in Self.units.dropLast(2) {
      for subject in Self.subjects.dropLast() where Int.random(in: 0..<3, using: &random) == 0 {
        accounts += "2023,\(unit),\(subject),\(Int.random(in: 1...9, using: &random))\n"
      }
    }
    accounts += "2023,R,22,5\n"
    var adjustments = "year,unit,subject,stage,amount,kind,against\n"
    for unit in Self.units {
      for subject in Self.subjects {
        adjustments += "2023,\(unit),\(subject),outturn,1,one_off,level\n"
      }
    }
    return try TestDataset.package(
      [
        "accounts": accounts, "adjustments": adjustments,
        "units": "unit,name,parent\nP,,\nP1,,P\nP2,,P\nQ,,\nQ1,,Q\nR,,\n",
      ], ReadingOptions(subjectLevels: [2, 4]))
  }

  /// By a look at each line: those of the unit or its parts, failing them those of the units above.
  private func plain(_ it: Adjustment, _ panel: Panel) -> [Int] {
    func isAt(_ code: String?, _ member: Int32, _ all: Classification) -> Bool {
      code == nil || ([member] + all.tree.ancestors(of: member)).contains { all.code($0) == code }
    }
    func lines(_ isUnit: (Int32) -> Bool) -> [Int] {
      panel.lines.indices.filter {
        isUnit(panel.lines[$0].unit) && isAt(it.subject, panel.lines[$0].subject, panel.subjects)
      }
    }
    let own = lines { isAt(it.unit, $0, panel.units) }
    guard own.isEmpty, let unit = it.unit.flatMap(panel.units.codes.find) else { return own }
    let above = panel.units.tree.ancestors(of: unit)
    return lines { above.contains(panel.unitWithParts($0)) }
  }

  @Test("are those that a look at each line finds", arguments: 1...30)
  func lines(seed: UInt64) throws {
    let dataset = try dataset(seed)
    let nodes = NodeTable(Panel(dataset))
    var adjusted = AdjustedLines(nodes)
    for adjustment in dataset.adjustments {
      let lines = plain(adjustment, nodes.panel)
      #expect(adjusted.line(of: adjustment) == (lines.count == 1 ? lines[0] : nil))
      let above = nodes.nodes.indices.filter { node in
        lines.allSatisfy { $0 == node && lines.count == 1 || nodes.above($0).contains(node) }
      }
      #expect(adjusted.nodes(containing: adjustment).sorted() == (lines.isEmpty ? [] : above))
    }
  }
}
