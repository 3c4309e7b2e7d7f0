import Analytics

extension Table {
  /// `disclosure/01.csv` to `disclosure/13.csv`: the tables of 决算公开, as far as the dataset goes.
  ///
  /// - Parameter accounts: Nil where there is no outturn of the whole: all tables are empty.
  public static func disclosure(_ accounts: FinalAccounts?, _ dataset: Dataset) -> [Table] {
    DisclosureForm.all.map { form in
      let content = accounts.map { DisclosureContent(form, $0, dataset) }
      let columns = [.line] + (content ?? DisclosureContent(form, dataset)).columns
      let rows = content?.rows ?? []
      let cells = rows.isEmpty ? [noData(columns, dataset.language)] : rows
      return Table(
        name: form.name, title: form.title, columns: columns, key: ["line"],
        rows: cells.enumerated().map { line, row in [.integer(line + 1)] + row })
    }
  }

  /// A row that says so where names stand.
  private static func noData(_ columns: [Column], _ language: Language) -> [Cell] {
    let place =
      columns.firstIndex { $0.name.hasSuffix("_name") } ?? columns.firstIndex { $0.kind == .text }!
    return columns.indices.dropFirst().map { column in
      column == place ? .text(DisclosureWording.noData[language]) : .blank
    }
  }
}

extension RunContents {
  /// The tables of the run that are for publication.
  public var publishedTables: [Table] { tables.filter { $0.name.hasPrefix("disclosure/") } }
}
