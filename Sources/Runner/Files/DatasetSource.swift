import Analytics
import FoundationEssentials
import Glibc

/// A dataset as the command line names it: its descriptor, and how its tables are opened.
struct DatasetSource {
  let descriptor: DatasetDescriptor
  let descriptorFile: String
  let isLoneFile: Bool
  /// Before the paths of tables, with a slash at its end; empty for the current one.
  private let folder: String
  /// What can be read only once, such as standard input, is kept.
  private let stream: MemorySource?

  /// - Throws: `Failure` where nothing is there, `SourceErrors` where the descriptor is wrong.
  init(_ path: String) throws {
    var status = stat()
    if path == "-" {
      self = try DatasetSource(
        stream: "standard input", bytes: DatasetSource.bytes(of: Descriptor(STDIN_FILENO), "-"))
    } else if stat(path, &status) != 0 {
      throw Failure(.inputMissing, "cannot open \(path.isEmpty ? "''" : path): \(SystemError.last)")
    } else if status.st_mode & S_IFMT == S_IFDIR {
      self = try DatasetSource(folder: path)
    } else if path.hasSuffix("datapackage.json") {
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      self = try DatasetSource(folder: folder.isEmpty ? "." : folder.joined(separator: "/"))
    } else if status.st_mode & S_IFMT == S_IFREG {
      self = try DatasetSource(loneFile: path)
    } else {
      self = try DatasetSource(stream: path)
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
    self.folder = "\(folder)/"
    stream = nil
  }

  /// What is written calls the file by its name alone: where it lies is another place on another
  /// machine.
  private init(loneFile path: String) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = String(parts[parts.count - 1])
    descriptor = .loneFile(named: name)
    descriptorFile = name
    isLoneFile = true
    folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : ""
    stream = nil
  }

  /// A pipe or a device, which can be read only once, as in `outturn run <(gunzip -c x.csv.gz)`.
  private init(stream path: String) throws {
    let descriptor: Descriptor
    do {
      descriptor = try Descriptor.open(path, O_RDONLY)
    } catch {
      throw Failure(.inputMissing, "cannot open \(path): \(error)")
    }
    defer { try? descriptor.close() }
    self = try DatasetSource(
      stream: "input", bytes: DatasetSource.bytes(of: descriptor, path))
  }

  private init(stream name: String, bytes: [UInt8]) throws {
    let source = MemorySource(name: name, bytes: bytes)
    try Containers.refuse(source)
    descriptor = .loneFile(named: name)
    descriptorFile = name
    isLoneFile = true
    folder = ""
    stream = source
  }

  private static func bytes(of descriptor: Descriptor, _ name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while try descriptor.read(1 << 20, into: &bytes) > 0 {}
    } catch {
      throw Failure(.inputMissing, "cannot read \(name): \(error)")
    }
    return bytes
  }

  /// Opens a table by the path that the descriptor gives it.
  func open(_ path: String) throws -> any ByteSource {
    if let stream { return stream }
    let file = try FileSource(path: folder + path, name: path)
    if path == descriptorFile && !isLoneFile { return file }
    let source: any ByteSource = path.hasSuffix(".gz") ? try GzipSource(file) : file
    try Containers.refuse(source)
    return source
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
private enum Containers {
  static func refuse(_ source: any ByteSource) throws {
    var source = source
    var head: [UInt8] = []
    while head.count < 4, try source.read(4, into: &head) > 0 {}
    try source.rewind()
    guard let advice = advice(head) else { return }
    throw SourceErrors(
      SourceError(advice, at: SourcePosition(file: source.name, line: 1, column: 1)))
  }

  private static func advice(_ head: [UInt8]) -> String? {
    if head.starts(with: [0x1f, 0x8b]) {
      "this is compressed by gzip; let its name end in .gz, or unpack it, as in: "
        + "gunzip -c FILE | outturn run -"
    } else if head.starts(with: [0x50, 0x4b, 3, 4]) || head.starts(with: [0xd0, 0xcf, 0x11]) {
      "this is a workbook or an archive; save its sheet as CSV (UTF-8) and give that"
    } else if head.starts(with: Array("%PDF".utf8)) {
      "this is a PDF; its tables must be saved as CSV first"
    } else {
      nil
    }
  }
}

/// Decodes a descriptor, and says where it is wrong.
private enum DescriptorJSON {
  static func decode(_ bytes: [UInt8], file: String) throws -> DatasetDescriptor {
    let text = DescriptorText(file: file, bytes: bytes)
    if let error = text.syntaxError ?? text.fractionError { throw SourceErrors(error) }
    do {
      var descriptor = try JSONDecoder().decode(DatasetDescriptor.self, from: Data(bytes))
      descriptor.text = text
      return descriptor
    } catch let error as DecodingError {
      throw SourceErrors(sourceError(error, text))
    }
  }

  private static func sourceError(_ error: DecodingError, _ text: DescriptorText) -> SourceError {
    switch error {
    case .keyNotFound(let key, let context):
      text.error(
        "\(name(context.codingPath)) has no '\(key.stringValue)', which it needs",
        at: steps(context.codingPath))
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      text.error(
        "\(name(context.codingPath)) is not \(words(type))", at: steps(context.codingPath))
    case .dataCorrupted(let context):
      text.error(
        "\(name(context.codingPath)) cannot be read: \(context.debugDescription)",
        at: steps(context.codingPath))
    @unknown default:
      text.error("\(error)")
    }
  }

  private static func steps(_ keys: [any CodingKey]) -> [DescriptorText.Step] {
    keys.map { key in key.intValue.map(DescriptorText.Step.index) ?? .key(key.stringValue) }
  }

  /// `resources[0].path`
  private static func name(_ keys: [any CodingKey]) -> String {
    guard !keys.isEmpty else { return "the descriptor" }
    let path = keys.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    return String(path.drop { $0 == "." })
  }

  private static func words(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text; write it in double quotes"
    case is Int.Type: "a whole number"
    case is Bool.Type: "true or false"
    case is [Any].Type: "a list; write it in square brackets"
    default: "an object; write it in braces, as in {\"name\": …}"
    }
  }
}
