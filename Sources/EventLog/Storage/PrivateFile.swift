internal import GRDB
internal import Glibc

/// Small files that hold or guard secrets: whole or not there, durable with their names, and for their owner alone.
enum PrivateFile {
  /// The whole file or its first bytes, nil where there is none.
  static func read(_ path: String, first limit: Int = .max) throws(LogError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(code: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(65_536, limit))
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw .system(code: errno) }
      bytes += buffer[..<count]
      if count == 0 || bytes.count >= limit { return bytes }
    }
  }

  /// Puts the bytes in the place of whatever the file held. After a crash it holds either the one or the other, and after an
  /// error what it held, unless that is a failed sync.
  /// - Parameter written: called when the new bytes are durable under another name.
  static func replace(_ path: String, _ bytes: [UInt8], written: () -> Void = {}) throws(LogError) {
    let next = path + ".next"
    // Opened before anything changes: once the new file is in its place, nothing but the sync may fail.
    let names = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard names >= 0 else { throw .system(code: errno) }
    defer { close(names) }
    // Left over by a crash.
    unlink(next)
    let descriptor = open(next, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(code: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
    guard fsync(descriptor) == 0 else { throw .system(code: errno) }
    written()
    guard Glibc.rename(next, path) == 0 else { throw .system(code: errno) }
    // The one or the other is there, and only a new start from the disk can tell which.
    guard fsync(names) == 0 else { throw .storage(code: ResultCode.SQLITE_IOERR_DIR_FSYNC.rawValue) }
  }

  /// Makes an empty file, where there is none, that only its owner may read: SQLite would go by the process's mask.
  static func makeEmpty(_ path: String) throws(LogError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(code: errno) }
    close(descriptor)
  }

  /// Makes new names in a folder durable.
  static func syncNames(_ folder: String) throws(LogError) { try sync(folder) }

  static func sync(_ path: String) throws(LogError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(code: errno) }
  }

  /// Into a file that is not there yet.
  static func copy(_ source: String, to path: String) throws(LogError) {
    let (from, to) = (
      open(source, O_RDONLY | O_CLOEXEC), open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    )
    defer { for descriptor in [from, to] where descriptor >= 0 { close(descriptor) } }
    guard from >= 0, to >= 0 else { throw .system(code: errno) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(from, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw .system(code: errno) }
      if count == 0 { return }
      try write(Array(buffer[..<count]), to: to)
    }
  }

  /// Durable before this returns.
  static func rename(_ path: String, to target: String) throws(LogError) {
    guard Glibc.rename(path, target) == 0 else { throw .system(code: errno) }
    try syncNames(folder(of: target))
  }

  /// Writes zeros over all that an open file holds, as well as the machine will.
  static func blank(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    let zeros = [UInt8](repeating: 0, count: 65_536)
    var rest = Int(status.st_size)
    lseek(descriptor, 0, SEEK_SET)
    while rest > 0 {
      let count = Glibc.write(descriptor, zeros, min(rest, zeros.count))
      guard count > 0 else { break }
      rest -= count
    }
    fsync(descriptor)
  }

  static func names(in folder: String) throws(LogError) -> [String] {
    guard let directory = opendir(folder) else { throw .system(code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Where the file is there: nobody but this process's user may own, read or write it. The same for a folder.
  static func expectPrivate(_ path: String) throws(LogError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .system(code: errno)
    }
    guard status.st_uid == geteuid() else { throw .foreignOwner(path: path, wanted: geteuid()) }
    let mode = status.st_mode & 0o7777
    guard mode & 0o077 == 0 else {
      throw .tooOpen(path: path, mode: mode, isFolder: status.st_mode & S_IFMT == S_IFDIR)
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// In bytes; 0 where there is no such file.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(LogError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(code: errno) }
      written += count
    }
  }
}
