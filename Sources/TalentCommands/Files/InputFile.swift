import Glibc
import TalentDomain

/// A file that the user names.
enum InputFile {
  /// HR's files are a few hundred kilobytes; more than this is a mistake.
  static let limit = 64 << 20

  /// All bytes of a file; `-` is standard input.
  static func read(_ path: String, limit: Int = limit) throws -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var failure: Int32 = 0
      let more = [UInt8](unsafeUninitializedCapacity: 64 << 10) { space, count in
        let result = Glibc.read(descriptor, space.baseAddress, 64 << 10)
        count = max(0, result)
        failure = result < 0 ? errno : 0
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw unreadable(path, failure) }
      guard !more.isEmpty else { return bytes }
      bytes += more
    }
    throw Failure.badData(
      Bilingual(da: "\(path) er større end 64 MiB.", en: "\(path) is larger than 64 MiB."))
  }

  private static func unreadable(_ path: String, _ number: Int32) -> Failure {
    let reason = String(cString: strerror(number))
    return .noInput(Bilingual(da: "\(path) kan ikke læses: \(reason).", en: "\(path) cannot be read: \(reason)."))
  }
}
