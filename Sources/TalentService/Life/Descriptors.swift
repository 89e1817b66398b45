import Glibc

/// File descriptors of this process.
enum Descriptors {
  /// Kept for the databases, backups and the socket itself when connections are counted.
  static let reserve = 64

  /// How many there may be.
  static var limit: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    return Int(clamping: limit.rlim_cur)
  }

  /// How many there are; nil where the machine does not tell.
  static var open: Int? {
    guard let entries = opendir("/proc/self/fd") else { return nil }
    defer { closedir(entries) }
    var count = 0
    while let entry = readdir(entries) {
      if entry.pointee.d_name.0 != 46 { count += 1 }
    }
    // One is this look's own.
    return count - 1
  }
}
