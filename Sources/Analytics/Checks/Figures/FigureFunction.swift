/// The functions of the expression language.
enum FigureFunction: String, CaseIterable {
  case budget, revised, outturn
  case memo, balance, receipt, heads
  case sum, change, previous
  case growthPct = "growth_pct"
  case sharePct = "share_pct"

  static var names: [String] { allCases.map(\.rawValue) }

  /// Takes the same a year earlier.
  var needsYear: Bool { self == .change || self == .growthPct || self == .previous }

  /// The arguments of a reference to the dataset; nil for a function of expressions.
  var signature: Signature? {
    switch self {
    case .budget, .revised, .outturn:
      Signature(
        required: ["unit", "subject", "year"], named: ["kind", "economic", "fund", "project"])
    case .memo: Signature(required: ["item", "year"], optional: ["unit"], named: ["stage"])
    case .balance: Signature(required: ["item", "year"], optional: ["unit"])
    case .receipt: Signature(required: ["source", "year"], optional: ["unit"], named: ["stage"])
    case .heads: Signature(required: ["unit", "category", "year"])
    case .sum, .change, .previous, .growthPct, .sharePct: nil
    }
  }

  /// What may stand between the brackets; every argument may be given by name.
  struct Signature {
    var required: [String]
    var optional: [String] = []
    /// Given by name only.
    var named: [String] = []

    var byPosition: [String] { required + optional }
    var all: [String] { required + optional + named }
  }
}
