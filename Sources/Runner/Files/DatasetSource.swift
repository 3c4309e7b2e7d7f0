import Analytics
import Foundation
import Glibc

/// A dataset as the command line names it: its descriptor, and how its tables are opened.
struct DatasetSource {
  let descriptor: DatasetDescriptor
  let descriptorFile: String
  let isLoneFile: Bool
  private let folder: String
  /// Standard input, which can be read only once, is kept.
  private let standardInput: MemorySource?

  /// - Throws: `Failure` where nothing is there, `SourceErrors` where the descriptor is wrong.
  init(_ path: String) throws {
    var status = stat()
    if path == "-" {
      self = try DatasetSource(standardInput: DatasetSource.readStandardInput())
    } else if stat(path, &status) != 0 {
      throw Failure(.inputMissing, "cannot open \(path): \(SystemError.last)")
    } else if status.st_mode & S_IFMT == S_IFDIR {
      self = try DatasetSource(folder: path)
    } else if path.hasSuffix("datapackage.json") {
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      self = try DatasetSource(folder: folder.isEmpty ? "." : folder.joined(separator: "/"))
    } else {
      self = try DatasetSource(loneFile: path)
    }
  }

  private init(folder: String) throws {
    let file = "\(folder)/datapackage.json"
    guard access(file, F_OK) == 0 else {
      throw Failure(
        .inputMissing,
        "\(folder) has no datapackage.json; a dataset is a folder with one, or a lone CSV file")
    }
    descriptor = try DescriptorJSON.decode(
      FileSource.contents(path: file, name: "datapackage.json"), file: "datapackage.json")
    descriptorFile = "datapackage.json"
    isLoneFile = false
    self.folder = folder
    standardInput = nil
  }

  private init(loneFile path: String) throws {
    try LoneFile.refuseContainers(path)
    descriptor = .loneFile(named: path)
    descriptorFile = path
    isLoneFile = true
    folder = ""
    standardInput = nil
  }

  private init(standardInput bytes: [UInt8]) throws {
    descriptor = .loneFile(named: "standard input")
    descriptorFile = "standard input"
    isLoneFile = true
    folder = ""
    standardInput = MemorySource(name: "standard input", bytes: bytes)
  }

  private static func readStandardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while try Descriptor(STDIN_FILENO).read(1 << 20, into: &bytes) > 0 {}
    } catch {
      throw Failure(.inputMissing, "cannot read standard input: \(error)")
    }
    return bytes
  }

  /// Opens a table by the path that the descriptor gives it.
  func open(_ path: String) throws -> any ByteSource {
    if let standardInput { return standardInput }
    let file = try FileSource(path: isLoneFile ? path : "\(folder)/\(path)", name: path)
    return path.hasSuffix(".gz") ? try GzipSource(file) : file
  }

  /// The inputs with their digests: the descriptor, and each table that it names.
  func inputs() throws -> [InputFile] {
    var files: [InputFile] = []
    if !isLoneFile { files.append(try InputFile.measure(open(descriptorFile))) }
    for resource in descriptor.tables {
      files.append(try InputFile.measure(open(resource.path)))
    }
    return files
  }
}

/// Files that are no text, told by their first bytes.
private enum LoneFile {
  static func refuseContainers(_ path: String) throws {
    let source = try FileSource(path: path, name: path)
    var head: [UInt8] = []
    _ = try source.read(4, into: &head)
    let advice: String? =
      if head.starts(with: [0x1f, 0x8b]) && !path.hasSuffix(".gz") {
        "is compressed by gzip; let its name end in .gz, or unpack it"
      } else if head.starts(with: [0x50, 0x4b, 3, 4]) || head.starts(with: [0xd0, 0xcf, 0x11]) {
        "is a workbook or an archive; save the sheet as CSV (UTF-8) and give that"
      } else if head.starts(with: Array("%PDF".utf8)) {
        "is a PDF; its tables must be saved as CSV first"
      } else {
        nil
      }
    guard let advice else { return }
    throw SourceErrors(
      SourceError(advice, at: SourcePosition(file: path, line: 1, column: 1)))
  }
}

/// Decodes a descriptor, and says where it is wrong.
private enum DescriptorJSON {
  static func decode(_ bytes: [UInt8], file: String) throws -> DatasetDescriptor {
    do {
      return try JSONDecoder().decode(DatasetDescriptor.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw SourceErrors(sourceError(error, String(decoding: bytes, as: UTF8.self), file))
    }
  }

  private static func sourceError(
    _ error: DecodingError, _ text: String, _ file: String
  ) -> SourceError {
    switch error {
    case .keyNotFound(let key, let context):
      return at(
        file, "\(path(context.codingPath)) has no '\(key.stringValue)', which it needs")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return at(file, "\(path(context.codingPath)) is not of the type \(type)")
    case .dataCorrupted(let context):
      let reason = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
      let (line, column) = place(in: reason ?? "")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let excerpt = line <= lines.count ? String(lines[line - 1]) : ""
      return SourceError(
        "this is not JSON" + (reason.map { ": \($0)" } ?? ""),
        at: SourcePosition(file: file, line: line, column: column), excerpt: excerpt)
    @unknown default:
      return at(file, "\(error)")
    }
  }

  private static func at(_ file: String, _ message: String) -> SourceError {
    SourceError(message, at: SourcePosition(file: file, line: 1, column: 1))
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    guard !keys.isEmpty else { return "the descriptor" }
    return keys.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
      .drop { $0 == "." }.description
  }

  /// Foundation says "around line 3, column 5."
  private static func place(in reason: String) -> (line: Int, column: Int) {
    let numbers = reason.split { !$0.isNumber }.compactMap { Int($0) }
    guard reason.contains("line"), numbers.count >= 2 else { return (1, 1) }
    return (max(1, numbers[numbers.count - 2]), max(1, numbers[numbers.count - 1]))
  }
}
