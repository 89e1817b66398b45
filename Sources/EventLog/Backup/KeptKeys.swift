internal import GRDB
internal import Glibc

/// The backups of keys that lie in their folder: an erasure reaches into them.
struct KeptKeys {
  let folder: BackupFolder

  /// - Returns: how many held an erased key, and hold none any more.
  func clear(_ erased: Set<Int64>, at time: Int64) throws -> Int {
    var cleared = 0
    // A copy that is being looked at is made anew before it gets its name.
    for name in folder.names(.partial) {
      let path = "\(folder.path(name, .partial))/\(BackupPlaces.keysFile)"
      guard PrivateFile.exists(path) else { continue }
      let ids = try? Connections.look(into: path) { try KeyFile.ids($0) }
      if ids.map({ !$0.isDisjoint(with: erased) }) ?? true { Self.discard(path) }
    }
    for state in [nil, BackupState.failed] {
      for name in folder.names(state) {
        try finish(name, state)
        if try clear(name, state, erased, at: time) { cleared += 1 }
      }
    }
    return cleared
  }

  private func clear(
    _ name: BackupName, _ state: BackupState?, _ erased: Set<Int64>, at time: Int64
  ) throws -> Bool {
    guard var manifest = folder.manifest(name, state) else { return false }
    let path = "\(folder.path(name, state))/\(BackupPlaces.keysFile)"
    let gone = try Connections.look(into: path) { try KeyFile.ids($0) }.intersection(erased)
    guard !gone.isEmpty else { return false }
    let next = path + ".next"
    try PrivateFile.copy(path, to: next)
    let database = try Connections.openAlone(next)
    try LogError.mapping {
      try database.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try KeyFile.delete(gone, in: database)
          return .commit
        }
        try database.execute(sql: "VACUUM")
      }
      try database.close()
    }
    try PrivateFile.sync(next)
    manifest.keys = manifest.keys.map { $0 - gone.count }
    manifest.cleared = time
    manifest.bytes = PrivateFile.size(next)
    manifest.digest = try FileDigest.of(next)
    try PrivateFile.replace(nextManifest(name, state), manifest.json)
    try replace(path, by: next)
    try PrivateFile.rename(nextManifest(name, state), to: manifestPath(name, state))
    return true
  }

  /// Both renames, or neither: the manifest that waits says which file it is about.
  private func finish(_ name: BackupName, _ state: BackupState?) throws {
    let (path, waiting) = ("\(folder.path(name, state))/\(BackupPlaces.keysFile)", nextManifest(name, state))
    if let manifest = try PrivateFile.read(waiting).flatMap({ BackupManifest($0) }),
      try manifest.digest == FileDigest.of(path)
    {
      try PrivateFile.rename(waiting, to: manifestPath(name, state))
    }
    unlink(waiting)
    Self.discard(path + ".next")
  }

  private func manifestPath(_ name: BackupName, _ state: BackupState?) -> String {
    "\(folder.path(name, state))/\(BackupPlaces.manifestFile)"
  }

  private func nextManifest(_ name: BackupName, _ state: BackupState?) -> String {
    manifestPath(name, state) + ".cleared"
  }

  private func replace(_ path: String, by next: String) throws(LogError) {
    let old = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    defer { if old >= 0 { close(old) } }
    try PrivateFile.rename(next, to: path)
    if old >= 0 { PrivateFile.blank(old) }
  }

  /// A file of keys that goes: written over first, as far as the disk does that.
  static func discard(_ path: String) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return }
    unlink(path)
    PrivateFile.blank(descriptor)
    close(descriptor)
    unlink(path + "-journal")
  }
}
