extension Section {
  /// What would be, beside the baseline.
  static func scenarios(_ data: PageData) -> Section? {
    let tables = data.contents.tables.filter { $0.name.contains("scenario") }
    guard !tables.isEmpty else { return nil }
    return Section(
      id: "scenarios", title: PageWording.scenariosTitle,
      blocks: tables.map { .table(TableView($0).withoutCodes) })
  }
}
