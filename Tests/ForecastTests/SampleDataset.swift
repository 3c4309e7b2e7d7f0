import Analytics

@testable import Forecast

/// Datasets of a lone file, for tests.
enum SampleDataset {
  /// 4 units × 6 subjects, 8 years; all lines of a year share a part of its noise.
  static let city: String = {
    var generator = SmallGenerator(seed: 11)
    var text = "year,unit,subject,outturn\n"
    for year in 2016..<2024 {
      let shock = generator.wobble(60)
      for unit in 0..<4 {
        for subject in 0..<6 {
          let size = 1000 + 300 * unit + 70 * subject
          let own = generator.wobble(size / 10)
          text += "\(year),U\(unit),\(subject),\(size + shock * size / 1000 + own).37\n"
        }
      }
    }
    return text
  }()

  static func nodes(_ text: String) throws -> NodeTable { NodeTable(Panel(try read(text))) }

  private static func read(_ text: String) throws -> Dataset {
    try DatasetReader.read(
      .loneFile(named: "a.csv"), file: "a.csv", options: ReadingOptions(isLoneFile: true)
    ) { MemorySource(name: $0, text: text) }
  }

  /// A projection that keeps to ceilings, with its nodes.
  ///
  /// - Parameter roles: Of subjects, by code.
  static func project(
    _ text: String, ceilings: [Ceiling], roles: [String: String] = [:],
    _ options: ProjectionOptions = ProjectionOptions()
  ) throws -> (projection: Projection, nodes: NodeTable) {
    var dataset = try read(text)
    dataset.ceilings = ceilings
    let nodes = NodeTable(Panel(dataset))
    for (code, role) in roles {
      dataset.roles[.subject, default: [:]][nodes.panel.subjects.codes.find(code)!] = role
    }
    let projection = try Projection(
      nodes, options, lastDigit: Money(cents: 1), ceilings: CeilingRules(dataset, nodes))
    return (projection, nodes)
  }

  static func season(_ text: String) throws -> Season {
    Season(try nodes(text), rule: .stage)
  }

  static func project(
    _ text: String, _ options: ProjectionOptions = ProjectionOptions()
  ) throws -> Projection {
    try Projection(try nodes(text), options, lastDigit: Money(cents: 1))
  }

  /// A data package: the text of each table by its name.
  static func package(_ tables: [String: String]) throws -> Dataset {
    let resources = tables.keys.sorted().map {
      DatasetDescriptor.Resource(name: $0, path: "\($0).csv")
    }
    let descriptor = DatasetDescriptor(name: "test", title: "Test", resources: resources)
    return try DatasetReader.read(
      descriptor, file: "datapackage.json", options: ReadingOptions()
    ) { MemorySource(name: $0, text: tables[String($0.dropLast(4))]!) }
  }

  /// Lines × years by a formula in whole units; nil leaves a blank.
  static func table(
    lines: Int, years: ClosedRange<Int>, _ amounts: (Int, Int) -> (budget: Int?, outturn: Int?)
  ) -> String {
    var text = "year,unit,subject,budget,outturn\n"
    for line in 0..<lines {
      for year in years {
        let (budget, outturn) = amounts(line, year)
        if budget == nil && outturn == nil { continue }
        text += "\(year),U\(line % 4),S\(line),\(budget.map(String.init) ?? ""),"
        text += "\(outturn.map(String.init) ?? "")\n"
      }
    }
    return text
  }
}

/// Numbers that are the same in every run (Knuth 1998, volume 2, section 3.3.4, MMIX).
struct SmallGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From −`limit` to `limit`.
  mutating func wobble(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % (2 * limit + 1) - limit
  }
}
