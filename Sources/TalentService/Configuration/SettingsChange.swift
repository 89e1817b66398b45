import EventLog

extension Settings {
  /// Settings of which the other differs and that hold only from a start on: the log, its place, its name and its doors.
  func fixed(against other: Settings) -> [String] {
    let fixed: [(String, Bool)] = [
      ("origin", origin == other.origin), ("state.folder", stateFolder == other.stateFolder),
      ("erased-keys.file", erasedKeysFile == other.erasedKeysFile), ("socket.path", socketPath == other.socketPath),
      ("socket.mode", socketMode == other.socketMode), ("zone", zone == other.zone),
      ("backup.log-folder", backup.places.logs == other.backup.places.logs),
      ("backup.keys-folder", backup.places.keys == other.backup.places.keys),
      ("backup.keep-…", backup.retention == other.backup.retention), ("simulate", simulate == other.simulate),
    ]
    return fixed.filter { !$0.1 }.map(\.0)
  }
}
