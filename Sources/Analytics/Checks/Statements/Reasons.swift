/// What the registered reasons explain of a change, in money.
public struct Reasons: Sendable {
  /// One change, of a whole unit, a subject or an item, and the reasons that are given for it.
  public struct Row: Hashable, Sendable {
    public let year: FiscalYear
    public let unit: String?
    public let subject: String?
    /// A memo, where the reasons are about no line of the accounts.
    public let item: String?
    /// `budget` or `previous`: what the change is against.
    public let against: String
    public let change: Money
    /// The sum of the reasons that have an amount.
    public let explained: Money
    public let unexplained: Money
    public let sharePct: PrintedNumber?
    /// Kinds of the reasons with an amount, and of those without.
    let statedKinds: [String]
    let unstatedKinds: [String]
  }

  /// By year, what the change is against, item, unit and subject.
  public let rows: [Row]

  /// - Parameter nodes: Of the panel in the classification of the reasons.
  public init(_ dataset: Dataset, _ nodes: NodeTable) {
    let builder = ReasonRows(dataset, nodes)
    rows = (builder.totals() + builder.subjects() + builder.items()).sorted { $0.precedes($1) }
  }
}

extension Reasons.Row {
  private var codes: [String] { [against, item ?? "", unit ?? "", subject ?? ""] }

  /// Codes by their bytes, blank ones first.
  fileprivate func precedes(_ other: Reasons.Row) -> Bool {
    guard year == other.year else { return year < other.year }
    return codes.lexicographicallyPrecedes(other.codes) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

/// Puts changes and reasons side by side.
private struct ReasonRows {
  private let dataset: Dataset
  private let nodes: NodeTable
  private let memos: MemoIndex

  init(_ dataset: Dataset, _ nodes: NodeTable) {
    self.dataset = dataset
    self.nodes = nodes
    memos = MemoIndex(dataset.memos.filter { $0.measure == .money })
  }

  private struct Entry {
    let amount: Money?
    let kinds: [String]
  }

  private struct Question: Hashable {
    let year: FiscalYear
    let against: String
    var key: String?
    var unit: String?
  }

  /// All reasons of a year against the change of the whole, those for items too, as items are
  /// made of the accounts' money.
  func totals() -> [Reasons.Row] {
    var entries: [Question: [Entry]] = [:]
    for it in dataset.adjustments where it.against != "level" && it.stage == .outturn {
      entries[Question(year: it.year, against: it.against), default: []].append(
        Entry(amount: it.amount, kinds: it.kinds))
    }
    for it in dataset.itemReasons where it.against != "level" && it.stage == .outturn {
      entries[Question(year: it.year, against: it.against), default: []].append(
        Entry(amount: it.amount, kinds: it.kinds))
    }
    return entries.compactMap { question, entries in
      guard let total = nodes.total, let change = change(total, question) else { return nil }
      return row(question, change, entries)
    }
  }

  func subjects() -> [Reasons.Row] {
    var entries: [Question: [Entry]] = [:]
    for it in dataset.adjustments where it.against != "level" && it.stage == .outturn {
      guard let subject = it.subject else { continue }
      entries[Question(year: it.year, against: it.against, key: subject), default: []].append(
        Entry(amount: it.amount, kinds: it.kinds))
    }
    return entries.compactMap { question, entries in
      guard let code = question.key, let subject = nodes.panel.subjects.codes.find(code),
        let place = nodes.place(
          of: NodeTable.Node(level: .subject, unit: CellKey.all, subject: subject)),
        let change = change(place, question)
      else { return nil }
      return row(question, change, entries, subject: code)
    }
  }

  func items() -> [Reasons.Row] {
    var entries: [Question: [Entry]] = [:]
    for it in dataset.itemReasons where it.against == "previous" && it.stage == .outturn {
      let question = Question(year: it.year, against: it.against, key: it.item, unit: it.unit)
      entries[question, default: []].append(Entry(amount: it.amount, kinds: it.kinds))
    }
    return entries.compactMap { question, entries in
      guard let item = question.key, let before = question.year.previous,
        let now = memos.first(item, question.unit, question.year)?.values[.outturn],
        let old = memos.first(item, question.unit, before)?.values[.outturn]
      else { return nil }
      return row(question, now - old, entries, item: item)
    }
  }

  private func change(_ place: Int, _ question: Question) -> Money? {
    guard let now = nodes.cell(place, .outturn, question.year).inSums else { return nil }
    if question.against == "budget" {
      return nodes.cell(place, .budget, question.year).inSums.map { now - $0 }
    }
    guard let before = question.year.previous else { return nil }
    return nodes.cell(place, .outturn, before).inSums.map { now - $0 }
  }

  private func row(
    _ question: Question, _ change: Money, _ entries: [Entry], subject: String? = nil,
    item: String? = nil
  ) -> Reasons.Row {
    let explained = entries.compactMap(\.amount).reduce(.zero, +)
    func kinds(_ entries: [Entry]) -> [String] { Set(entries.flatMap(\.kinds)).sorted() }
    return Reasons.Row(
      year: question.year, unit: question.unit, subject: subject, item: item,
      against: question.against, change: change, explained: explained,
      unexplained: change - explained, sharePct: Percentage.of(explained, change),
      statedKinds: kinds(entries.filter { $0.amount != nil }),
      unstatedKinds: kinds(entries.filter { $0.amount == nil }))
  }
}
