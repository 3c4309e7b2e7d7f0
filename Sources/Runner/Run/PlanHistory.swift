import Analytics
import Forecast

/// Which earlier plan a run is held against.
///
/// It is the plan of the newest run, if that knew something else: its inputs differ, or the years
/// up to which they are used. A run that knew the same is no earlier plan; it shares the one that
/// it was held against itself. So the same work finds the same plan, and has the same id, however
/// often it is done. A plan that was made later, for years after this one's, is none either.
struct PlanHistory {
  /// A plan, and what names it.
  struct Found {
    let plan: LastPlan
    /// The id of its run, or the path that was given.
    let name: String
    let sha256: String

    /// By which a run's id knows it.
    var option: (name: String, value: String) { ("last-plan", sha256) }
  }

  /// The run's id, but for an earlier plan that is found.
  let work: String
  /// What is known: the inputs' contents, and up to which years they are used.
  let knowledge: String
  /// The run that has done this work already.
  let done: PastRun?
  private let output: String

  init(output: String, work: String, knowledge: String) {
    self.output = output
    self.work = work
    self.knowledge = knowledge
    let runs = RunDirectory.entries("\(output)/runs").filter { !$0.hasPrefix(".") }
    done = runs.lazy.compactMap { PastRun(folder: "\(output)/runs/\($0)") }
      .first { $0.work == work }
  }

  /// - Parameter year: The drafted year.
  /// - Throws: `SourceErrors` where the plan of the newest run cannot be read.
  func find(for dataset: Dataset, drafting year: FiscalYear) throws -> Found? {
    guard let name = name(dataset) else { return nil }
    let folder = "\(output)/runs/\(name)"
    guard let found = try Self.read(folder, name: name, dataset.amountUnit),
      let first = found.plan.years.first, first <= year
    else { return nil }
    return found
  }

  /// The id of the run whose plan it is.
  private func name(_ dataset: Dataset) -> String? {
    if let done { return done.lastPlan }
    guard let newest = PastRun(folder: "\(output)/current"), newest.isOf(dataset) else {
      return nil
    }
    return newest.knowledge == knowledge ? newest.lastPlan : newest.id
  }

  /// The plan of a run's folder, or of an output folder's newest run.
  ///
  /// - Throws: A `Failure` where there is none.
  static func read(named path: String, _ unit: AmountUnit) throws -> Found {
    for folder in [path, "\(path)/current"] {
      let name = PastRun(folder: folder)?.id ?? path
      if let found = try read(folder, name: name, unit) { return found }
    }
    throw Failure(
      .inputMissing,
      "\(path) has no forecast/explanations.csv; give the folder of a run, or an output folder")
  }

  /// Nil where a folder has no plan.
  private static func read(_ folder: String, name: String, _ unit: AmountUnit) throws -> Found? {
    let table = "forecast/explanations.csv"
    guard let source = try? FileSource(path: "\(folder)/\(table)", name: table) else { return nil }
    let digest = try InputFile.measure(source).sha256
    return Found(plan: try LastPlan(source, in: unit), name: name, sha256: digest)
  }
}
