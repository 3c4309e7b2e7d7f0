import Analytics

/// What the whole is made of, in the outturn of one year.
struct StructureParts {
  private let parts: [Record]

  init(_ contents: RunContents, year: Int) {
    var parts: [Record] = []
    if let total = contents.nodes.total, let table = contents.table("comparison/structure") {
      table.forEachRecord(of: total) { record in
        guard record["year"] == .integer(year), record["stage"] == .text(Stage.outturn.rawValue)
        else { return }
        parts.append(record)
      }
    }
    self.parts = parts
  }

  /// The kinds that no other is above: basic and project.
  var kinds: [Record] {
    parts.filter {
      $0["dimension"] == .text("kind") && ["basic", "project"].contains($0.text("member"))
    }
  }
}

extension Record {
  /// A member's name, or its code where it has none.
  var memberName: Bilingual {
    let name = text("member_name")
    return CodeWording.words(text("member"), of: "kind")
      ?? Bilingual(both: name.isEmpty ? text("member") : name)
  }
}
