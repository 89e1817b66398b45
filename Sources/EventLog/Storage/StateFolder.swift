internal import Glibc

/// The files of a log's folder.
struct StateFolder: Sendable {
  let path: String

  var log: String { path + "/log.sqlite3" }
  var keys: String { path + "/keys.sqlite3" }
  var masterKey: String { path + "/master.key" }
  private var lock: String { path + "/lock" }

  func exists(_ file: String) -> Bool { access(file, F_OK) == 0 }

  /// Held until the returned value goes. The kernel lets go of it when the process ends, however it ends.
  func lockForThisProcess() throws(LogError) -> FolderLock {
    let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .locked : .system(code: code)
    }
    return FolderLock(descriptor: descriptor)
  }

  /// The whole file and its mode bits, nil where there is none. At most 4,096 bytes.
  func read(_ file: String) throws(LogError) -> (bytes: [UInt8], mode: UInt32)? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(code: errno) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw .system(code: errno) }
    return (Array(buffer.prefix(count)), status.st_mode & 0o7777)
  }

  /// Makes a file that only its owner may read, durable with its name before this returns; one that is there is an error.
  func createPrivate(_ file: String, _ bytes: [UInt8]) throws(LogError) {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(code: errno) }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0 else { throw .system(code: errno) }
    try syncNames()
  }

  /// Makes new names in the folder durable.
  func syncNames() throws(LogError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(code: errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw .system(code: errno) }
  }
}

/// While this lives, no one else opens the folder.
final class FolderLock: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
