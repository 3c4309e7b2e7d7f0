import Analytics
import ArgumentParser
import Forecast
import Foundation
import LinearAlgebra

struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learn from other panels what forecasts lean on, and write it as a prior.",
    discussion: """
      Each DATASET is one panel: a folder with a datapackage.json or a CSV with year, unit, \
      subject, budget and outturn. One stage whose median line has 20 values is a collection of \
      series, and so is any of one stage with --origin series. --prior FILE makes forecasts use \
      the result.
      """)

  @Argument(help: "Panels to learn from.")
  var datasets: [String]

  @Option(help: ArgumentHelp("Where to write the prior.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Leave a panel out, by its name without ending, so that scores on it are honest.",
      valueName: "name"))
  var leaveOut: [String] = []

  @Option(
    help: ArgumentHelp(
      "Learn from years that all lines share (stage), or from each series' own past (series).",
      valueName: "rule"))
  var origin: OriginRule = .stage

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many values ahead series are learned for, 1 to 30.", valueName: "years"))
  var horizon = 6

  @OptionGroup(title: "Reading") var reading: ReadingFlags
  @OptionGroup(title: "Work") var work: WorkOptions

  func validate() throws {
    let names = Set(datasets.map(Self.name))
    for name in leaveOut where !names.contains(name) {
      throw ValidationError(
        "--leave-out \(name) is none of the panels; they are: "
          + names.sorted().joined(separator: ", ") + ".")
    }
    if names.count < datasets.count {
      throw ValidationError("two panels have the same name; rename one.")
    }
    guard (1...30).contains(horizon) else {
      throw ValidationError("--horizon must be from 1 to 30 years, not \(horizon).")
    }
  }

  func run() throws {
    Interruption.listen()
    let kept = datasets.filter { !leaveOut.contains(Self.name($0)) }.sorted()
    let lessons = try kept.map { path in
      try Interruption.check()
      let analysis = try Analysis(reading.read(DatasetSource(path)))
      return PriorLesson(name: Self.name(path), analysis.nodes, rule: origin)
    }
    let prior = PriorLearning(lessons, horizons: horizon, workers: work.workers).prior()
    guard !prior.regressions.isEmpty || !prior.series.isEmpty else {
      throw Failure(
        .badData,
        "no panel has enough to learn from; three years of 20 lines are enough, or more years of "
          + "fewer lines")
    }
    try write(prior)
    try StandardOutput().write(
      "a prior of \(lessons.count) panels is in \(output); use it with --prior \(output)\n")
  }

  private func write(_ prior: Prior) throws {
    do {
      let text = try PriorFile.text(prior)
      try text.write(toFile: output, atomically: true, encoding: .utf8)
    } catch {
      throw Failure(.cannotCreate, "cannot write \(output): \(error.localizedDescription)")
    }
  }

  /// `canon/madrid.csv` is the panel madrid.
  private static func name(_ path: String) -> String {
    let file = URL(fileURLWithPath: path).lastPathComponent
    return file.split(separator: ".").first.map(String.init) ?? file
  }
}
