import ArgumentParser
import Glibc
import Synthetic

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a synthetic dataset of any size, which ties to the cent.",
    discussion: """
      Without options it writes datasets/demo-city. The same options give the same bytes on every \
      machine. Beyond \(SyntheticPlan.mostDetailedLines) lines only accounts by unit and subject \
      are written, as with --lines-only.
      """)

  private static let demo = SyntheticPlan.demoCity

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Rows of units, \(bounds(SyntheticPlan.unitBounds)).", valueName: "n"))
  var units = demo.units

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Rows of subjects, \(bounds(SyntheticPlan.subjectBounds)).", valueName: "n"))
  var subjects = demo.subjects

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Closed years up to \(SyntheticPlan.newestYear), \(bounds(SyntheticPlan.yearBounds)).",
      valueName: "n"))
  var years = demo.years

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Which of all such datasets, 0 or more.", valueName: "n"))
  var seed = demo.seed

  @Flag(help: "Only accounts by unit and subject, without cuts and the tables beside them.")
  var linesOnly = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Ceilings of single units, one a unit at most.", valueName: "n"))
  var ceilings = 0

  @Flag(help: "Write into a folder that is not empty, over files of the same names.")
  var force = false

  @Argument(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var folder: String

  private static func bounds(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }

  func validate() throws { _ = try plan }

  private var plan: SyntheticPlan {
    get throws {
      do {
        return try SyntheticPlan(
          units: units, subjects: subjects, years: years, seed: seed, linesOnly: linesOnly,
          ceilings: ceilings)
      } catch {
        throw ValidationError("\(error)")
      }
    }
  }

  func run() throws {
    Interruption.listen()
    try prepareFolder()
    let package = SyntheticPackage(try plan)
    let files = PartialFiles(folder: folder)
    try package.write { path, bytes in
      try Interruption.check()
      try files.append(bytes, to: path)
    }
    try files.complete()
    try StandardOutput().write("a synthetic dataset is in \(folder); try: outturn run \(folder)\n")
  }

  private func prepareFolder() throws {
    try RunDirectory.create(folder)
    if !RunDirectory.entries(folder).isEmpty && !force {
      throw Failure(
        .cannotCreate,
        "\(folder) is not empty; name another folder, or write over it with --force")
    }
  }
}

/// Files on their way into a folder: they have their names only when all are complete.
private final class PartialFiles {
  private static let suffix = ".part"
  private let folder: String
  private var open: [String: Descriptor] = [:]

  init(folder: String) { self.folder = folder }

  deinit {
    for (path, descriptor) in open {
      try? descriptor.close()
      unlink(partial(path))
    }
  }

  func append(_ bytes: [UInt8], to path: String) throws {
    do {
      let descriptor =
        try open[path] ?? Descriptor.open(partial(path), O_WRONLY | O_CREAT | O_TRUNC)
      open[path] = descriptor
      try descriptor.write(bytes)
    } catch let error as SystemError {
      throw Failure(.cannotWrite, "cannot write \(folder)/\(path): \(error)")
    }
  }

  func complete() throws {
    let files = open.sorted { $0.key < $1.key }
    do {
      for (_, descriptor) in files { try descriptor.synchronise() }
      for (path, descriptor) in files {
        guard rename(partial(path), "\(folder)/\(path)") == 0 else { throw SystemError.last }
        open[path] = nil
        try descriptor.close()
      }
    } catch let error as SystemError {
      throw Failure(.cannotWrite, "cannot write to \(folder): \(error)")
    }
  }

  private func partial(_ path: String) -> String { "\(folder)/\(path)\(PartialFiles.suffix)" }
}
