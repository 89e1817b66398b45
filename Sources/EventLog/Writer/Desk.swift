internal import Crypto
internal import GRDB
internal import Transparency

/// What was answered to a command before.
package struct StoredAnswer: Sendable, Hashable {
  /// A keyed digest of what the command said, made by the caller.
  package let content: [UInt8]
  package let outcome: [UInt8]
}

/// Where a decider appends. Valid within `decide` only; what it writes becomes durable with the batch, or not at all.
package final class Desk {
  let log: EventLog
  /// Set while a batch's transaction is open.
  var database: Database?
  var head: Head
  private let streams: StreamHeads
  private let sealer: Sealer
  /// As of before this batch.
  private(set) var savedHead: Head
  private(set) var wantsCheckpoint = false
  /// The log's keys after this batch, where it changes them.
  private(set) var newSigning: SigningKeys?

  /// Milliseconds since 1970: what events of this request bear as their recorded time. Never before any earlier one.
  package private(set) var now: Int64 = 0

  init(log: EventLog) {
    self.log = log
    head = log.head
    savedHead = head
    streams = StreamHeads()
    sealer = Sealer(keys: log.keys)
  }

  package var nextPosition: Int { head.size }

  /// How many events are durable: those before this batch.
  package var durableSize: Int { savedHead.size }

  /// Appends an event.
  /// - Throws: `.invalidDraft` and `.leafTooLarge` where the draft is at fault.
  package func append(_ draft: Draft) throws(LogError) -> Appended {
    let database = try open()
    let position = head.size
    let stream = try streams.head(of: draft.stream, database)
    let sealed = try sealer.seal(draft.sealed, database)
    let stamp = LeafStamp(
      position: position, revision: stream.next, previous: stream.digest, recorded: now, origin: log.origin,
      schemaPrefix: log.settings.schemaPrefix, simulated: log.settings.simulated,
      digests: sealed.map(\.digest).sorted())
    let bytes = try LeafBytes.make(draft, stamp)
    try insert(position, bytes, database)
    try streams.append(bytes, at: position, to: draft.stream, database)
    for (ordinal, field) in sealed.enumerated() {
      try sealer.store(field, at: Vault.id(position: position, ordinal: ordinal), database)
    }
    head.recorded = now
    return Appended(
      position: position, revision: stream.next, recorded: now, bytes: bytes, disclosures: sealed.map(\.disclosure))
  }

  private func insert(_ position: Int, _ bytes: [UInt8], _ database: Database) throws(LogError) {
    let hash = TreeHash.leaf(bytes)
    do {
      let query = try Query(database, "INSERT INTO leaf (position, hash, bytes) VALUES (?, ?, ?)")
      try query.bind(1, position)
      try query.bind(2, blob: hash.bytes)
      try query.bind(3, blob: bytes)
      try query.run()
    }
    try head.append(hash, in: database)
  }

  /// How many events a stream has by now, and the digest of the last; nil where there is no such stream.
  package func end(of stream: String) throws(LogError) -> (count: Int, digest: String)? {
    let head = try streams.head(of: stream, try open())
    return head.digest.map { (head.next, $0) }
  }

  // MARK: Answers

  /// What this actor's command of that id was answered; nil where it is new.
  package func storedAnswer(actor: UInt64, command: String) throws(LogError) -> StoredAnswer? {
    let query = try Query(try open(), "SELECT content, outcome FROM answer WHERE command = ? AND actor = ?")
    try query.bind(1, command)
    try query.bind(2, Int64(bitPattern: actor))
    return try query.step() ? StoredAnswer(content: query.bytes(0), outcome: query.bytes(1)) : nil
  }

  /// Keeps the answer to a command; one id of one actor is answered once.
  package func storeAnswer(
    actor: UInt64, command: String, content: [UInt8], outcome: [UInt8]
  ) throws(LogError) {
    let query = try Query(try open(), "INSERT INTO answer (command, actor, content, outcome) VALUES (?, ?, ?, ?)")
    try query.bind(1, command)
    try query.bind(2, Int64(bitPattern: actor))
    try query.bind(3, blob: content)
    try query.bind(4, blob: outcome)
    try query.run()
  }

  // MARK: Vault

  /// HMAC-SHA-256 under a key derived from the subject's of that class, which is assigned where there is none: 32 bytes.
  package func hmac(_ bytes: [UInt8], subject: UInt64, retention: String) throws(LogError) -> [UInt8] {
    try sealer.hmac(bytes, subject: subject, retention: retention, try open())
  }

  /// The sealed fields of an event, those of this batch included.
  package func open(position: Int) throws(LogError) -> [OpenedField] {
    try Vault.open(try open(), position: position, audiences: .all, keys: log.keys)
  }

  /// Where the sealed fields of a subject and class are, in order of position: those of this batch included, and those whose
  /// key has been destroyed as long as their rows stand.
  package func sealedReferences(subject: UInt64, retention: String) throws(LogError) -> [SealedReference] {
    try Vault.references(try open(), subject: subject, retention: retention)
  }

  /// Deletes the sealed rows of a subject and class, whose key has been destroyed (`EventLog.destroyKeys`), and says how
  /// many there were.
  /// - Throws: `.keyStillThere` where it has not.
  @discardableResult
  package func deleteSealed(subject: UInt64, retention: String) throws(LogError) -> Int {
    try sealer.deleteSealed(subject: subject, retention: retention, try open())
  }

  // MARK: The log's key

  /// The log's keys, with what this batch has changed of them.
  package var logKeys: [LogKey] { (newSigning ?? log.signing).shown }

  /// Makes a new key for signing checkpoints, which the present one vouches for. From this commit on both sign, until that
  /// time (milliseconds since 1970), and then the new one alone. The caller appends what is returned to the log.
  package func rotateKey(until: Int64) throws(LogError) -> SignedRotation {
    var signing = newSigning ?? log.signing
    let next = try log.makeSigner(after: signing)
    do {
      let rotation = try signing.add(next, until: until)
      try signing.storeLast(try open())
      newSigning = signing
      return rotation
    } catch {
      throw LogError(error)
    }
  }

  // MARK: Others

  /// Random and never zero.
  package func freshID() -> UInt64 { UInt64.random(in: 1...UInt64.max) }

  /// Asks for signed checkpoints of what was durable before this batch, and of everything right after its commit, before
  /// anyone in it is answered.
  package func checkpointNow() { wantsCheckpoint = true }

  private func open() throws(LogError) -> Database {
    guard let database else { throw .storage(code: ResultCode.SQLITE_MISUSE.rawValue) }
    return database
  }

  // MARK: For the writer

  func beginBatch(_ database: Database) {
    self.database = database
    savedHead = head
    wantsCheckpoint = false
    newSigning = nil
    sealer.beginBatch()
  }

  /// Time stands still within a request, and never goes back.
  func beginRequest() {
    now = max(log.settings.clock.now(), head.recorded)
    sealer.now = now
  }

  /// Whether the batch has anything to make durable at the log's end.
  var hasChanged: Bool { head.size != savedHead.size || head.checkpoints != savedHead.checkpoints }

  /// In a simulated log a request may say what time it is; in a real one this does nothing. Never backwards.
  package func simulate(now milliseconds: Int64) {
    if log.settings.simulated { now = max(milliseconds, head.recorded) }
  }

  func endBatch() { database = nil }

  func committed() {
    if let newSigning { log.publish(newSigning) }
    newSigning = nil
    streams.committed()
    sealer.committed()
  }

  func rollBack() {
    newSigning = nil
    head = savedHead
    streams.rollBack()
    sealer.rollBack()
  }
}
