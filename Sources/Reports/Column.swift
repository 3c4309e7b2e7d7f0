/// A column of a table: what programs call it, what people call it, and what stands in it.
public struct Column: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text
    case year
    case integer
    case number
    case percent
    /// Money, in the dataset's amount unit.
    case amount

    public var isNumeric: Bool { self != .text }
  }

  /// The heading in CSV and the key in JSON; other programs read it.
  public let name: String
  public let kind: Kind
  public let title: Bilingual
  /// One English sentence for the data package.
  public let description: String

  public init(_ name: String, _ kind: Kind, title: Bilingual, description: String) {
    self.name = name
    self.kind = kind
    self.title = title
    self.description = description
  }
}
