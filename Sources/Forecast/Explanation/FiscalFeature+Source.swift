/// Where a feature's word comes from.
///
/// *Own* are differences and ratios of the line's own figures: they point where these have moved.
/// *Of similar lines* are parts of the line's level, and mere flags: they say by how much lines of
/// its size and liveliness, of its unit and of its subject, have changed. All coefficients are
/// learned from all lines, whatever the feature.
extension FiscalFeature {
  var isOfSimilarLines: Bool { Self.ofSimilarLines.contains(name) }

  /// The level times what all lines, or those as large, lively or badly executed, have in common.
  private static let ofLinesLikeIt = ["lev", "levsz", "levv", "levg", "obm", "obs"]
  /// The level times what sets the unit or the subject apart.
  private static let ofGroups = [
    "huy", "hsy", "hub", "hsb", "xu1", "xs1", "xu4", "xs4", "gs3", "gu3", "nub", "nsb", "nuy",
    "nsy",
  ]
  static let ofSimilarLines = Set(ofLinesLikeIt + ofGroups)
}
