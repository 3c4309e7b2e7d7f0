import Analytics

/// An input of a run: what it is called, how large it is and what is in it.
struct InputFile: Hashable {
  let name: String
  let bytes: Int
  let sha256: String

  /// Reads a source once for its size and digest.
  static func measure(_ source: any ByteSource) throws -> InputFile {
    var source = source
    let digest = Digest()
    var size = 0
    var buffer: [UInt8] = []
    while try source.read(1 << 20, into: &buffer) > 0 {
      digest.add(buffer)
      size += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    try source.rewind()
    return InputFile(name: source.name, bytes: size, sha256: digest.finish())
  }
}
