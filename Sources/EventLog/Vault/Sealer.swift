internal import Crypto
internal import GRDB
internal import Leaves
internal import Transparency

/// Seals fields for the writer, each under the key of its subject and class, which it assigns where there is none.
final class Sealer {
  struct Sealed {
    let disclosure: Disclosure
    let digest: String
    let audience: String
    let owner: Int64
    let digestBytes: [UInt8]
    let box: [UInt8]
  }

  private struct Holder: Hashable {
    let subject: UInt64
    let retention: String
  }

  private static let cacheLimit = 65_536

  /// The recorded time of the request, in milliseconds since 1970.
  var now: Int64 = 0

  private let keys: KeyStore
  private var assignments: [Holder: Assignment] = [:]
  /// Since the batch began.
  private var assigned: [(holder: Holder, key: KeyStore.Named)] = []

  init(keys: KeyStore) { self.keys = keys }

  func seal(_ fields: [SealedField], _ database: Database) throws(LogError) -> [Sealed] {
    var sealed: [Sealed] = []
    sealed.reserveCapacity(fields.count)
    for field in fields { sealed.append(try seal(field, database)) }
    return sealed
  }

  private func seal(_ field: SealedField, _ database: Database) throws(LogError) -> Sealed {
    guard !field.name.isEmpty, !Disclosure.reservedNames.contains(field.name) else { throw .invalidDraft(.sealedName) }
    guard !field.value.isEmpty else { throw .invalidDraft(.sealedValue) }
    guard PlainText.allows(field.retention), PlainText.allows(field.audience) else { throw .invalidDraft(.sealedClass) }
    let holder = Holder(subject: field.subject, retention: field.retention)
    let (assignment, key) = try key(of: holder, database)
    let disclosure = Disclosure(salt: Self.salt(), name: field.name, value: field.value)
    let encoded = Array(disclosure.encoded.utf8)
    let digest = Hash(of: encoded).bytes
    let context = Vault.context(subject: field.subject, key: assignment.key, digest: digest)
    return Sealed(
      disclosure: disclosure, digest: Base64URL.encode(digest), audience: field.audience, owner: assignment.owner,
      digestBytes: digest, box: try Box.seal(encoded, under: key, for: context))
  }

  func store(_ field: Sealed, at id: Int64, _ database: Database) throws(LogError) {
    let query = try Query(database, "INSERT INTO vault (id, owner, audience, digest, box) VALUES (?, ?, ?, ?, ?)")
    try query.bind(1, id)
    try query.bind(2, field.owner)
    try query.bind(3, field.audience)
    try query.bind(4, blob: field.digestBytes)
    try query.bind(5, blob: field.box)
    try query.run()
  }

  func hmac(_ bytes: [UInt8], subject: UInt64, retention: String, _ database: Database) throws(LogError) -> [UInt8] {
    guard PlainText.allows(retention) else { throw .invalidDraft(.sealedClass) }
    let (assignment, key) = try key(of: Holder(subject: subject, retention: retention), database)
    return Array(HMAC<SHA256>.authenticationCode(for: bytes, using: keys.hmacKey(of: assignment.key, key)))
  }

  func deleteSealed(subject: UInt64, retention: String, _ database: Database) throws(LogError) -> Int {
    let all = try Assignments.all(subject, retention, database)
    var erased: [Assignment] = []
    for assignment in all where try keys.key(assignment.key) == nil { erased.append(assignment) }
    guard all.isEmpty || !erased.isEmpty else { throw .keyStillThere }
    assignments[Holder(subject: subject, retention: retention)] = nil
    var deleted = 0
    for assignment in erased {
      try Assignments.retire(assignment.owner, at: now, database)
      deleted += try Assignments.deleteSealed(assignment.owner, database)
    }
    if deleted > 0 { try Meta.setResidue(true, in: database) }
    return deleted
  }

  // MARK: Batches

  func beginBatch() {
    // A bound on memory: what is dropped is read again.
    if assignments.count > Self.cacheLimit { assignments.removeAll(keepingCapacity: true) }
  }

  func committed() { assigned.removeAll(keepingCapacity: true) }

  func rollBack() {
    for (holder, _) in assigned { assignments[holder] = nil }
    keys.giveBack(assigned.map(\.key))
    assigned.removeAll(keepingCapacity: true)
  }

  // MARK: Keys

  private func key(of holder: Holder, _ database: Database) throws(LogError) -> (Assignment, SymmetricKey) {
    var known = assignments[holder]
    if known == nil { known = try Assignments.live(holder.subject, holder.retention, database) }
    if let known {
      if let key = try keys.key(known.key) {
        assignments[holder] = known
        return (known, key)
      }
      // Destroyed, its rows not yet deleted. What comes after an erasure is sealed under a key of its own.
      try Assignments.retire(known.owner, at: now, database)
    }
    let drawn = try keys.draw()
    assigned.append((holder, drawn))
    let owner = try Assignments.add(holder.subject, holder.retention, key: drawn.id, database)
    let assignment = Assignment(owner: owner, key: drawn.id)
    assignments[holder] = assignment
    return (assignment, drawn.key)
  }

  /// 128 random bits.
  private static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var salt: [UInt8] = []
    salt.reserveCapacity(Disclosure.shortestSalt)
    salt.append(bigEndian: generator.next())
    salt.append(bigEndian: generator.next())
    return salt
  }
}
