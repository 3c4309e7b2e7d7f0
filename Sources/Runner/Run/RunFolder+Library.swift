import Glibc
import Spreadsheets

extension RunFolder {
  /// Lets a library write a file at a path, and makes sure that it is on disk.
  func write(_ name: String, at fill: (_ path: String) throws -> Void) throws {
    let file = "\(path)/\(name)"
    let unfinished = replaces ? "\(file).unfinished" : file
    do {
      try Interruption.check()
      try fill(unfinished)
      let written = try Descriptor.open(unfinished, O_RDONLY)
      try written.synchronise()
      try written.close()
      guard !replaces || rename(unfinished, file) == 0 else { throw SystemError.last }
    } catch let error as SpreadsheetError {
      throw Failure(.cannotWrite, "cannot write \(name): \(error)")
    } catch let error as SystemError {
      throw Failure(.cannotWrite, "cannot write \(name): \(error)")
    }
  }
}
