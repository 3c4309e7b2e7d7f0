import Glibc

/// The output folder: complete runs under `runs/`, and `current`, a link to the newest.
///
/// A run is written under a name that begins with a dot, and appears whole by one rename. Only
/// one process at a time writes: it holds a lock on `.lock`.
final class RunDirectory {
  let path: String
  private let lock: Descriptor

  /// - Throws: `Failure` `.cannotCreate` or `.locked`.
  init(_ path: String) throws {
    self.path = path
    try RunDirectory.create(path)
    try RunDirectory.refuseFolder("\(path)/current")
    try RunDirectory.create("\(path)/runs")
    do {
      lock = try Descriptor.open("\(path)/.lock", O_RDWR | O_CREAT)
    } catch {
      throw Failure(.cannotCreate, "cannot write to \(path): \(error)")
    }
    guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else {
      throw Failure(
        .locked, "another run is writing to \(path); wait for it, or take another --output")
    }
    try removeUnfinished()
  }

  deinit { try? lock.close() }

  func hasRun(_ id: String) -> Bool { access("\(path)/runs/\(id)/manifest.json", F_OK) == 0 }

  func location(of id: String) -> String { "\(path)/runs/\(id)" }

  /// Writes a run into a folder of its own and, when all is on disk, gives it its name.
  func write(_ id: String, _ fill: (RunFolder) throws -> Void) throws {
    let unfinished = "\(path)/runs/.\(id)"
    try RunDirectory.create(unfinished)
    do {
      try fill(RunFolder(path: unfinished))
      try RunDirectory.synchronise(unfinished)
    } catch {
      RunDirectory.remove(unfinished)
      throw error
    }
    guard rename(unfinished, location(of: id)) == 0 else {
      let problem = SystemError.last
      RunDirectory.remove(unfinished)
      throw Failure(.cannotWrite, "cannot name \(location(of: id)): \(problem)")
    }
    try RunDirectory.synchronise("\(path)/runs")
  }

  /// Lets `current` point to a run, by one rename.
  func makeCurrent(_ id: String) throws {
    let fresh = "\(path)/.current"
    unlink(fresh)
    guard symlink("runs/\(id)", fresh) == 0, rename(fresh, "\(path)/current") == 0 else {
      throw Failure(.cannotWrite, "cannot link \(path)/current: \(SystemError.last)")
    }
    try RunDirectory.synchronise(path)
  }

  /// Refuses a folder in which `current` is no link, and could not become one.
  private static func refuseFolder(_ current: String) throws {
    var status = stat()
    guard lstat(current, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    throw Failure(
      .cannotCreate,
      "\(current) is a folder, and should be a link to the newest run; move it away, or take "
        + "another --output")
  }

  /// Removes all but the newest runs; the one just made stays whatever its age.
  func prune(keeping count: Int, besides id: String) {
    let others = RunDirectory.entries("\(path)/runs").filter { !$0.hasPrefix(".") && $0 != id }
    let newestFirst = others.map { (name: $0, time: RunDirectory.time("\(path)/runs/\($0)")) }
      .sorted { ($0.time, $0.name) > ($1.time, $1.name) }
    for run in newestFirst.dropFirst(max(0, count - 1)) {
      RunDirectory.remove("\(path)/runs/\(run.name)")
    }
  }

  /// What a process that died has left behind.
  private func removeUnfinished() throws {
    for name in RunDirectory.entries("\(path)/runs") where name.hasPrefix(".") {
      RunDirectory.remove("\(path)/runs/\(name)")
    }
  }

  // MARK: The file system

  static func create(_ folder: String) throws {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      if mkdir(path, 0o755) != 0 && errno != EEXIST {
        throw Failure(.cannotCreate, "cannot make the folder \(folder): \(SystemError.last)")
      }
    }
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.cannotCreate, "cannot make the folder \(folder): a file has its name")
    }
  }

  fileprivate static func synchronise(_ folder: String) throws {
    do {
      let descriptor = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
      try descriptor.synchronise()
      try descriptor.close()
    } catch {
      throw Failure(.cannotWrite, "cannot write \(folder): \(error)")
    }
  }

  static func entries(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func time(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in entries(path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
