internal import Crypto
internal import GRDB

/// A copy of the key file, with what was true when it was made. Whoever makes one has the turn.
struct CopiedKeys {
  let path: String
  let master: SymmetricKey
  let erased: Set<Int64>
  private let ordinal: Int
  private var manifest: BackupManifest

  init(_ log: EventLog, _ of: BackupManifest, in folder: BackupFolder) throws {
    let path = "\(folder.path(of.name, .partial))/\(BackupPlaces.keysFile)"
    KeptKeys.discard(path)
    self.path = path
    erased = log.erased.ids
    master = log.keys.master
    ordinal = log.keys.masterKey.ordinal
    manifest = BackupManifest(
      .keys, of.name, origin: of.origin, simulated: of.simulated, root: of.root, daemon: of.daemon)
    manifest.recorded = of.recorded
    manifest.masterKey = ordinal + 1
    try log.keys.database.read { database in
      manifest.keys = try KeyFile.ids(database).count
      try DatabaseCopy.make(of: database, at: path)
    }
  }

  /// Whether keys were erased, or all locked anew, since.
  func isStale(_ log: EventLog) -> Bool {
    log.erased.ids.count != erased.count || log.keys.masterKey.ordinal != ordinal || !PrivateFile.exists(path)
  }

  /// What is wrong with it, for the log in that file.
  func problems(forLog log: String) throws -> [String] {
    guard try DatabaseCopy.isSound(path) else { return ["the copy of keys.sqlite3 is damaged, or cannot be read"] }
    let live = try Connections.look(into: log) { try Assignments.keys(destroyed: false, $0) }
    return try Connections.look(into: path) { database in
      var problems: [String] = []
      let master = try MasterKeys.unlock(database, with: master).current
      let present = try KeyFile.ids(database)
      if !present.isDisjoint(with: erased) { problems.append("the copy of the keys holds one that was erased") }
      let missing = live.subtracting(present).subtracting(erased).count
      if missing > 0 { problems.append("\(missing) keys that the log has in use are not in the copy of the keys") }
      var closed = 0
      for id in present where (try? KeyFile.key(id, master: master, in: database)) == nil { closed += 1 }
      if closed > 0 { problems.append("\(closed) keys do not open under the master key") }
      return problems
    }
  }

  mutating func write(_ problems: [String], in folder: BackupFolder) throws(LogError) {
    manifest.verification.problems = problems
    manifest.bytes = PrivateFile.size(path)
    manifest.digest = try FileDigest.of(path)
    try PrivateFile.replace(
      "\(folder.path(manifest.name, .partial))/\(BackupPlaces.manifestFile)", manifest.json)
  }
}
