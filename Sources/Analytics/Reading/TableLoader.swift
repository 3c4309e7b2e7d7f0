/// Turns the rows of the small tables into the dataset's values and trees.
struct TableLoader {
  let tables: [TableName: TextTable]
  let options: ReadingOptions

  /// - Returns: What is wrong across rows and tables: parents that are not there, doubled codes.
  func load(into dataset: inout Dataset) -> SourceErrors {
    var errors = SourceErrors()
    checkSizes(dataset.amountUnit, &errors)
    loadCrosswalk(into: &dataset, &errors)
    loadTree(.units, .unit, code: "unit", into: &dataset, &errors)
    loadTree(.subjects, .subject, code: "code", into: &dataset, &errors)
    loadTree(.economics, .economic, code: "code", into: &dataset, &errors)
    loadTree(.projects, .project, code: "project", into: &dataset, &errors)
    if tables[.subjects] == nil, let levels = options.subjectLevels {
      if dataset.accounts[.subject].tree.isFlat {
        dataset.accounts[.subject].tree = .byCodeLengths(
          levels, codes: &dataset.accounts[.subject].codes)
      } else {
        placeByCodeLengths(levels, into: &dataset)
      }
    }
    loadUnitTypes(into: &dataset)
    loadProjects(into: &dataset)
    loadMemos(into: &dataset, &errors)
    loadReceipts(into: &dataset, &errors)
    loadBalances(into: &dataset, &errors)
    loadCategories(into: &dataset, &errors)
    loadHeadcount(into: &dataset, &errors)
    loadMovements(into: &dataset, &errors)
    loadStaffing(into: &dataset)
    loadRates(into: &dataset, &errors)
    loadFigures(into: &dataset, &errors)
    loadAdjustments(into: &dataset)
    loadAssumptions(into: &dataset, &errors)
    loadCeilings(into: &dataset, &errors)
    dataset.notes += UnknownCodes(tables, dataset, options.subjectLevels ?? []).notes.map {
      $0.finding(dataset.language)
    }
    return errors
  }

  func rows(_ table: TableName) -> TextTable { tables[table] ?? .empty }

  /// Refuses amounts of which a sum may overflow.
  func checkSizes(_ unit: AmountUnit, _ errors: inout SourceErrors) {
    for table in TableName.allCases {
      let columns = table.columns.filter {
        $0.kind == .amount || (table == .memos && $0.kind == .number)
      }
      if columns.isEmpty { continue }
      var room = Int128(Int64.max / 8)
      for row in rows(table) {
        let scale = ["money", nil].contains(row["measure"]) ? unit : .unit
        for column in columns {
          guard let number = row.number(column.name) else { continue }
          let cents = Int128(number.mantissa) * Int128(scale.cents) / .powerOfTen(number.decimals)
          if Int128(cents.magnitude) <= room {
            room -= Int128(cents.magnitude)
          } else {
            errors.append(
              row.error(
                "'\(row[column.name]!)' is too large: with what stands before it, the table would "
                  + "hold more than 11 quadrillion currency units", column: column.name))
          }
        }
      }
    }
  }
}
