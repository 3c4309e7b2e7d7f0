// The parents that rows name for their units and subjects.

extension AccountsReader {
  /// The columns that name parents.
  static func parentColumns(_ header: AccountsHeader) -> [NamedParents] {
    header.columns.enumerated().compactMap { index, column in
      column?.parentDimension.map { NamedParents(of: $0, index: index) }
    }
  }

  /// Takes in the parents that a row names; a blank says nothing.
  mutating func readParents(_ key: CellKey) {
    for place in parents.indices {
      let (index, dimension) = (parents[place].index, parents[place].dimension)
      let member = key[dimension]
      guard member != CellKey.all, !isMissing(index), !text.isBlank(text.fields[index]),
        !meansAll(index)
      else { continue }
      let parent = intern(index, dimension)
      guard let (other, line) = parents[place].name(parent, of: member, line: text.line) else {
        continue
      }
      let codes = accounts[dimension]
      errors.append(
        text.error(
          "\(dimension.name) '\(codes.code(member))' stands under '\(codes.code(parent))' here and "
            + "under '\(codes.code(other))' in line \(line); a code has one parent "
            + "in all rows: give it another code where it moved, or rename the heading to keep the "
            + "column aside",
          field: index))
    }
  }

  /// Builds the trees, and notes the parents that no row is of.
  mutating func placeParents() {
    for column in parents {
      late += column.place(in: &accounts[column.dimension])
      let bare = column.withoutRows(accounts)
      if !bare.isEmpty { tally.parentsWithoutRows[column.dimension] = bare }
    }
  }
}
