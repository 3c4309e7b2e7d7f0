extension Section {
  /// The sections that a run's tables have something for, in the order in which they are read.
  static func all(_ data: PageData) -> [Section] {
    [
      summary(data), findings(data), execution(data), yearOnYear(data), finalAccounts(data),
      bridge(data), trends(data), plan(data), staffing(data), scenarios(data), accuracy(data),
      nodes(data), method,
    ].compactMap { $0 }
  }
}
