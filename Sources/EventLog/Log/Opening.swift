internal import Crypto
internal import GRDB
internal import Transparency

/// What opening a folder finds, verified.
struct Opening {
  let database: DatabasePool
  let keys: KeyStore
  let signing: SigningKeys
  let head: Head
  let checkpoint: SignedCheckpoint?
  let scrubbed: Int

  /// How many leaves are read back at most before serving; a log of fewer is read back wholly.
  static let leafLimit = 100_000

  init(folder: StateFolder, settings: LogSettings, origin: LogOrigin, create: Bool) throws(LogError) {
    let isThere = try Opening.exists(folder)
    guard isThere || create else { throw .noLog }
    let master: SymmetricKey
    if folder.exists(folder.masterKey) || isThere {
      master = try MasterKey.read(in: folder)
    } else {
      master = try MasterKey.create(in: folder)
    }
    // In this order, and each step found done by a later try: a crash while making a log leaves what can be made whole.
    if !isThere { try KeyFile.create(folder, master: master) }
    let database = try Connections.open(folder.log)
    let assigned = try LogError.mapping {
      try database.writeWithoutTransaction { database -> Int64? in
        guard try Schema.isMade(database) else { return nil }
        return try database.number("SELECT max(key) FROM sealing_key")
      }
    }
    let keys = try KeyStore(folder, master: master, assigned: assigned, poolSize: settings.keyPoolSize)
    let signers = try keys.signers(origin)
    if !isThere {
      guard try !keys.logWasMade else { throw .corrupt(position: 0, .leafMissing) }
      guard let first = signers[0] else { throw .masterKeyWrong }
      try Opening.make(
        database, Meta(origin: origin.text, simulated: settings.simulated), SigningKeys(first: first))
      try folder.syncNames()
    }
    try keys.noteLogMade()
    self.database = database
    self.keys = keys
    let (signing, found) = try LogError.mapping {
      try database.writeWithoutTransaction { database in
        let meta = try Opening.meta(database, settings)
        var signing = try SigningKeys(database)
        try signing.join(signers)
        return (signing, try Opening.check(database, meta, verifiers: signing.verifiers))
      }
    }
    self.signing = signing
    (head, checkpoint, scrubbed) = found
  }

  /// Whether the folder holds a log that was made to the end.
  private static func exists(_ folder: StateFolder) throws(LogError) -> Bool {
    guard folder.exists(folder.log) else { return false }
    return try LogError.mapping {
      let database = try DatabaseQueue(path: folder.log)
      let isMade = try database.inDatabase { try Schema.isMade($0) }
      try database.close()
      return isMade
    }
  }

  private static func make(
    _ database: DatabasePool, _ meta: Meta, _ signing: SigningKeys
  ) throws(LogError) {
    try LogError.mapping {
      try database.write { database in
        try Schema.create(database)
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
    _ database: Database, _ meta: Meta, verifiers: [NoteVerifier]
  ) throws -> (Head, SignedCheckpoint?, Int) {
    let edge = try Head.storedEdge(database).size
    let last = try Int(database.number("SELECT max(position) FROM leaf") ?? -1)
    if last + 1 < edge { throw LogError.corrupt(position: last + 1, .leafMissing) }
    if last + 1 > edge { throw LogError.corrupt(position: edge, .frontierDiffers) }

    let first = edge <= leafLimit ? 0 : max(min(meta.scrubbed, edge), edge - leafLimit)
    let check = TreeCheck(origin: meta.origin, simulated: meta.simulated)
    // A whole block each time, so that it can be held against its tile.
    try check.leaves(from: first & ~255, to: edge, database)
    try check.tiles(size: edge, database)
    try check.frontier(database)
    let head = try Head.load(database)
    return (head, try check.newestCheckpoint(head, verifiers: verifiers, database), meta.scrubbed)
  }
}
