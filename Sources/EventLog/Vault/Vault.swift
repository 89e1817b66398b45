internal import Crypto
internal import GRDB
internal import Leaves
internal import Transparency

/// The sealed fields inside `log.sqlite3`.
enum Vault {
  /// The vault's row of a field: position × 256 + ordinal, so that rows are appended in order and one event's lie together.
  static func id(position: Int, ordinal: Int) -> Int64 { Int64(position) << 8 | Int64(ordinal) }

  static func position(_ id: Int64) -> Int { Int(id >> 8) }

  /// What a box is bound to: subject, key, and the digest of the disclosure within.
  static func context(subject: UInt64, key: Int64, digest: [UInt8]) -> [UInt8] {
    var context: [UInt8] = []
    context.reserveCapacity(16 + digest.count)
    context.append(bigEndian: subject)
    context.append(bigEndian: UInt64(bitPattern: key))
    return context + digest
  }

  /// A row as it is stored, still closed.
  struct Row {
    let id: Int64
    let subject: UInt64
    let retention: String
    let audience: String
    let key: Int64
    let digest: [UInt8]
    let box: [UInt8]

    /// - Throws: `.corrupt` where the box does not open, or holds what its digest does not stand for.
    func disclosure(_ key: SymmetricKey) throws(LogError) -> Disclosure {
      let context = Vault.context(subject: subject, key: self.key, digest: digest)
      guard let plain = Box.open(box, under: key, for: context),
        let disclosure = Disclosure(encoded: String(decoding: plain, as: UTF8.self)),
        disclosure.digest == Base64URL.encode(digest)
      else { throw .corrupt(position: Vault.position(id), .sealedUnreadable) }
      return disclosure
    }
  }

  /// The rows of the events from `first` to before `end`, in order.
  static func rows(_ database: Database, from first: Int, to end: Int) throws(LogError) -> [Row] {
    let query = try Query(
      database,
      """
      SELECT vault.id, subject, retention, audience, key, digest, box FROM vault JOIN sealing_key USING (owner)
      WHERE vault.id >= ? AND vault.id < ? ORDER BY vault.id
      """)
    try query.bind(1, id(position: first, ordinal: 0))
    try query.bind(2, id(position: end, ordinal: 0))
    var rows: [Row] = []
    while try query.step() {
      rows.append(
        Row(
          id: query.integer(0), subject: UInt64(bitPattern: query.integer(1)), retention: query.string(2),
          audience: query.string(3), key: query.integer(4), digest: query.bytes(5), box: query.bytes(6)))
    }
    return rows
  }

  /// The fields of one event in the order in which they were sealed; those without a row come last.
  static func open(
    _ database: Database, position: Int, audiences: Audiences, keys: KeyStore
  ) throws(LogError) -> [OpenedField] {
    var missing = try digests(database, position: position)
    var fields: [OpenedField] = []
    for row in try rows(database, from: position, to: position + 1) {
      let digest = Base64URL.encode(row.digest)
      guard missing.remove(digest) != nil else { throw .corrupt(position: position, .sealedUnknown) }
      let content: OpenedField.Content
      if !audiences.contains(row.audience) {
        content = .withheld(.otherAudience)
      } else if let key = try keys.key(row.key) {
        content = .disclosed(try row.disclosure(key))
      } else {
        content = .withheld(.erased)
      }
      fields.append(
        OpenedField(
          position: position, digest: digest, subject: row.subject, retention: row.retention, audience: row.audience,
          content: content))
    }
    for digest in missing.sorted() {
      fields.append(
        OpenedField(
          position: position, digest: digest, subject: nil, retention: nil, audience: nil, content: .withheld(.erased)))
    }
    return fields
  }

  static func references(_ database: Database, subject: UInt64) throws(LogError) -> [SealedReference] {
    let query = try Query(
      database,
      """
      SELECT vault.id, digest, retention, audience FROM sealing_key JOIN vault USING (owner)
      WHERE subject = ? AND destroyed IS NULL ORDER BY vault.id
      """)
    try query.bind(1, Int64(bitPattern: subject))
    return try references(query)
  }

  /// Of one class, those whose key is gone already included.
  static func references(
    _ database: Database, subject: UInt64, retention: String
  ) throws(LogError) -> [SealedReference] {
    let query = try Query(
      database,
      """
      SELECT vault.id, digest, retention, audience FROM sealing_key JOIN vault USING (owner)
      WHERE subject = ? AND retention = ? ORDER BY vault.id
      """)
    try query.bind(1, Int64(bitPattern: subject))
    try query.bind(2, retention)
    return try references(query)
  }

  private static func references(_ query: borrowing Query) throws(LogError) -> [SealedReference] {
    var references: [SealedReference] = []
    while try query.step() {
      references.append(
        SealedReference(
          position: position(query.integer(0)), digest: Base64URL.encode(query.blob(1)), retention: query.string(2),
          audience: query.string(3)))
    }
    return references
  }

  /// Writes the table anew and lets go of the old one, whose pages `secure_delete` blanks. Deleting rows is not enough: where
  /// SQLite moves rows from page to page it leaves copies behind, which no later deletion finds.
  static func rewrite(_ database: Database) throws {
    try database.execute(sql: "DROP INDEX vault_owner; ALTER TABLE vault RENAME TO vault_before")
    try database.execute(sql: Schema.vault)
    try database.execute(
      sql: """
        INSERT INTO vault (id, owner, audience, digest, box)
        SELECT id, owner, audience, digest, box FROM vault_before ORDER BY id;
        DROP TABLE vault_before
        """)
  }

  private static func digests(_ database: Database, position: Int) throws(LogError) -> Set<String> {
    let query = try Query(database, "SELECT bytes FROM leaf WHERE position = ?")
    try query.bind(1, position)
    guard try query.step() else { throw .outOfRange }
    return Set(try LogError.mapping { try Leaf(query.blob(0), position: position).digests })
  }
}
