/// One of the columns that, with the year, name a cell of the accounts.
public enum Dimension: Int, CaseIterable, Hashable, Comparable, Sendable {
  case unit, subject, economic, kind, fund, project

  public var name: String {
    switch self {
    case .unit: "unit"
    case .subject: "subject"
    case .economic: "economic"
    case .kind: "kind"
    case .fund: "fund"
    case .project: "project"
    }
  }

  /// As it is called in sentences.
  var chineseName: String {
    switch self {
    case .unit: "单位"
    case .subject: "科目"
    case .economic: "经济分类"
    case .kind: "支出类型"
    case .fund: "资金性质"
    case .project: "项目"
    }
  }

  public static func < (a: Dimension, b: Dimension) -> Bool { a.rawValue < b.rawValue }
}

/// The dimensions that a row of the accounts fills; the others are summed over.
public struct Cut: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public init(_ dimension: Dimension) { rawValue = 1 << dimension.rawValue }

  /// The cut that everything else works on.
  public static let panel: Cut = [Cut(.unit), Cut(.subject)]
  /// The dimensions that break down the panel's cells.
  public static let breakdowns: Cut = [Cut(.economic), Cut(.kind), Cut(.fund), Cut(.project)]

  public var dimensions: [Dimension] { Dimension.allCases.filter { contains(Cut($0)) } }
}

/// The coordinates of a cell but for the year: a code per dimension, or `CellKey.all`.
public struct CellKey: Hashable, Sendable {
  /// All members of a dimension: a blank, or the word `all`.
  public static let all: Int32 = -1

  public var unit = CellKey.all
  public var subject = CellKey.all
  public var economic = CellKey.all
  public var kind = CellKey.all
  public var fund = CellKey.all
  public var project = CellKey.all

  public init() {}

  public init(unit: Int32, subject: Int32) {
    self.unit = unit
    self.subject = subject
  }

  public subscript(_ dimension: Dimension) -> Int32 {
    get {
      switch dimension {
      case .unit: unit
      case .subject: subject
      case .economic: economic
      case .kind: kind
      case .fund: fund
      case .project: project
      }
    }
    set {
      switch dimension {
      case .unit: unit = newValue
      case .subject: subject = newValue
      case .economic: economic = newValue
      case .kind: kind = newValue
      case .fund: fund = newValue
      case .project: project = newValue
      }
    }
  }

  public func with(_ dimension: Dimension, _ member: Int32) -> CellKey {
    var key = self
    key[dimension] = member
    return key
  }

  public var cut: Cut {
    var cut: Cut = []
    for dimension in Dimension.allCases where self[dimension] != CellKey.all {
      cut.insert(Cut(dimension))
    }
    return cut
  }

  /// Whether the cell stands in unit × subject or a total of it.
  public var isInPanel: Bool {
    economic == CellKey.all && kind == CellKey.all && fund == CellKey.all
      && project == CellKey.all
  }
}
