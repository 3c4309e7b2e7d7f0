import ArgumentParser

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Print what does not tie out, with the bound that rounding allows.",
    discussion: "Exits with 1 if there are error findings. --table figures prints every figure.")

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Table") var output: TableOptions

  @Flag(help: "Exit with 0 even if there are error findings.")
  var exitZero = false

  func run() throws {
    let analysis = Analysis(try source.read())
    let tables = analysis.tables.filter { $0.name == "findings" || $0.name == "figures" }
    if analysis.findings.isEmpty && output.format == .text && output.table == nil {
      let isChinese = analysis.dataset.language == .chinese
      try StandardOutput().write(isChinese ? "没有发现问题\n" : "no findings\n")
      return
    }
    try output.print(tables, usual: "findings", language: analysis.dataset.language)
    if analysis.count(.error) > 0 && !exitZero { throw ExitStatus.findings.exitCode }
  }
}
