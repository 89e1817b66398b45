import Glibc

/// The marks that the writer leaves at each step of a commit (`TALENTD_CRASH_MARKS`): one byte a step.
final class CrashMarks {
  /// The last step before a kill.
  enum Step: UInt8 {
    case appended = 0x61
    case committed = 0x63
    case projected = 0x70

    /// Events are appended, and nobody has been answered for them yet.
    var isBetweenAppendAndReply: Bool { self != .projected }
  }

  let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Trouble("no file for marks: \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  /// How many steps have been marked.
  var count: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  var last: Step? {
    var byte: UInt8 = 0
    return pread(descriptor, &byte, 1, off_t(count - 1)) == 1 ? Step(rawValue: byte) : nil
  }

  /// Waits, without sleeping, until the next batch has been appended; gives up after a while.
  func awaitAppend() {
    let end = ContinuousClock.now + .milliseconds(500)
    var seen = count
    while ContinuousClock.now < end {
      let now = count
      if now > seen, last == .appended { return }
      seen = now
    }
  }
}
