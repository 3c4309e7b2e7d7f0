import Forecast
import Foundation

/// Priors as JSON files.
enum PriorFile {
  /// - Throws: A `Failure` that says what is wrong with the file.
  static func read(_ path: String) throws -> Prior {
    try decode(contents(path), name: path)
  }

  /// The SHA-256 of a file's contents, by which a run knows the prior it was made with.
  static func digest(_ path: String) throws -> String {
    digest(of: Array(try contents(path)))
  }

  static var shippedDigest: String { digest(of: Prior.shippedJSON) }

  private static func digest(of bytes: [UInt8]) -> String {
    let digest = Digest()
    digest.add(bytes)
    return digest.finish()
  }

  private static func contents(_ path: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.inputMissing, "cannot read the prior \(path); see outturn learn --help")
    }
    return data
  }

  /// The prior that comes with the program.
  static func shipped() throws -> Prior {
    try decode(Data(Prior.shippedJSON), name: "shipped with the program")
  }

  private static func decode(_ data: Data, name: String) throws -> Prior {
    do {
      let prior = try JSONDecoder().decode(Prior.self, from: data)
      guard let complaint = prior.complaint else { return prior }
      throw Failure(.badData, "the prior \(name) cannot be used: \(complaint)")
    } catch let error as DecodingError {
      throw Failure(
        .badData, "\(name) is not a prior as outturn learn writes it: \(reason(error))")
    }
  }

  /// Where in the file the reading stopped, and why.
  private static func reason(_ error: DecodingError) -> String {
    let context: DecodingError.Context
    switch error {
    case .dataCorrupted(let it), .keyNotFound(_, let it), .typeMismatch(_, let it),
      .valueNotFound(_, let it):
      context = it
    @unknown default: return error.localizedDescription
    }
    let place = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return (place.isEmpty ? "" : "at \(place.joined(separator: ".")): ") + context.debugDescription
  }

  /// Members sorted, each regression and each model of series on a line.
  static func text(_ prior: Prior) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let sources = try prior.sources.map { "    \(try json($0))" }
    let regressions = try prior.regressions.map { "    \(try json($0))" }
    let models = try prior.series.map { "    \(try json($0))" }
    let series =
      models.isEmpty ? "" : ",\n  \"series\": [\n\(models.joined(separator: ",\n"))\n  ]"
    return """
      {
        "version": \(prior.version),
        "sources": [
      \(sources.joined(separator: ",\n"))
        ],
        "regressions": [
      \(regressions.joined(separator: ",\n"))
        ]\(series)
      }

      """
  }
}
