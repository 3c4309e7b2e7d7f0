internal import CXLSXWriter

/// C strings that live as long as their owner, for structures that keep pointers to text.
final class CTexts {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  /// A copy of a text, ended by a zero byte; text after a zero byte of its own is lost.
  func pointer(_ text: String) -> UnsafeMutablePointer<CChar> {
    guard let copy = strdup(text) else { preconditionFailure("out of memory") }
    pointers.append(copy)
    return copy
  }

  deinit { for pointer in pointers { free(pointer) } }
}
