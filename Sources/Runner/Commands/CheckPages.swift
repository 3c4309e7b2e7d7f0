import Analytics

/// The pages of `docs/checks`, which are built into the program: `Sources/Runner/Pages` is a link
/// to that folder.
enum CheckPages {
  /// In English a page with its example; in Chinese what is looked for, and what to do about it.
  static func page(of check: Check, _ language: Language) -> String {
    let heading = "\(check.name): \(check.summary(language))"
    switch language {
    case .chinese:
      return "\(heading)\n\n\(section(check.name, of: text("zh-Hans")) ?? "")"
    case .english:
      let page = text(check.page)
      return "\(heading)\n\n\(section(check.name, of: page) ?? page)"
    }
  }

  private static func text(_ page: String) -> String {
    pages[page].map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The section of a page that is shared by several checks.
  private static func section(_ name: String, of page: String) -> String? {
    let heading = "## \(name)"
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return nil }
    let rest = lines[(start + 1)...]
    return ([lines[start]] + rest.prefix { !$0.hasPrefix("## ") }).joined(separator: "\n")
  }

  static let pages: [String: [UInt8]] = [
    "carry_forward": PackageResources.carry_forward_md,
    "ceiling_not_applied": PackageResources.ceiling_not_applied_md,
    "contradiction": PackageResources.contradiction_md,
    "cost_per_head": PackageResources.cost_per_head_md,
    "doubtful_encoding": PackageResources.doubtful_encoding_md,
    "establishment": PackageResources.establishment_md,
    "figures": PackageResources.figures_md,
    "hidden_characters": PackageResources.hidden_characters_md,
    "implied_base": PackageResources.implied_base_md,
    "implied_heads": PackageResources.implied_heads_md,
    "item_totals": PackageResources.item_totals_md,
    "late_unit": PackageResources.late_unit_md,
    "missing_years": PackageResources.missing_years_md,
    "name_drift": PackageResources.name_drift_md,
    "near_codes": PackageResources.near_codes_md,
    "negative_heads": PackageResources.negative_heads_md,
    "part_year": PackageResources.part_year_md,
    "parts_and_totals": PackageResources.parts_and_totals_md,
    "reading": PackageResources.reading_md,
    "reasons": PackageResources.reasons_md,
    "reorganisation": PackageResources.reorganisation_md,
    "replaced_code": PackageResources.replaced_code_md,
    "rest": PackageResources.rest_md,
    "rolled_over": PackageResources.rolled_over_md,
    "scale_slip": PackageResources.scale_slip_md,
    "sign": PackageResources.sign_md,
    "split_heads": PackageResources.split_heads_md,
    "totals_among_details": PackageResources.totals_among_details_md,
    "unmapped_code": PackageResources.unmapped_code_md,
    "zero_base": PackageResources.zero_base_md,
    "zh-Hans": PackageResources.zh_Hans_md,
  ]
}
