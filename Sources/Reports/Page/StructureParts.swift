import Analytics

/// What the whole is made of in one dimension, in the year of the page.
struct StructureParts {
  let parts: [Record]

  init(_ data: PageData, _ dimension: String) {
    var parts: [Record] = []
    let year = Cell.integer(data.year)
    data.contents.table("comparison/structure")?.forEachRecord { record in
      if record["level"] == .text(Level.total.rawValue), record["dimension"] == .text(dimension),
        record["year"] == year, record["stage"] == .text(Stage.outturn.rawValue)
      {
        parts.append(record)
      }
    }
    self.parts = parts
  }

  /// Of kinds: those that no other is above.
  var leading: [Record] {
    parts.filter { ["basic", "project"].contains($0.text("member")) }
  }
}

extension Record {
  /// A member's name, or its code where it has none.
  var memberName: Bilingual {
    let name = text("member_name")
    return PageWording.value(text("member"), of: "kind")
      ?? Bilingual(both: name.isEmpty ? text("member") : name)
  }
}
