import Glibc

/// Asks for anchoring now: touches a file that the service manager watches (`talentd-anchor.path`). The service has no network,
/// and starts no programs.
enum AnchorBell {
  /// False where the file cannot be written: then the next run by the clock sees to it.
  static func ring(_ path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return write(descriptor, "\n", 1) == 1
  }
}
