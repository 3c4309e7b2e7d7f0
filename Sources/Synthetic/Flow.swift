/// Money of one unit on one subject, by what it buys: the atom that every total adds up.
struct Flow: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case personnel, operating, project
  }

  /// The subject in each year, by its code.
  var subjects: [String]
  let kind: Kind
  let economic: String?
  let project: String?
  /// By year number; the last is the year to come.
  var amounts: [StageAmounts]

  init(
    _ subject: String, _ kind: Kind, economic: String?, project: String? = nil,
    amounts: [StageAmounts]
  ) {
    subjects = Array(repeating: subject, count: amounts.count)
    self.kind = kind
    self.economic = economic
    self.project = project
    self.amounts = amounts
  }
}
