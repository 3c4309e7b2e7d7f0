/// Numbers of a report's text that are an amount of its tables in another amount unit: 2932700 in
/// 元 where the tables have 293.27 in 万元.
///
/// A figure is held against its expression, a memo against the cells of its unit, year and stage.
struct UnitSlips {
  private let dataset: Dataset
  private let tieOut: TieOut
  private let wording: FaultWording
  private var isChinese: Bool { dataset.language == .chinese }

  static func findings(_ dataset: Dataset, _ tieOut: TieOut) -> [Finding] {
    let it = UnitSlips(
      dataset: dataset, tieOut: tieOut, wording: FaultWording(dataset, tieOut))
    return it.figures() + it.memos()
  }

  // MARK: Figures

  private func figures() -> [Finding] {
    tieOut.figures.results.enumerated().compactMap { place, result in
      let figure = result.figure
      let decimals = max(dataset.decimals, figure.printed.decimals)
      guard let unit = result.otherUnit, let value = result.comparison?.recomputed.value,
        let expected = try? value.rounded(decimals: decimals)
      else { return nil }
      return Finding(
        rule: ScaleSlips.rule, severity: .warning, expected: expected, found: figure.printed,
        repairCell: wording.reference(.figure(place)), repairValue: expected,
        message: message(
          figure.name, figure.printed, unit, expected, figure.measure.amountUnit(in: dataset)),
        source: figure.source ?? figure.section ?? figure.place)
    }
  }

  // MARK: Memos

  private func memos() -> [Finding] {
    let cells = cellsByUnit()
    return dataset.memos.enumerated().flatMap { place, memo in
      Stage.allCases.compactMap { stage -> Finding? in
        guard memo.measure == .money, !memo.derivedStages.contains(stage),
          let value = memo.values[stage]
        else { return nil }
        let unit = dataset.amountUnit
        let printed = value.printed(in: unit, decimals: unit.exactDecimals).withoutTrailingZeros
        let amounts = (cells[memo.unit] ?? []).compactMap {
          dataset.accounts.amount($0, stage, memo.year)
        }
        guard printed.isTelling, let (other, amount) = slip(printed, amounts) else { return nil }
        return finding(memo, place, stage, printed, other, dataset.printed(amount))
      }
    }
  }

  /// The cells of the units that memos speak of.
  private func cellsByUnit() -> [String: [Int]] {
    var cells: [Int32: [Int]] = [:]
    let units = dataset.accounts[.unit].codes
    for unit in Set(dataset.memos.map(\.unit)) {
      if let member = units.find(unit) { cells[member] = [] }
    }
    for cell in 0..<dataset.accounts.cellCount where !cells.isEmpty {
      cells[dataset.accounts.key(cell).unit]?.append(cell)
    }
    return Dictionary(uniqueKeysWithValues: cells.map { (units.text($0), $1) })
  }

  /// The amount that a number shows in another unit, where it shows none in its own.
  private func slip(
    _ printed: PrintedNumber, _ amounts: [Money]
  ) -> (unit: AmountUnit, amount: Money)? {
    var found: (AmountUnit, Money)?
    for amount in amounts {
      let number = dataset.printed(amount)
      let interval =
        dataset.precision == .printed ? PrintedInterval(number) : PrintedInterval(exactly: number)
      guard let own = try? FigureComparison(printed: printed, recomputed: interval) else {
        continue
      }
      guard case .differs = own.verdict else { return nil }
      guard found == nil, number.isTelling,
        let unit = try? printed.otherUnit(than: dataset.amountUnit, showing: interval)
      else { continue }
      found = (unit, amount)
    }
    return found
  }

  private func finding(
    _ memo: Memo, _ place: Int, _ stage: Stage, _ printed: PrintedNumber, _ unit: AmountUnit,
    _ expected: PrintedNumber
  ) -> Finding {
    Finding(
      rule: ScaleSlips.rule, severity: .warning, year: memo.year, unit: memo.unit, stage: stage,
      expected: expected, found: printed,
      repairCell: wording.reference(.memo(place, stage)), repairValue: expected,
      message: message(memo.item, printed, unit, expected, dataset.amountUnit),
      source: memo.place)
  }

  // MARK: Words

  private func message(
    _ name: String, _ printed: PrintedNumber, _ unit: AmountUnit, _ expected: PrintedNumber,
    _ own: AmountUnit
  ) -> String {
    isChinese
      ? "“\(name)”为 \(printed)，是以\(unit.rawValue)为单位的数；表中以\(own.rawValue)为单位，为 \(expected)"
      : "'\(name)' is \(printed), which is in \(unit.rawValue): in \(own.rawValue), as the tables "
        + "are, it is \(expected)"
  }
}

extension Figure.Measure {
  /// The unit that an amount of this measure is in.
  func amountUnit(in dataset: Dataset) -> AmountUnit {
    self == .yuan ? .yuan : dataset.amountUnit
  }
}
