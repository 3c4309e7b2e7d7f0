@testable import Analytics

/// A lone file as the reader takes it, and its cells as text.
struct LoneFile {
  let dataset: Dataset

  init(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws {
    try self.init(bytes: Array(text.utf8), options)
  }

  init(bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws {
    var options = options
    options.isLoneFile = true
    dataset = try DatasetReader.read(
      .loneFile(named: "a.csv"), file: "a.csv", options: options
    ) { _ in MemorySource(name: "a.csv", bytes: bytes) }
  }

  /// `2023 A 201 outturn 1.50`, as the dataset prints amounts, by year; blank codes left out.
  var cells: [String] {
    let accounts = dataset.accounts
    return accounts.years.flatMap { year in
      (0..<accounts.cellCount).flatMap { cell in
        Stage.allCases.compactMap { stage in
          accounts.amount(cell, stage, year).map { amount in
            let key = accounts.key(cell)
            let codes = key.cut.dimensions.map { accounts[$0].code(key[$0]) }
              .filter { !$0.isEmpty }
            return (["\(year)"] + codes + [stage.rawValue, "\(dataset.printed(amount))"])
              .joined(separator: " ")
          }
        }
      }
    }
  }

  /// The outturns alone, as printed.
  var outturns: [String] {
    cells.filter { $0.contains(" outturn ") }.map { String($0.split(separator: " ").last!) }
  }

  var notes: [String] { dataset.notes.map { "\($0.rule): \($0.message)" } }
}
