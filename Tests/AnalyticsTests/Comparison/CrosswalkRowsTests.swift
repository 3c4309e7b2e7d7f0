import Testing

@testable import Analytics

/// Crosswalks of five units and five subjects over three years, in which codes are taken over whole
/// or split, pass on what came to them, and come back.
@Suite("Rows that a crosswalk restates one by one")
struct CrosswalkRowsTests {
  private struct Case {
    let crosswalk: Crosswalk
    let dataset: Dataset
    var random: CheckRandom
  }

  private static let units = ["A", "B", "C", "D", "E"]
  private static let subjects = ["1", "2", "3", "4", "5"]

  private func make(_ seed: UInt64) throws -> Case {
    var random = CheckRandom(seed: seed)
    func pick(_ codes: [String]) -> String { codes.randomElement(using: &random)! }
    var rates = "subject,unit,category,from,to,basis,value\n"
    for month in 1...12 {
      let unit = Bool.random(using: &random) ? pick(Self.units) : ""
      let from = Int.random(in: 2018...2022, using: &random)
      let to = Bool.random(using: &random) ? "\(from + 2)-12" : ""
      let basis =
        Bool.random(using: &random)
        ? "per_head_year" : "percent_of:\(pick(Self.subjects))+\(pick(["8", "9"]))"
      let start = "\(from)-\(month < 10 ? "0" : "")\(month)"
      rates += "\(pick(Self.subjects)),\(unit),*,\(start),\(to),\(basis),\(month)\n"
    }
    var receipts = "year,unit,source_of_funds,budget,outturn\n"
    for row in 0..<60 where Bool.random(using: &random) {
      let amount = Int.random(in: 1...999, using: &random)
      receipts +=
        "\(2019 + row / 20),\(Self.units[row / 4 % 5]),\(row % 4),\(amount),\(amount).01\n"
    }
    let dataset = try TestDataset.package([
      "accounts": "year,unit,subject,outturn\n"
        + (Self.subjects + ["8", "9"]).map { "2019,A,\($0),1\n" }.joined(),
      "rates": rates, "receipts": receipts,
    ])
    let rules = [2020, 2021, 2022].flatMap { year -> [CrosswalkRule] in
      let dimension: Dimension = Bool.random(using: &random) ? .unit : .subject
      let codes = (dimension == .unit ? Self.units : Self.subjects).shuffled(using: &random)
      return rule(dimension, codes[0], codes[1], year, 10)
        + rule(dimension, codes[2], codes[1], year, 4)
        + rule(dimension, codes[2], codes[3], year, 6)
    }
    return Case(crosswalk: Crosswalk(rules), dataset: dataset, random: random)
  }

  private func rule(
    _ dimension: Dimension, _ from: String, _ to: String, _ year: Int, _ tenths: Int64
  ) -> [CrosswalkRule] {
    [
      CrosswalkRule(
        dimension: dimension, from: from, to: to, fromYear: FiscalYear(year),
        weight: PrintedNumber(mantissa: tenths, decimals: 1), place: "")
    ]
  }

  @Test("go through the steps that replace a code of theirs", arguments: 1...40)
  func steps(seed: UInt64) throws {
    var it = try make(seed)
    let crosswalk = it.crosswalk
    func apply(_ codes: [Crosswalk.Code], _ place: Int) -> [[Crosswalk.Code]] {
      let step = crosswalk.steps[place]
      let old = Crosswalk.Code(step.dimension, step.from)
      return step.successors.map { successor in
        codes.map { $0 == old ? Crosswalk.Code(step.dimension, successor.code) : $0 }
      }
    }
    for _ in 0..<20 {
      let row = [
        Crosswalk.Code(.unit, Self.units.randomElement(using: &it.random)!),
        Crosswalk.Code(.subject, Self.subjects.randomElement(using: &it.random)!),
      ]
      let plain = crosswalk.steps.indices.reduce([row]) { rows, place in
        let step = crosswalk.steps[place]
        return rows.flatMap {
          $0.contains(Crosswalk.Code(step.dimension, step.from)) ? apply($0, place) : [$0]
        }
      }
      #expect(crosswalk.restated(row, codes: \.self, apply) == plain)
    }
  }

  // MARK: Rates

  /// One step on all rates: what it moves, then all others.
  private func moved(_ rates: [Rate], _ step: Crosswalk.Step, _ successor: String) -> [Rate] {
    var (front, back): ([Rate], [Rate]) = ([], [])
    for var rate in rates {
      if step.dimension == .subject, case .percentOf(let codes) = rate.basis,
        codes.contains(step.from), !codes.contains(successor)
      {
        rate.basis = .percentOf(codes + [successor])
      }
      guard (step.dimension == .unit ? rate.unit : rate.subject) == step.from else {
        back.append(rate)
        continue
      }
      var (there, rest) = (rate, rate)
      if step.dimension == .unit { there.unit = successor } else { there.subject = successor }
      front.append(there)
      let start = Moment(startOf: step.fromYear)
      rest.from = max(rate.from, start)
      if rate.to.map({ start < $0 }) ?? true { back.append(rest) }
    }
    return front + back
  }

  @Test("are rates in the order in which step after step puts them", arguments: 1...40)
  func rates(seed: UInt64) throws {
    let it = try make(seed)
    let plain = it.crosswalk.steps.reduce(it.dataset.rates) { rates, step in
      step.wholeSuccessor.map { moved(rates, step, $0) } ?? rates
    }
    #expect(it.crosswalk.restated(it.dataset.rates) == plain)
  }

  // MARK: Receipts

  /// One step on all receipts, those of one key added to the first.
  private func moved(_ receipts: [Receipt], _ step: Crosswalk.Step) -> [Receipt] {
    receipts.flatMap { receipt -> [Receipt] in
      guard receipt.unit == step.from, receipt.year < step.fromYear else { return [receipt] }
      return step.successors.indices.map { place in
        Receipt(
          year: receipt.year, unit: step.successors[place].code, source: receipt.source,
          values: receipt.values.mapValues { Crosswalk.parts(of: $0, step)[place] },
          place: receipt.place)
      }
    }.reduce(into: []) { found, receipt in
      let there = found.firstIndex {
        $0.year == receipt.year && $0.unit == receipt.unit && $0.source == receipt.source
      }
      if let there {
        found[there].values.merge(receipt.values) { $0 + $1 }
      } else {
        found.append(receipt)
      }
    }
  }

  @Test("are receipts at the place of the first that they are added to", arguments: 1...40)
  func receipts(seed: UInt64) throws {
    let it = try make(seed)
    let plain = it.crosswalk.steps.reduce(it.dataset.receipts) { receipts, step in
      step.dimension == .unit ? moved(receipts, step) : receipts
    }
    #expect(it.crosswalk.restated(it.dataset.receipts) == plain)
  }
}
