internal import Glibc
package import Transparency

/// The newest checkpoint of the log that somebody outside has signed, as a signed note beside the register of erased keys:
/// outside the log and its backups, so that a copy of the log that is put back can be held against it.
///
/// Nobody is asked to believe it. Whoever removes it takes away a warning, and the witnesses know all the same.
package struct AnchoredFile: Sendable {
  package static let name = "anchored"

  package let path: String

  /// - Parameter register: the path of the register of erased keys.
  package init(beside register: String) { path = "\(PrivateFile.folder(of: register))/\(Self.name)" }

  package init(path: String) { self.path = path }

  /// Takes the place of an older one; a note of no more events than the one that is there is passed over.
  package func keep(_ note: [UInt8]) throws {
    let new = try Self.checkpoint(note)
    if let bytes = try PrivateFile.read(path), let old = try? Self.checkpoint(bytes), old.size >= new.size,
      old.origin.text == new.origin.text
    {
      return
    }
    try PrivateFile.replace(path, note)
  }

  /// Nil where there is none.
  /// - Throws: `RestoreError.anchorMalformed`.
  package func read() throws -> Checkpoint? {
    guard let bytes = try PrivateFile.read(path) else { return nil }
    do { return try Self.checkpoint(bytes) } catch { throw RestoreError.anchorMalformed(path: path) }
  }

  /// From now on it binds nobody; it is kept beside its place, under a name that is told.
  func setAside(at time: BackupName) throws -> String {
    let aside = "\(path).before-\(time.text.prefix { $0 != "-" })"
    try PrivateFile.rename(path, to: aside)
    return aside
  }

  private static func checkpoint(_ note: [UInt8]) throws(NoteError) -> Checkpoint {
    try Checkpoint(parsing: SignedNote(parsing: note).text)
  }
}
