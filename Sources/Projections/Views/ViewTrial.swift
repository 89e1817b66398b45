internal import EventLog
internal import Glibc

/// The views built from a copy of the log, for trial: whoever could not build them from it could not serve it either.
package enum ViewTrial {
  /// - Parameters:
  ///   - folder: holds the copy as `log.sqlite3`; a folder of its own is made in it, and goes again.
  ///   - size: how many events the copy has.
  ///   - progress: called with the events applied; may throw.
  package static func digests(
    folder: String, size: Int, _ progress: (_ done: Int) throws -> Void = { _ in }
  ) throws -> ViewDigests {
    let scratch = "\(folder)/trial"
    guard mkdir(scratch, 0o700) == 0 || errno == EEXIST else { throw ViewError.system(code: errno) }
    defer { rmdir(scratch) }
    return try built(folder, scratch, size, progress)
  }

  /// In a function of its own, so that the file is closed and gone when it returns.
  private static func built(
    _ folder: String, _ scratch: String, _ size: Int, _ progress: (Int) throws -> Void
  ) throws -> ViewDigests {
    let file = try ViewFile(creating: 1, in: ViewFolder(path: scratch))
    defer { file.retire() }
    try file.extend { appender in
      var done = 0
      try LeafFile.scan(folder: folder, upTo: size) { leaf in
        try appender.append(leaf)
        done += 1
        if done.isMultiple(of: 4096) { try progress(done) }
      }
    }
    return try ViewDigests(of: file, upTo: size)
  }
}
