import Reports

/// Something that people read and that a run's tables become: a file, or a folder of files.
struct ReportFile: Sendable {
  /// Its path in the run's folder, as it is listed for the user.
  let name: String
  let title: Bilingual
  /// Writes it into a folder, under its name.
  let write: @Sendable (RunContents, RunFolder) throws -> Void

  /// What `run` and `report` write, in the order in which it is listed.
  static let all: [ReportFile] = [
    ReportFile(name: "narrative.md", title: Bilingual(zh: "决算情况说明", en: "Narrative")) {
      contents, folder in
      try folder.write("narrative.md") { try $0.write(Array(Narrative(contents).text.utf8)) }
    }
  ]
}
