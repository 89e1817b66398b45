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

  /// - Throws: `.tooOpen`, `.foreignOwner`.
  func expectPrivate() throws(LogError) {
    for path in [path, log, keys, masterKey] { try PrivateFile.expectPrivate(path) }
  }
}

/// While this lives, no one else opens the folder.
final class FolderLock: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}
