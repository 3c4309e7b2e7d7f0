import Analytics
import ArgumentParser

/// Which checks to make, or to tell about.
struct CheckChoice: ParsableArguments {
  @Flag(help: "List the checks, and make none.")
  var list = false

  @Option(help: ArgumentHelp("Only this check; may be repeated.", valueName: "name"))
  var only: [String] = []

  @Option(help: ArgumentHelp("All checks but this; may be repeated.", valueName: "name"))
  var skip: [String] = []

  @Option(
    help: ArgumentHelp(
      "Print what a check means, an example and how to mend it.", valueName: "name"))
  var explain: String?

  func validate() throws {
    if !only.isEmpty && !skip.isEmpty {
      throw ValidationError("--only and --skip exclude each other; name the checks in one way.")
    }
    _ = try chosen()
    _ = try explained()
  }

  /// The checks that are left, in the order of the list.
  func chosen() throws -> [Check] {
    let wanted = Set(try only.map { try CheckChoice.check($0).name })
    let unwanted = Set(try skip.map { try CheckChoice.check($0).name })
    return Check.all.filter {
      (wanted.isEmpty || wanted.contains($0.name)) && !unwanted.contains($0.name)
    }
  }

  func explained() throws -> Check? { try explain.map(CheckChoice.check) }

  private static func check(_ name: String) throws -> Check {
    guard let check = Check.named(name) else {
      let names = Check.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no check '\(name)'; there are: \(names)")
    }
    return check
  }
}
