import Analytics

/// What the whole is made of, in the outturn of one year.
struct StructureParts {
  private let parts: [Record]

  init(_ table: Table?, year: Int) {
    let year = Cell.integer(year)
    parts =
      table?.prefix(.max) { record in
        record["level"] == .text(Level.total.rawValue) && record["year"] == year
          && record["stage"] == .text(Stage.outturn.rawValue)
      } ?? []
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
    return PageWording.value(text("member"), of: "kind")
      ?? Bilingual(both: name.isEmpty ? text("member") : name)
  }
}
