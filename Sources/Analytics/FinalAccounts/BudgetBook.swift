/// The accounts of some of the money: all of it, or what one of the government's budgets paid.
public struct BudgetBook: Sendable {
  public let total: ComparedAmount
  /// Basic, personnel, operating and project, as far as they are given.
  public let kinds: [SpendingKind: ComparedAmount]
  /// Every subject at each depth, in code order.
  public let subjects: [SubjectAmount]
  /// Every economic class at each depth, in code order.
  public let economics: [EconomicAmount]
  /// Projects that are no part of another one, by subject and project code.
  public let projects: [ProjectAmount]

  /// The subjects that are not broken down.
  public var lines: [SubjectAmount] { subjects.filter(\.isLeaf) }
  /// The subjects directly under the whole.
  public var classes: [SubjectAmount] { subjects.filter { $0.path.count == 1 } }

  /// - Returns: Nil where nothing is known of such money.
  init?(_ scope: BudgetScope, _ facts: FinalAccountsBuilder) {
    guard let total = facts.total(of: scope) else { return nil }
    self.total = total
    let tables = BudgetBookTables(scope, facts, total)
    kinds = tables.kinds
    subjects = tables.subjects
    economics = tables.economics
    projects = tables.projects
  }
}

/// A subject's amount, and where the subject stands.
public struct SubjectAmount: Hashable, Sendable {
  public let amount: ComparedAmount
  /// The names of the subjects above it and its own, the highest first; codes where there is no
  /// name.
  public let path: [String]
  /// Whether it is not broken down further.
  public let isLeaf: Bool
  /// Expenditure by kind, as far as it is known of the subject.
  public let basic: Money?
  public let project: Money?
  /// By the number of the economic class, as far as it is known of the subject.
  public let economics: [Int32: Money]
  /// Why its outturn differs from the initial budget.
  public let causes: [Cause]
}

public struct EconomicAmount: Hashable, Sendable {
  /// The class's number: codes that Unicode holds equal are still two.
  public let member: Int32
  public let code: String
  public let name: String
  /// 1 for a class directly under the whole.
  public let depth: Int
  public let outturn: Money?
  /// What of it is basic expenditure, where the accounts tell, and its parts.
  public let basic: Money?
  public let personnel: Money?
  public let operating: Money?
}

public struct ProjectAmount: Hashable, Sendable {
  public let subject: String
  public let subjectName: String
  public let code: String
  public let name: String
  public let outturn: Money
}
