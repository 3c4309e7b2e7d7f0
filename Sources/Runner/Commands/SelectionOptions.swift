import Analytics
import ArgumentParser
import Reports

/// Which rows of a table.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this unit; may be repeated.", valueName: "code"))
  var unit: [String] = []

  @Option(help: ArgumentHelp("Only this subject; may be repeated.", valueName: "code"))
  var subject: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Only this year, 1 to 9999; may be repeated.", valueName: "year"))
  var year: [FiscalYear] = []

  @Option(
    help: ArgumentHelp("Only budget, revised or outturn; may be repeated.", valueName: "stage"))
  var stage: [Stage] = []

  @Option(
    help: ArgumentHelp(
      "Only line, class, unit, subject or total; may be repeated.", valueName: "level"))
  var level: [Level] = []

  /// The options that are given.
  var given: [String] {
    [
      ("--unit", unit.isEmpty), ("--subject", subject.isEmpty), ("--year", year.isEmpty),
      ("--stage", stage.isEmpty), ("--level", level.isEmpty),
    ].filter { !$0.1 }.map(\.0)
  }

  private var selection: Selection {
    var selection = Selection()
    selection.units = Set(unit)
    selection.subjects = Set(subject)
    selection.years = Set(year.map(\.number))
    selection.stages = Set(stage)
    selection.levels = Set(level)
    return selection
  }

  /// The rows of a table that are wanted.
  ///
  /// - Parameter panel: What is in it is known, though no row may have it.
  /// - Throws: A `ValidationError` where the table cannot be selected from in this way.
  func rows(of table: Table, _ panel: Panel?) throws -> Table {
    let selection = selection
    let fault = selection.fault(in: table) { column, value in
      panel.map { Self.has($0, column, value) } ?? false
    }
    if let fault { throw ValidationError(Self.message(fault, table, panel)) }
    return table.selecting(selection)
  }

  private static func has(_ panel: Panel, _ column: String, _ value: String) -> Bool {
    switch column {
    case "unit": panel.units.codes.find(value) != nil
    case "subject": panel.subjects.codes.find(value) != nil
    default: panel.years.contains { $0.description == value }
    }
  }

  private static func message(_ fault: SelectionFault, _ table: Table, _ panel: Panel?) -> String {
    let name = table.name.split(separator: "/").last.map(String.init) ?? table.name
    switch fault {
    case .noColumn(let column, let selectable):
      let options = selectable.map { "--\($0)" }.joined(separator: " ")
      return "the table \(name) has no \(column) to select by; "
        + (options.isEmpty ? "it is printed as a whole" : "it takes \(options)")
    case .noValue(let value, let column, let near):
      if column == "year", let first = panel?.years.first, let last = panel?.years.last {
        return
          "there is no year \(value) in \(name); the years of the accounts are \(first) to \(last)"
      }
      return "there is no \(column) '\(value)' in the dataset"
        + (near.isEmpty
          ? "" : "; did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
    }
  }
}
