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
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        .badData,
        "\(name) is not a prior as outturn learn writes it: \(error.localizedDescription)")
    }
  }

  /// Members sorted, a regression's coefficients and quantiles on one line each.
  static func text(_ prior: Prior) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let sources = try prior.sources.map { "    \(try json($0))" }
    let regressions = try prior.regressions.map { "    \(try json($0))" }
    return """
      {
        "version": \(prior.version),
        "sources": [
      \(sources.joined(separator: ",\n"))
        ],
        "regressions": [
      \(regressions.joined(separator: ",\n"))
        ]
      }

      """
  }
}
