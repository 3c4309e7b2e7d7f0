/// What reading an `accounts` table gives besides its cells.
struct AccountsReading {
  var accounts: Accounts
  var encoding: TextEncoding
  var rows: Int
  var amountUnit: AmountUnit
  /// The most decimals that an amount is printed with.
  var decimals: Int
  /// Columns kept aside that seem to name parents.
  var likelyParents: [LikelyParents]
  var notes: [ReadingNote]
}
