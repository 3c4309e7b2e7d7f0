import ArgumentParser

/// Against which earlier plan forecasts are held.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hold the plan against that of this run or output folder (forecast/rolling.csv).",
      valueName: "dir"))
  var lastPlan: String?
}
