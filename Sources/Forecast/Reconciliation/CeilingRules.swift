import Analytics

/// The ceilings of a dataset, and the lines or the node of a table that each is about.
public struct CeilingRules: Sendable {
  struct Entry: Sendable {
    let ceiling: Ceiling
    let members: CeilingMembers
  }

  public static let none = CeilingRules(entries: [], notices: [])

  let entries: [Entry]
  /// Those that are about nothing that is forecast.
  public let notices: [UnappliedCeiling]

  private init(entries: [Entry], notices: [UnappliedCeiling]) {
    self.entries = entries
    self.notices = notices
  }

  /// - Parameter dataset: In the classification of the table.
  public init(_ dataset: Dataset, _ nodes: NodeTable) {
    var scope = CeilingScope(dataset, nodes)
    var entries: [Entry] = []
    var notices: [UnappliedCeiling] = []
    for ceiling in dataset.ceilings {
      do {
        entries.append(Entry(ceiling: ceiling, members: try scope.members(ceiling)))
      } catch {
        notices.append(error)
      }
    }
    self.init(entries: entries, notices: notices)
  }
}
