/// What a column of a small table may hold.
struct ColumnSchema {
  enum Kind: Equatable {
    case text
    case year
    /// Money in the dataset's amount unit.
    case amount
    case number
    /// A number of which it is known what it can be.
    case bounded(NumberBounds)
    /// `YYYY-MM` or `YYYY-MM-DD`.
    case date
    case oneOf([String])
    /// Words of a list, joined by `+`.
    case someOf([String])
  }

  let name: String
  let kind: Kind
  let isRequired: Bool

  static func required(_ name: String, _ kind: Kind = .text) -> ColumnSchema {
    ColumnSchema(name: name, kind: kind, isRequired: true)
  }

  static func optional(_ name: String, _ kind: Kind = .text) -> ColumnSchema {
    ColumnSchema(name: name, kind: kind, isRequired: false)
  }
}

/// The tables of a dataset besides `accounts`, and their columns.
enum TableName: String, CaseIterable {
  case units, subjects, economics, memos, receipts, balances, projects, headcount, movements
  case rates, categories, adjustments, crosswalk, ceilings, assumptions, figures

  var columns: [ColumnSchema] {
    switch self {
    case .units:
      [.required("unit"), .optional("name"), .optional("parent"), .optional("type")]
    case .subjects, .economics:
      [
        .required("code"), .optional("name"), .optional("parent"), .optional("from_year", .year),
        .optional("to_year", .year), .optional("role"), .optional("staffing"),
        .optional("variants"),
      ]
    case .memos:
      [
        .required("year", .year), .required("unit"), .required("item"),
        .optional("budget", .number), .optional("revised", .number),
        .optional("outturn", .number),
        .optional("measure", .oneOf(["money", "count", "area", "score"])), .optional("role"),
        .optional("expression"), .optional("source"), .optional("basis"),
      ]
    case .receipts:
      [
        .required("year", .year), .required("unit"), .required("source_of_funds"),
        .optional("budget", .amount), .optional("revised", .amount),
        .optional("outturn", .amount), .optional("source"),
      ]
    case .balances:
      [
        .required("year", .year), .required("unit"), .required("item"),
        .optional("amount", .amount), .optional("expression"), .optional("source"),
        .optional("basis"), .optional("role"),
      ]
    case .projects:
      [
        .required("project"), .optional("name"), .optional("unit"), .optional("subject"),
        .optional("type"), .optional("from_year", .year), .optional("to_year", .year),
        .optional("total", .amount), .optional("parent"), .optional("variants"),
        .optional("source"),
      ]
    case .headcount:
      [
        .required("year", .year), .required("unit"), .required("category"),
        .optional("establishment", .bounded(.heads)), .optional("in_post", .bounded(.heads)),
        .optional("on_establishment", .bounded(.heads)), .optional("source"),
      ]
    case .movements:
      [
        .required("date", .date), .required("unit"), .required("category"),
        .required("delta", .bounded(.headChange)),
        .optional(
          "reason",
          .oneOf(MovementReason.all)), .optional("to_unit"), .optional("to_category"),
        .optional("status", .oneOf(["actual", "approved", "planned"])), .optional("source"),
      ]
    case .rates:
      [
        .required("subject"), .optional("unit"), .optional("category"), .optional("kind"),
        .required("from", .date), .optional("to", .date), .optional("paid_from", .date),
        .required("basis"),
        .optional("base_year", .oneOf(["same", "previous"])),
        .optional("floor", .bounded(.rate)), .optional("cap", .bounded(.rate)),
        .required("value", .bounded(.rate)), .optional("source"),
      ]
    case .categories:
      [
        .required("category"), .optional("group"),
        .optional("progression_pct", .bounded(.progression)),
        .optional("counts_as_head", .oneOf(["yes", "no"])), .optional("name"),
        .optional("source"),
      ]
    case .adjustments:
      [
        .required("year", .year), .required("unit"), .required("subject"),
        .required("stage", .oneOf(Stage.allCases.map(\.rawValue))),
        .optional("amount", .amount), .optional("amount_lo", .amount),
        .optional("amount_hi", .amount),
        .required(
          "kind",
          .someOf([
            "one_off", "irregular", "timing", "policy", "headcount", "rate", "progression",
            "scope", "supplement", "project",
          ])), .required("against", .oneOf(["level", "budget", "previous"])),
        .optional("for_year", .year), .optional("part"), .optional("project"),
        .optional("recurs", .oneOf(["yes", "no", "part", "unknown"])), .optional("reason"),
        .optional("source"), .optional("item"), .optional("rate_before", .bounded(.rate)),
        .optional("rate_after", .bounded(.rate)),
      ]
    case .crosswalk:
      [
        .optional("from_subject"), .optional("from_unit"), .optional("to_subject"),
        .optional("to_unit"), .required("from_year", .year), .optional("weight", .number),
        .optional("source"),
      ]
    case .ceilings:
      [
        .required("year", .year), .optional("stage", .oneOf(Stage.allCases.map(\.rawValue))),
        .optional("unit"), .optional("subject"), .optional("kind"), .optional("role"),
        .optional("fund"), .required("rule", .oneOf(["fixed", "at_most", "at_least"])),
        .optional("amount", .amount), .optional("of_last", .bounded(.ratio)), .optional("reason"),
        .optional("source"),
      ]
    case .assumptions:
      [
        .required("year", .year), .optional("subject"), .optional("kind"),
        .optional("growth_pct", .bounded(.growth)), .optional("reason"), .optional("source"),
      ]
    case .figures:
      [
        .required("figure"), .required("printed", .number),
        .optional("measure", .oneOf(["amount", "percent", "count", "ratio", "元"])),
        .optional("expression"), .optional("section"), .optional("source"),
      ]
    }
  }

  /// Columns that are there and may be blank, because blank means all.
  var mayBeBlank: Set<String> {
    switch self {
    case .adjustments: ["unit", "subject"]
    default: []
    }
  }
}
