internal import GRDB
internal import Transparency

/// The keys that sign a log's checkpoints, one after the other: each later one vouched for by the one before it.
struct SigningKeys: Sendable {
  struct Key: Sendable {
    /// 0 for the key that the log was made with.
    let ordinal: Int
    let verifier: NoteVerifier
    /// Nil where only the public half is at hand, or the private one has been forgotten.
    var signer: NoteSigner?
    /// Until when it signs beside its successor, in milliseconds since 1970; nil for the newest one.
    var until: Int64?
    /// Over the statement of the rotation that made this key known: by the one before it, and by itself.
    var signature: String?
    var proof: String?
  }

  /// In order; never empty.
  private(set) var keys: [Key]

  init(first: NoteSigner) { keys = [Key(ordinal: 0, verifier: first.verifier, signer: first)] }

  var current: Key { keys[keys.count - 1] }
  var verifiers: [NoteVerifier] { keys.map(\.verifier) }
  var shown: [LogKey] { keys.map { LogKey(key: $0.verifier.vkey, until: $0.until) } }

  /// Who signs at a moment: the newest key, and while the overlap lasts the one before it.
  func signers(at now: Int64) -> [NoteSigner] {
    keys.filter { key in key.until.map { now < $0 } ?? true }.reversed().compactMap(\.signer)
  }

  /// Whether each key but the first was signed for by the one before it and by itself.
  var areTied: Bool {
    zip(keys, keys.dropFirst()).allSatisfy { previous, key in
      KeyRotation(origin: key.verifier.name, previous: previous.verifier.vkey, key: key.verifier.vkey)
        .isSigned(previous: key.signature ?? "", key: key.proof ?? "")
    }
  }

  /// The next key, signed for; `until` is how long the present one goes on signing.
  mutating func add(_ next: NoteSigner, until: Int64) throws(NoteError) -> SignedRotation {
    guard let signer = current.signer else { throw .signingFailed }
    let rotation = KeyRotation(
      origin: signer.origin.text, previous: current.verifier.vkey, key: next.verifier.vkey)
    let signed = SignedRotation(
      previous: rotation.previous, key: rotation.key,
      signature: Base64.encode(try signer.signature(overStatement: rotation.statement)),
      proof: Base64.encode(try next.signature(overStatement: rotation.statement)), until: until)
    keys[keys.count - 1].until = until
    keys.append(
      Key(
        ordinal: current.ordinal + 1, verifier: next.verifier, signer: next, signature: signed.signature,
        proof: signed.proof))
    return signed
  }

  /// The private halves of keys whose overlap has passed go; which ones those are.
  mutating func forget(before now: Int64) -> [Int] {
    var forgotten: [Int] = []
    for index in keys.indices where keys[index].signer != nil && (keys[index].until.map { $0 <= now } ?? false) {
      keys[index].signer = nil
      forgotten.append(keys[index].ordinal)
    }
    return forgotten
  }

  // MARK: As the table holds them

  /// - Throws: `.notALog` where a key cannot be read.
  init(_ database: Database) throws(LogError) {
    keys = []
    let query = try Query(
      database, "SELECT ordinal, key, until, signature, proof FROM signing_key ORDER BY ordinal")
    while try query.step() {
      guard let verifier = NoteVerifier(vkey: query.string(1)) else { throw .notALog }
      var key = Key(ordinal: Int(query.integer(0)), verifier: verifier)
      if !query.isNull(2) { key.until = query.integer(2) }
      if !query.isNull(3) { key.signature = query.string(3) }
      if !query.isNull(4) { key.proof = query.string(4) }
      guard key.ordinal == keys.count else { throw .notALog }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw .notALog }
  }

  /// Fills in the private halves that are at hand, by ordinal.
  /// - Throws: `.masterKeyWrong` where one does not belong to its public half, or the newest one is not there.
  mutating func join(_ signers: [Int: NoteSigner]) throws(LogError) {
    for index in keys.indices {
      guard let signer = signers[keys[index].ordinal] else { continue }
      guard signer.verifier.vkey == keys[index].verifier.vkey else { throw .masterKeyWrong }
      keys[index].signer = signer
    }
    guard current.signer != nil else { throw .masterKeyWrong }
  }

  /// Stores the last two keys: the new one, and until when the one before it goes on.
  func storeLast(_ database: Database) throws(LogError) {
    for key in keys.suffix(2) {
      let query = try Query(
        database,
        "INSERT OR REPLACE INTO signing_key (ordinal, key, until, signature, proof) VALUES (?, ?, ?, ?, ?)")
      try query.bind(1, key.ordinal)
      try query.bind(2, key.verifier.vkey)
      if let until = key.until { try query.bind(3, until) }
      if let signature = key.signature { try query.bind(4, signature) }
      if let proof = key.proof { try query.bind(5, proof) }
      try query.run()
    }
  }
}

/// A further key of the log, vouched for.
package struct SignedRotation: Sendable, Hashable {
  /// As C2SP verifier keys.
  package let previous: String
  package let key: String
  /// Ed25519 over the statement of the rotation, in base64: by the previous key, and by the new one.
  package let signature: String
  package let proof: String
  /// Until when both sign, in milliseconds since 1970.
  package let until: Int64
}

/// A key of the log, as others may know it.
package struct LogKey: Sendable, Hashable {
  /// As a C2SP verifier key.
  package let key: String
  /// Until when it signs beside its successor, in milliseconds since 1970; nil for the newest one.
  package let until: Int64?
}
