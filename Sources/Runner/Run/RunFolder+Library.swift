import Glibc
import Spreadsheets

extension RunFolder {
  /// Lets a library write a file at a path, and makes sure that it is on disk.
  func write(_ name: String, at fill: (_ path: String) throws -> Void) throws {
    try complete(name) { file in
      try Interruption.check()
      do {
        try fill(file)
      } catch let error as SpreadsheetError {
        throw Failure(.cannotWrite, "cannot write \(name): \(error)")
      }
      let written = try Descriptor.open(file, O_RDONLY)
      try written.synchronise()
      try written.close()
    }
  }
}
