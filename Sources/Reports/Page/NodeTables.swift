import Analytics

extension PageData {
  /// A table of the units, one of the subjects, each under the total, and behind them one of the
  /// lines.
  ///
  /// - Parameters:
  ///   - rows: The columns are theirs.
  ///   - names: The columns that are shown.
  ///   - file: The table that has all rows.
  ///   - record: A node's row; nodes without one are left out.
  func tables(
    of rows: NodeRows, names: [String], file: String, caption: Bilingual,
    record: (Int) -> Record?
  ) -> [Section.Block] {
    func table(_ level: Level, under total: [Int], _ caption: Bilingual) -> TableView? {
      let members = nodes.indices(level)
      guard !members.isEmpty else { return nil }
      return TableView(
        total + members, self, rows.columns, names: names, caption: caption,
        rest: nodes.isCut(level) ? PageWording.largest(in: file) : nil, record: record)
    }
    let total = nodes.indices(.total)
    let upper = [
      table(.unit, under: total, PageWording.byUnit(caption)),
      table(.subject, under: total, PageWording.bySubject(caption)),
    ].compactMap(\.self)
    let lines = table(.line, under: [], caption)
    return upper.map(Section.Block.table)
      + [lines].compactMap(\.self).filter { $0.count > 0 }.map {
        .details(PageWording.lines($0.count), [.table($0)])
      }
  }
}
