import ArgumentParser
import Reports

/// What of people may be shown.
struct StaffingOptions: ParsableArguments {
  @Flag(
    name: .customLong("public"),
    help: "For publication: hide the cost per head of categories under three heads.")
  var isPublic = false

  var privacy: Privacy { isPublic ? .published : .none }

  /// The options that change what a run gives.
  var named: [(name: String, value: String)] { isPublic ? [("public", "yes")] : [] }
}
