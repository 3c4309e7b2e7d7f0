import Analytics
import ArgumentParser
import FoundationEssentials
import Logging
import Reports

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Do everything: read, check, compare, forecast, and write all tables and reports.",
    discussion: """
      Tables go to DIR/runs/<run-id>, which appears whole or not at all; DIR/current links to the \
      newest. The same input, options and version have the same id and are not run twice. Exits \
      with 1 if there are error findings.
      """)

  @OptionGroup(title: "Source") var source: SourceOptions
  @OptionGroup(title: "Forecast") var forecast: ForecastOptions
  @OptionGroup var plan: PlanOptions
  @OptionGroup(title: "Staffing") var staffing: StaffingOptions

  @Option(help: ArgumentHelp("Where runs are kept.", valueName: "dir"))
  var output = "outturn-output"

  @Flag(help: "Exit with 0 even if there are error findings.")
  var exitZero = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many runs to keep, 1 or more; all if not given.", valueName: "n"))
  var keep: Int?

  @Flag(help: "Start every CSV with a byte order mark, for Excel.")
  var bom = false

  @Option(help: "Log lines as text or as json.")
  var logFormat: LogFormat = .text

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output must name a folder.") }
    if let keep, keep < 1 { throw ValidationError("--keep must be at least 1 run, not \(keep).") }
  }

  func run() throws {
    Interruption.listen()
    let started = Date()
    let log = Logger.outturn(logFormat)
    var progress = Progress(total: 20, log: log, format: logFormat)
    defer { progress.finish() }
    let datasetSource = try DatasetSource(source.dataset)
    let scenarios = try staffing.sources()
    let inputs = try progress.stage("digest") {
      try datasetSource.inputs() + scenarios.flatMap { try $0.inputs() }
    }
    let options =
      try source.named + forecast.named() + staffing.named
      + (bom ? [(name: "bom", value: "yes")] : [])
    let history = PlanHistory(
      output: output, work: RunID.make(inputs: inputs, options: options),
      knowledge: RunID.make(inputs: inputs, options: source.reading.years))
    let dataset = try progress.stage("read") { try source.read(datasetSource) }
    var analysis = try progress.stage("compute") {
      try Analysis(
        dataset, forecast: forecast.projection(explains: true), checks: Check.all,
        privacy: staffing.privacy,
        scenarios: scenarios.map { ($0.name, try $0.read(onto: dataset)) })
    }
    log.warn(of: analysis.projection?.breaks ?? [])
    let last = try lastPlan(history, analysis)
    analysis.lastPlan = last?.plan
    let id =
      (plan.lastPlan == nil ? history.done?.id : nil)
      ?? RunID.make(inputs: inputs, options: options + [last?.option].compactMap(\.self))
    let directory = try RunDirectory(output)
    let contents = analysis.contents
    progress.expect(contents.tables.count + ReportFile.all.count)
    let isNew = !directory.hasRun(id)
    if isNew {
      progress.announce("write")
      try directory.write(id) { folder in
        try write(contents, to: folder, &progress)
        let manifest = Manifest(
          id: id, started: started, options: options, inputs: inputs, analysis: analysis,
          timings: progress.timings, work: plan.lastPlan == nil ? history.work : id,
          knowledge: history.knowledge, lastPlan: last?.name)
        try folder.write("manifest.json") { try $0.write(Array(manifest.text.utf8)) }
      }
    }
    try directory.makeCurrent(id)
    if let keep { directory.prune(keeping: keep, besides: id) }
    progress.finish()
    try report(analysis, id, directory, contents.tables, isNew: isNew, log)
    if analysis.count(.error) > 0 && !exitZero { throw ExitStatus.findings.exitCode }
  }

  private func lastPlan(
    _ history: PlanHistory, _ analysis: Analysis
  ) throws -> PlanHistory.Found? {
    if let folder = plan.lastPlan {
      return try PlanHistory.read(named: folder, analysis.dataset.amountUnit)
    }
    guard let draft = analysis.draft else { return nil }
    return try history.find(for: analysis.dataset, drafting: draft.year)
  }

  private func write(
    _ contents: RunContents, to folder: RunFolder, _ progress: inout Progress
  ) throws {
    let format = CSVFormat(bom: bom)
    for table in contents.tables {
      try progress.stage(table.name, isDetail: true) {
        try folder.write("\(table.name).csv") { try format.write(table, to: &$0) }
      }
    }
    let dataset = contents.dataset
    let descriptor = DataPackageDescriptor(
      name: PackageName.make(dataset.name), title: dataset.title, language: dataset.language,
      tables: contents.tables)
    try folder.write("datapackage.json") { try $0.write(Array(descriptor.text.utf8)) }
    for report in ReportFile.all {
      try progress.stage(report.name, isDetail: true) { try report.write(contents, folder) }
    }
  }

  private func report(
    _ analysis: Analysis, _ id: String, _ directory: RunDirectory, _ tables: [Table],
    isNew: Bool, _ log: Logger
  ) throws {
    let summary = Summary(analysis: analysis)
    let places = summary.tables(tables, in: "\(directory.path)/current/", isNew: isNew)
    try StandardOutput().write(summary.text + "\n" + places)
    if logFormat == .json {
      log.info(
        "run complete",
        metadata: [
          "run": "\(id)", "folder": "\(directory.location(of: id))",
          "up_to_date": .stringConvertible(!isNew),
          "errors": .stringConvertible(analysis.count(.error)),
          "warnings": .stringConvertible(analysis.count(.warning)),
          "notes": .stringConvertible(analysis.count(.note)),
        ])
    }
  }
}
