import Glibc
import TalentDomain

/// A file that the user wants written.
enum OutputFile {
  /// Replaces the file as a whole, or leaves the old one as it was.
  /// - Parameter mode: who may read it, before the user's own mask: everybody, unless it says otherwise.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o666) throws {
    let draft = "\(path).\(getpid()).tmp"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw unwritable(path, errno) }
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if result >= 0 {
        written += result
      } else if errno != EINTR {
        let number = errno
        close(descriptor)
        unlink(draft)
        throw unwritable(path, number)
      }
    }
    guard close(descriptor) == 0, rename(draft, path) == 0 else {
      let number = errno
      unlink(draft)
      throw unwritable(path, number)
    }
  }

  /// A folder for nobody else to read; one that is there stays as it is.
  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    throw unwritable(path, errno)
  }

  private static func unwritable(_ path: String, _ number: Int32) -> Failure {
    let reason = String(cString: strerror(number))
    return .noInput(Bilingual(da: "\(path) kan ikke skrives: \(reason).", en: "\(path) cannot be written: \(reason)."))
  }
}
