import Analytics
import ArgumentParser
import Glibc
import LinearAlgebra

@main
struct Tool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outturn",
    abstract:
      "Checks years of public accounts, compares budget, outturn and last year, and forecasts.",
    discussion: """
      DATASET is a folder with a datapackage.json, a lone CSV file of accounts, or - for standard \
      input. Amounts are exact; a run with the same input writes the same bytes.
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, CheckCommand.self, CompareCommand.self, TrendCommand.self,
      ForecastCommand.self, StaffingCommand.self, BacktestCommand.self, ReportCommand.self,
      GenerateCommand.self,
      LearnCommand.self,
    ])

  static func main() {
    BLASRuntime.useOneThread()
    do {
      var command = try parseAsRoot()
      try run(&command)
    } catch {
      exit(withError: error)
    }
  }

  /// Runs a command and turns what it throws into a message and an exit code.
  private static func run(_ command: inout ParsableCommand) throws {
    do {
      try command.run()
    } catch let errors as SourceErrors {
      StandardError.write(listing(errors))
      throw ExitStatus.badData.exitCode
    } catch let failure as Failure {
      StandardError.write("outturn: \(failure)\n")
      throw failure.status.exitCode
    } catch let error where !isParsersOwn(error) {
      StandardError.write("outturn: a bug of this program: \(error); please report it\n")
      throw ExitStatus.bug.exitCode
    }
  }

  /// Whether the argument parser knows what to do with an error.
  private static func isParsersOwn(_ error: any Error) -> Bool {
    error is ExitCode || exitCode(for: error) != .failure
  }

  private static func listing(_ errors: SourceErrors) -> String {
    var text = errors.errors.map { "\($0)\n" }.joined()
    if errors.unlisted > 0 { text += "… and \(errors.unlisted) more errors\n" }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    return text + "outturn: \(count) in the data; nothing was written\n"
  }
}
