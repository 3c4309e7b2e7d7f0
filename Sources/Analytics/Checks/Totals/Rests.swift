/// Notes what published totals leave after the parts that are known.
public enum Rests {
  static let rule = "rest"

  /// One note per line `<code>:other`, with its newest amount.
  public static func findings(_ dataset: Dataset, _ panel: Panel) -> [Finding] {
    let wording = FindingWording(dataset)
    return panel.lines.indices.filter { panel.isRest($0) }.compactMap { line in
      for year in panel.years.reversed() {
        for stage in panel.stages.reversed() {
          guard let plane = panel.plane(stage, year), let amount = panel[line, plane].money else {
            continue
          }
          let it = panel.lines[line]
          return Finding(
            rule: rule, severity: .note, year: year, unit: panel.units.code(it.unit),
            subject: panel.subjects.code(it.subject), stage: stage,
            found: dataset.printed(amount),
            message: wording.rest(it, panel, amount: amount, stage, year)
              + wording.refunds(negativePlanes(panel, line)))
        }
      }
      return nil
    }
  }

  /// Where the known parts are more than their total.
  private static func negativePlanes(_ panel: Panel, _ line: Int) -> [(Stage, FiscalYear)] {
    panel.years.flatMap { year in
      panel.stages.filter { stage in
        panel.plane(stage, year).flatMap { panel[line, $0].money }.map { $0 < .zero } ?? false
      }.map { ($0, year) }
    }
  }
}
