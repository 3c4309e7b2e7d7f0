/// What a reader noticed that is no error, counted for one finding each.
struct ReadingTally {
  var repeatedLines: [Int] = []
  var blankCodes: [Dimension: Int] = [:]

  func findings(
    file: String, unknownHeadings: [String], rounded: Int, dashes: Int
  ) -> [Finding] {
    var findings: [Finding] = []
    func add(_ rule: String, _ severity: Finding.Severity, _ message: String, line: Int? = nil) {
      let place = line.map { "\(file):\($0)" } ?? file
      findings.append(Finding(rule: rule, severity: severity, message: message, source: place))
    }
    if let first = repeatedLines.first {
      let lines = repeatedLines.prefix(10).map(String.init).joined(separator: ", ")
      add(
        "duplicate_row", .warning,
        "rows that repeat earlier ones and count once: \(repeatedLines.count), in lines \(lines)"
          + (repeatedLines.count > 10 ? ", …" : ""), line: first)
    }
    for (dimension, count) in blankCodes.sorted(by: { $0.key < $1.key }) {
      add(
        "blank_code", .note,
        "rows with a blank \(dimension.name): \(count); it counts as a code of its own")
    }
    if !unknownHeadings.isEmpty {
      let list = unknownHeadings.map { "'\($0)'" }.joined(separator: ", ")
      add("unknown_column", .note, "columns that mean nothing here are kept aside: \(list)")
    }
    if rounded > 0 {
      add(
        "rounded_amount", .note,
        "amounts with more decimals than hundredths of the currency unit, rounded half to even: "
          + "\(rounded)")
    }
    if dashes > 0 {
      add("dash_amount", .note, "amounts that are a dash and were read as blank: \(dashes)")
    }
    return findings
  }
}
