internal import Crypto
internal import GRDB
internal import Transparency

/// What opening a folder finds, verified.
struct Opening {
  let database: DatabasePool
  let keys: KeyStore
  let erased: ErasedKeys
  let signing: SigningKeys
  let head: Head
  let checkpoint: SignedCheckpoint?
  let scrubbed: Int
  /// Where an older log was backed up before it was upgraded; nil where it was not.
  let upgradeBackup: String?

  /// How many leaves are read back at most before serving; a log of fewer is read back wholly.
  static let leafLimit = 100_000

  init(folder: StateFolder, settings: LogSettings, origin: LogOrigin, create: Bool) throws(LogError) {
    // Nothing is changed before everything that can be wrong with keys, register and permissions has been looked at.
    try folder.expectPrivate()
    let known = try Opening.look(folder, settings)
    guard known != nil || create else { throw .noLog }
    let given: MasterKey.Given
    if let known {
      erased = try ErasedKeys(reading: settings.erasedKeys, origin: origin.text)
      let unknown = known.destroyed.subtracting(erased.ids)
      guard unknown.isEmpty else { throw .registerBehind(path: erased.path, missing: unknown.count) }
      given = try MasterKey.read(in: folder, credential: settings.masterKeyCredential)
      guard folder.exists(folder.keys) else { throw .keyFileMissing }
      try Connections.look(into: folder.keys) { database in
        _ = try KeyFile.format.found(in: database)
        _ = try MasterKeys.unlock(database, with: given.key)
      }
      upgradeBackup = try Upgrade.run(folder, settings, master: given.key, erased: erased.ids)
    } else {
      // A log that was made and is gone must not be begun anew over its keys.
      guard try !Opening.wasMade(folder) else { throw .corrupt(position: 0, .leafMissing) }
      // In this order, and each step found done by a later try: a crash while making a log leaves what can be made whole.
      erased = try ErasedKeys(forNewLog: settings.erasedKeys, origin: origin.text)
      given = try MasterKey.readOrMake(in: folder, credential: settings.masterKeyCredential)
      upgradeBackup = nil
      try KeyFile.create(folder, master: given.key, at: settings.clock.now())
    }
    let database = try Connections.open(folder.log)
    // Before any key is touched: a log that does not verify loses none.
    var verified = known == nil ? nil : try Opening.verified(database, settings)
    let keys = try KeyStore(
      folder, given: given, assigned: known?.assigned ?? ([], KeyStore.firstID - 1), erased: erased.ids, settings)
    let signers = try keys.signers(origin)
    if known == nil {
      guard let first = signers[0] else { throw .masterKeyWrong }
      try Opening.make(
        database, Meta(origin: origin.text, simulated: settings.simulated), SigningKeys(first: first),
        at: settings.moment)
      try PrivateFile.syncNames(folder.path)
    }
    try keys.noteLogMade(at: settings.moment)
    self.database = database
    self.keys = keys
    if verified == nil { verified = try Opening.verified(database, settings) }
    guard let verified else { throw .notALog }
    var signing = verified.0
    try signing.join(signers)
    self.signing = signing
    (head, checkpoint, scrubbed) = verified.1
  }

  private static func verified(
    _ database: DatabasePool, _ settings: LogSettings
  ) throws(LogError) -> (SigningKeys, (Head, SignedCheckpoint?, Int)) {
    try LogError.mapping {
      try database.writeWithoutTransaction { database in
        let meta = try meta(database, settings)
        let signing = try SigningKeys(database)
        return (signing, try check(database, meta, verifiers: signing.verifiers, settings.progress))
      }
    }
  }

  /// What a log that is there knows of keys.
  struct Known {
    let destroyed: Set<Int64>
    /// Those in use, and the greatest that ever was.
    let assigned: (live: Set<Int64>, greatest: Int64)
  }

  /// Nil where the folder holds no log that was made to the end. What it asks the file holds for every format since 1: a log
  /// is looked at before it is upgraded.
  static func look(_ folder: StateFolder, _ settings: LogSettings) throws(LogError) -> Known? {
    guard folder.exists(folder.log) else { return nil }
    return try Connections.look(into: folder.log) { database in
      guard try Schema.isMade(database) else { return nil }
      _ = try meta(database, settings)
      return Known(
        destroyed: try Assignments.keys(destroyed: true, database),
        assigned: (
          try Assignments.keys(destroyed: false, database),
          try database.number("SELECT max(key) FROM sealing_key") ?? KeyStore.firstID - 1
        ))
    }
  }

  private static func wasMade(_ folder: StateFolder) throws(LogError) -> Bool {
    guard PrivateFile.size(folder.keys) > 0 else { return false }
    return try Connections.look(into: folder.keys) { try KeyFile.logWasMade($0) }
  }

  private static func make(
    _ database: DatabasePool, _ meta: Meta, _ signing: SigningKeys, at moment: FileFormat.Moment
  ) throws(LogError) {
    try LogError.mapping {
      try database.write { database in
        try Schema.create(database, at: moment)
        try meta.write(database)
        try signing.storeLast(database)
        try Head().store(database)
      }
    }
  }

  private static func meta(_ database: Database, _ settings: LogSettings) throws -> Meta {
    let meta = try Meta(database)
    // Compared as bytes: to Swift two spellings of one letter are equal.
    guard meta.origin.utf8.elementsEqual(settings.origin.utf8) else { throw LogError.originDiffers(found: meta.origin) }
    guard meta.simulated == settings.simulated else { throw LogError.simulationDiffers(found: meta.simulated) }
    return meta
  }

  private static func check(
    _ database: Database, _ meta: Meta, verifiers: [NoteVerifier], _ progress: ((Int, Int) -> Void)?
  ) throws -> (Head, SignedCheckpoint?, Int) {
    let edge = try Head.storedEdge(database).size
    let last = try Int(database.number("SELECT max(position) FROM leaf") ?? -1)
    if last + 1 < edge { throw LogError.corrupt(position: last + 1, .leafMissing) }
    if last + 1 > edge { throw LogError.corrupt(position: edge, .frontierDiffers) }

    let first = edge <= leafLimit ? 0 : max(min(meta.scrubbed, edge), edge - leafLimit)
    let check = TreeCheck(origin: meta.origin, simulated: meta.simulated)
    // A whole block each time, so that it can be held against its tile.
    try check.leaves(from: first & ~255, to: edge, database, progress: progress)
    try check.tiles(size: edge, database)
    try check.frontier(database)
    let head = try Head.load(database)
    return (head, try check.newestCheckpoint(head, verifiers: verifiers, database), meta.scrubbed)
  }
}
