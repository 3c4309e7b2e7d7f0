/// Why a workbook could not be written.
public struct SpreadsheetError: Error, Hashable, CustomStringConvertible {
  /// `sheet Draft, cell B7`, or the file.
  public let place: String
  public let problem: String

  public var description: String { "\(place): \(problem)" }
}
