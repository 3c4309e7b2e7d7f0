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
    let complaint = Complaint(format: (command as? RunCommand)?.logFormat ?? .text)
    do {
      try command.run()
    } catch let errors as SourceErrors {
      complaint.write(errors)
      throw ExitStatus.badData.exitCode
    } catch let failure as Failure {
      complaint.write(failure.description)
      throw failure.status.exitCode
    } catch let error where !isParsersOwn(error) {
      complaint.write("a bug of this program: \(error); please report it")
      throw ExitStatus.bug.exitCode
    }
  }

  /// Whether the argument parser knows what to do with an error.
  private static func isParsersOwn(_ error: any Error) -> Bool {
    error is ExitCode || exitCode(for: error) != .failure
  }
}
