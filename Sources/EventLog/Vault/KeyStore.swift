internal import Crypto
internal import GRDB
internal import Synchronization
internal import Transparency

/// The keys of subjects, wrapped by the master key, in a file of their own.
///
/// The file holds keys that belong to someone and keys made ahead. Which is which stands in the log, written in the same
/// transaction as the first field sealed: no key beyond the last one assigned is anybody's. So a crash between the two files
/// loses nothing, and the writer need not touch this one. What is beyond at a start goes, for with an older log put back it
/// may have been somebody's, and numbers go on above all that there ever were.
final class KeyStore: Sendable {
  /// A key and what it is called; ids ascend.
  struct Named: Sendable {
    let id: Int64
    let key: SymmetricKey
  }

  /// Rows are of one size: ids begin where SQLite needs as many bytes for the first as for any later one. Rows of varying
  /// size leave residue behind a deletion even with `secure_delete`.
  static let firstID: Int64 = 1 << 56

  let folder: StateFolder
  let database: DatabasePool
  let crashPoint: (@Sendable (CrashPoint) -> Void)?
  private let fatal: @Sendable (LogError) -> Void
  private let poolSize: Int
  private let state: Mutex<State>

  private struct State {
    var master: SymmetricKey
    /// What the file was wrapped under before, or is about to be: a reader may meet the one or the other.
    var otherMaster: SymmetricKey?
    var masterKey: MasterKeyState
    /// Ascending; the next one is first.
    var free: [Named]
    var nextID: Int64
    var isRefilling = false
    var known: [Int64: SymmetricKey] = [:]
    /// Derived from those, for `hmac`; they go when those go.
    var derived: [Int64: SymmetricKey] = [:]
    /// What a reader found just before it went must not be remembered just after.
    var destroyed: Set<Int64> = []

    mutating func remember(_ id: Int64, _ key: SymmetricKey) {
      // A bound on memory, not a policy: what is dropped is read again.
      if known.count >= 65_536 {
        known.removeAll(keepingCapacity: true)
        derived.removeAll(keepingCapacity: true)
      }
      if !destroyed.contains(id) { known[id] = key }
    }
  }

  /// Opens the file, and takes the keys out of it that have no place there: those erased, and those of nobody.
  /// - Parameter assigned: the keys that the log has in use, and the greatest id that it ever assigned.
  /// - Throws: `.keysMissing` where one in use is not there, `.masterKeyWrong`. Nothing has been changed then.
  init(
    _ folder: StateFolder, given: MasterKey.Given, assigned: (live: Set<Int64>, greatest: Int64), erased: Set<Int64>,
    _ settings: LogSettings
  ) throws(LogError) {
    let database = try Connections.open(folder.keys)
    let poolSize = max(settings.keyPoolSize, 1)
    let (made, unlocked, newest) = try LogError.mapping {
      try database.writeWithoutTransaction { database in
        let unlocked = try MasterKeys.unlock(database, with: given.key)
        let present = try KeyFile.ids(database)
        let missing = assigned.live.subtracting(present).subtracting(erased)
        guard missing.isEmpty else { throw LogError.keysMissing(missing.count) }
        let greatest = [assigned.greatest, present.max() ?? 0, erased.max() ?? 0, Self.firstID - 1].reduce(0, max)
        // Other copies of a log that was put back may have gone on: each goes on in numbers of its own.
        let gap = settings.isRestored ? Int64.random(in: 1...65_536) << 32 : 0
        let made = Self.make(poolSize, from: greatest + gap + 1)
        // At once, so that there is never a file that has forgotten how far the numbers had come.
        try database.inTransaction(.immediate) {
          try MasterKeys.makeTables(database, current: unlocked.current, at: settings.clock.now())
          try KeyFile.delete(present.filter { erased.contains($0) || $0 > assigned.greatest }, in: database)
          for key in made { try KeyFile.insert(key, master: unlocked.current, in: database) }
          return .commit
        }
        guard let newest = try MasterKeys.newest(database) else { throw LogError.masterKeyWrong }
        return (made, unlocked, newest)
      }
    }
    self.folder = folder
    self.database = database
    crashPoint = settings.crashPoint
    fatal = settings.fatal
    self.poolSize = poolSize
    let masterKey = MasterKeyState(
      ordinal: newest.ordinal, since: newest.since, source: given.source, isAwaited: unlocked.isAwaited)
    state = Mutex(
      State(
        master: unlocked.current, masterKey: masterKey, free: made, nextID: made[poolSize - 1].id + 1,
        destroyed: erased))
    try LogError.mapping {
      try database.writeWithoutTransaction { database in
        // The new key is in its place: what led to it is of no more use.
        if !unlocked.isAwaited { try endHandOver(database) }
        do {
          if unlocked.isAwaited { try handOver(database) } else { try clear(database) }
        } catch {
          // Somebody reads the file: the next start, or an erasure, clears it.
          guard LogError(error).isBusy else { throw error }
        }
      }
    }
  }

  var master: SymmetricKey { state.withLock { $0.master } }

  var masterKey: MasterKeyState { state.withLock { $0.masterKey } }

  func setMaster(_ master: SymmetricKey, other: SymmetricKey?) {
    state.withLock {
      $0.master = master
      $0.otherMaster = other
    }
  }

  func escrowed(origin: String) -> EscrowedKey { EscrowedKey(master, origin: origin) }

  func setState(_ masterKey: MasterKeyState) { state.withLock { $0.masterKey = masterKey } }

  /// The log's own keys that are at hand, by ordinal.
  func signers(_ origin: LogOrigin) throws(LogError) -> [Int: NoteSigner] {
    let seeds = try LogError.mapping { try database.read { try KeyFile.signingSeeds($0, master: master) } }
    return seeds.compactMapValues { NoteSigner(origin: origin, seed: $0) }
  }

  /// Durable before this returns: what is signed with it can be signed again.
  func makeSigner(_ ordinal: Int, _ origin: LogOrigin) throws(LogError) -> NoteSigner {
    let seed = try LogError.mapping {
      try database.write { try KeyFile.makeSigningSeed(ordinal, master: master, in: $0) }
    }
    guard let signer = NoteSigner(origin: origin, seed: seed) else { throw .masterKeyWrong }
    return signer
  }

  /// After this nobody signs with them any more, whoever takes the file.
  func forgetSigners(_ ordinals: [Int]) throws(LogError) {
    guard !ordinals.isEmpty else { return }
    try LogError.mapping {
      try database.write { database in
        for ordinal in ordinals { try KeyFile.deleteSigningSeed(ordinal, in: database) }
      }
    }
    try purge()
  }

  func noteLogMade(at moment: FileFormat.Moment) throws(LogError) {
    try LogError.mapping { try database.write { try KeyFile.noteLogMade($0, at: moment) } }
  }

  // MARK: Drawing

  /// The next free key. Waits for the key file only where the pool has run dry.
  func draw() throws(LogError) -> Named {
    while true {
      let (drawn, isLow) = state.withLock { state -> (Named?, Bool) in
        guard !state.free.isEmpty else { return (nil, false) }
        let next = state.free.removeFirst()
        state.remember(next.id, next.key)
        let isLow = state.free.count < poolSize / 2 && !state.isRefilling
        if isLow { state.isRefilling = true }
        return (next, isLow)
      }
      if isLow { refillLater() }
      if let drawn { return drawn }
      // Either fills the pool, or throws.
      try refill()
    }
  }

  /// Keys whose assignment was rolled back are free again, in order.
  func giveBack(_ keys: [Named]) {
    guard !keys.isEmpty else { return }
    state.withLock { $0.free.insert(contentsOf: keys.sorted { $0.id < $1.id }, at: 0) }
  }

  private func refillLater() {
    database.asyncWriteWithoutTransaction { [self] database in
      do { try fill(database) } catch {
        // Any other failure is met again, and reported, by the one who finds the pool empty.
        let error = LogError(error)
        if error.isSyncFailure { fatal(error) }
      }
      state.withLock { $0.isRefilling = false }
    }
  }

  /// Waits for a refill that is under way.
  func finish() { database.writeWithoutTransaction { _ in } }

  private func refill() throws(LogError) {
    try LogError.mapping { try database.writeWithoutTransaction { try fill($0) } }
  }

  private static func make(_ count: Int, from first: Int64) -> [Named] {
    (first..<(first + Int64(count))).map { Named(id: $0, key: SymmetricKey(size: .bits256)) }
  }

  /// Fills the pool. Keys become free to take only once they are durable.
  private func fill(_ database: Database) throws {
    // Only the queue of this connection comes here, so that no number is taken twice.
    let (first, missing) = state.withLock { ($0.nextID, poolSize - $0.free.count) }
    guard missing > 0 else { return }
    let made = Self.make(missing, from: first)
    try database.inTransaction(.immediate) {
      for key in made { try KeyFile.insert(key, master: master, in: database) }
      return .commit
    }
    state.withLock {
      $0.free += made
      $0.nextID = first + Int64(missing)
    }
    // No other connection moves this file's write-ahead log, and its commits are few.
    _ = try database.checkpoint(.passive)
  }

  // MARK: Looking up and destroying

  /// Looks up many in one transaction: each of its own would cost more than what it reads.
  func together<Value>(_ body: () throws -> Value) throws(LogError) -> Value {
    try LogError.mapping { try database.unsafeReentrantRead { try $0.together(body) } }
  }

  /// Nil where the key was destroyed.
  func key(_ id: Int64) throws(LogError) -> SymmetricKey? {
    let (known, isDestroyed) = state.withLock { ($0.known[id], $0.destroyed.contains(id)) }
    if isDestroyed { return nil }
    if let known { return known }
    let box = try LogError.mapping { try database.unsafeReentrantRead { try KeyFile.box(id, in: $0) } }
    guard let box else { return nil }
    let found = try LogError.mapping { try open(box, id) }
    return state.withLock { state in
      state.remember(id, found)
      return state.destroyed.contains(id) ? nil : found
    }
  }

  /// Asked for the master key after the box was read: it may have been changed just then.
  private func open(_ box: [UInt8], _ id: Int64) throws -> SymmetricKey {
    let (master, other) = state.withLock { ($0.master, $0.otherMaster) }
    do {
      return try KeyFile.open(box, id: id, master: master)
    } catch {
      guard let other else { throw error }
      return try KeyFile.open(box, id: id, master: other)
    }
  }

  /// Another key than the one that encrypts, for authenticating: one key, one use (RFC 5869). Deriving it takes longer than
  /// most of what it is used for.
  func hmacKey(of id: Int64, _ key: SymmetricKey) -> SymmetricKey {
    if let derived = state.withLock({ $0.derived[id] }) { return derived }
    let derived = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array("event log hmac".utf8), outputByteCount: 32)
    state.withLock { state in
      if state.known[id] != nil { state.derived[id] = derived }
    }
    return derived
  }

  /// Deletes the keys in memory, and in the file all or none; doing so again does nothing.
  func destroy(_ ids: [Int64]) throws(LogError) {
    guard !ids.isEmpty else { return }
    state.withLock { state in
      for id in ids {
        state.destroyed.insert(id)
        state.known[id] = nil
        state.derived[id] = nil
      }
    }
    try LogError.mapping { try database.write { try KeyFile.delete(ids, in: $0) } }
  }

  /// Rewrites the file and truncates its write-ahead log: after this no page holds what was deleted.
  func purge() throws(LogError) {
    try LogError.mapping { try database.writeWithoutTransaction { try clear($0) } }
  }

  func clear(_ database: Database) throws {
    try database.execute(sql: "VACUUM")
    _ = try database.checkpoint(.truncate)
    // SQLite does not sync that: with the power, the frames could come back that hold what was deleted.
    try PrivateFile.sync(folder.keys + "-wal")
  }
}
