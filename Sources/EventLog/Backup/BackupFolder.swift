internal import Glibc

/// One of the two folders: backups by name, and what is on its way there or from there.
struct BackupFolder {
  let path: String
  let part: BackupManifest.Part

  func path(_ name: BackupName, _ state: BackupState? = nil) -> String {
    "\(path)/\(name.text)\(state?.rawValue ?? "")"
  }

  /// Makes it, and the folder above it, where they are missing.
  func make() throws(BackupError) {
    for folder in [PrivateFile.folder(of: path), path] {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .place(path: folder, code: errno) }
      // Whether it was made now, or by a try that did not come as far as this: a folder whose name is lost is lost with all that
      // is in it.
      do throws(LogError) {
        try PrivateFile.syncNames(PrivateFile.folder(of: folder))
      } catch {
        guard case .system(let code) = error else { throw .place(path: folder, code: EIO) }
        // Above them somebody else's folders may not be ours to open, and are none that we made.
        if code != EACCES { throw .place(path: folder, code: code) }
      }
    }
    guard access(path, R_OK | W_OK | X_OK) == 0 else { throw .place(path: path, code: errno) }
  }

  /// In bytes, for those who are not root; nil where nobody knows.
  var free: Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  /// By name, oldest first. Empty where the folder is not there.
  func names(_ state: BackupState? = nil) -> [BackupName] {
    let suffix = state?.rawValue ?? ""
    return ((try? PrivateFile.names(in: path)) ?? []).compactMap { text in
      text.hasSuffix(suffix) ? BackupName(text.dropLast(suffix.count)) : nil
    }.sorted()
  }

  /// Nil where there is none that can be read, or where it speaks of another backup.
  func manifest(_ name: BackupName, _ state: BackupState? = nil) -> BackupManifest? {
    let file = "\(path(name, state))/\(BackupPlaces.manifestFile)"
    guard let bytes = try? PrivateFile.read(file), let manifest = BackupManifest(bytes), manifest.part == part,
      manifest.name == name, PrivateFile.size("\(path(name, state))/\(manifest.file)") == manifest.bytes
    else { return nil }
    return manifest
  }

  func begin(_ name: BackupName) throws(BackupError) {
    let folder = path(name, .partial)
    guard mkdir(folder, 0o700) == 0 else { throw .place(path: folder, code: errno) }
  }

  /// Durable, under its name or marked as what it is.
  func place(_ name: BackupName, as state: BackupState?) throws(LogError) {
    let partial = path(name, .partial)
    for file in try PrivateFile.names(in: partial) { try PrivateFile.sync("\(partial)/\(file)") }
    try PrivateFile.syncNames(partial)
    guard rename(partial, path(name, state)) == 0 else { throw .system(code: errno) }
    try PrivateFile.syncNames(path)
  }

  /// A crash in between leaves a folder that counts as none.
  func remove(_ name: BackupName, _ state: BackupState? = nil) {
    var folder = path(name, state)
    if state == nil {
      let gone = path(name, .gone)
      guard rename(folder, gone) == 0 else { return }
      folder = gone
    }
    // What somebody else has put there stays, and the folder with it.
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink("\(folder)/\(BackupPlaces.logFile)\(suffix)") }
    for suffix in ["", ".next"] { KeptKeys.discard("\(folder)/\(BackupPlaces.keysFile)\(suffix)") }
    for suffix in ["", ".next", ".cleared", ".cleared.next"] {
      unlink("\(folder)/\(BackupPlaces.manifestFile)\(suffix)")
    }
    rmdir(folder)
  }

  /// What crashes left.
  func removeLeftOvers() {
    for state in [BackupState.partial, .gone] {
      for name in names(state) { remove(name, state) }
    }
  }
}
