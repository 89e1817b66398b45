internal import Crypto
internal import GRDB
internal import Leaves
internal import Transparency

/// Each sealed field against its leaf and under its key.
struct VaultCheck {
  private let master: SymmetricKey
  private let database: DatabaseQueue
  private let erased: Set<Int64>

  /// - Throws: where the master key is not there, or is not the one.
  init(_ folder: StateFolder, _ knowledge: OutsideKnowledge, erased: Set<Int64>) throws(LogError) {
    let given = try MasterKey.read(in: folder, credential: knowledge.masterKeyCredential)
    let database = try Connections.openReadOnly(folder.keys)
    master = try LogError.mapping { try database.read { try MasterKeys.unlock($0, with: given.key).current } }
    self.database = database
    self.erased = erased
  }

  /// Of a copy of the key file, with the master key at hand.
  init(keys path: String, master given: SymmetricKey, erased: Set<Int64>) throws(LogError) {
    let database = try Connections.openReadOnly(path)
    master = try LogError.mapping { try database.read { try MasterKeys.unlock($0, with: given).current } }
    self.database = database
    self.erased = erased
  }

  /// - Parameter vault: nil where it stays closed; digests are held against the leaves all the same.
  static func check(
    _ vault: inout VaultCheck?, _ leaves: [StoredLeaf], _ database: Database, _ erasures: inout ErasureCheck,
    _ report: inout VerificationReport
  ) throws(LogError) {
    guard let first = leaves.first, let last = leaves.last else { return }
    var digests: [Int: Set<String>] = [:]
    for leaf in leaves {
      leaf.bytes.withUnsafeBytes { bytes in
        guard let event = try? Leaf(bytes, position: leaf.position) else { return }
        digests[leaf.position] = Set(event.digests)
        erasures.note(event)
      }
    }
    defer { for (position, missing) in digests { erasures.note(missing: missing, at: position) } }
    for row in try Vault.rows(database, from: first.position, to: last.position + 1) {
      let position = Vault.position(row.id)
      if digests[position]?.remove(Base64URL.encode(row.digest)) == nil {
        report.note(.sealedUnknown, at: position)
      }
      guard let vault else { continue }
      guard let key = try vault.key(row.key, &report, position) else { continue }
      if (try? row.disclosure(key)) == nil {
        report.note(.sealedUnreadable, at: position)
      } else {
        report.openedFields += 1
      }
    }
  }

  /// Nil where the key is gone or does not open, which is noted: what is erased leaves no row behind.
  private func key(
    _ id: Int64, _ report: inout VerificationReport, _ position: Int
  ) throws(LogError) -> SymmetricKey? {
    do {
      let key = try database.read { try KeyFile.key(id, master: master, in: $0) }
      if key == nil {
        // What the register names is erased, and the next start of the service has the log say so.
        if erased.contains(id) { report.unrecordedFields += 1 } else { report.note(.keyMissing, at: position) }
      }
      return key
    } catch LogError.masterKeyWrong {
      report.note(.sealedUnreadable, at: position)
      return nil
    } catch {
      throw LogError(error)
    }
  }

  /// Rows that belong to no leaf or to no key.
  static func finish(_ database: Database, end: Int, _ report: inout VerificationReport) throws(LogError) {
    let orphans = try Query(
      database,
      """
      SELECT id FROM vault WHERE id < 0 OR id >= ? OR owner NOT IN (SELECT owner FROM sealing_key)
      ORDER BY id LIMIT 100
      """)
    try orphans.bind(1, Vault.id(position: end, ordinal: 0))
    while try orphans.step() { report.note(.sealedUnknown, at: Vault.position(orphans.integer(0))) }
  }
}
