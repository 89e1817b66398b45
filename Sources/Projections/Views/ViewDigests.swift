internal import GRDB
package import TalentDomain

internal import struct Crypto.SHA256
internal import struct Crypto.SHA256Digest

/// Fingerprints of the views: SHA-256 over every row in the order of its key, each column as its type's tag, its length
/// (four bytes, big-endian) and its bytes. Views built live and views rebuilt have the same.
package struct ViewDigests: Sendable, Hashable {
  package struct View: Sendable, Hashable {
    package let name: String
    package let rows: Int
    package let digest: Digest
  }

  /// The events that they cover: positions before this one.
  package let position: Int
  package let views: [View]
  /// Over the names and digests of all views.
  package let all: Digest

  /// - Throws: `ViewError.outOfRange` for a position that the file has not reached.
  init(of file: ViewFile, upTo end: Int) throws {
    guard end >= 0, end <= file.position else { throw ViewError.outOfRange }
    position = end
    views = [
      try ViewDigests.audit(file, end), try ViewDigests.names("stream", file, end),
      try ViewDigests.names("type", file, end),
    ]
    var hash = SHA256()
    for view in views {
      hash.update(data: Array(view.name.utf8) + [0])
      hash.update(data: Array(view.digest.text.utf8) + [0])
    }
    all = Digest(sha256: hash.finalize())
  }

  /// Rows of this view never change, so that they can be read a page, and a transaction, at a time.
  private static func audit(_ file: ViewFile, _ end: Int) throws -> View {
    var hash = RowHash()
    for start in stride(from: 0, to: end, by: Views.stride) {
      try file.read { database in
        let sql = "SELECT * FROM audit WHERE position >= ? AND position < ? ORDER BY position"
        try hash.update(database, sql, start, min(end, start + Views.stride))
      }
    }
    return hash.view("audit")
  }

  private static func names(_ table: String, _ file: ViewFile, _ end: Int) throws -> View {
    var hash = RowHash()
    try file.read { database in
      try hash.update(database, "SELECT * FROM \(table) WHERE first >= ? AND first < ? ORDER BY id", 0, end)
    }
    return hash.view(table)
  }
}

/// Rows on their way into a digest.
private struct RowHash {
  private var hash = SHA256()
  private var rows = 0

  mutating func update(_ database: Database, _ sql: String, _ first: Int, _ second: Int) throws {
    let statement = try ViewStatement(database, sql)
    try statement.bind(1, first)
    try statement.bind(2, second)
    var bytes: [UInt8] = []
    try statement.forEachRow {
      rows += 1
      for column in 0..<statement.columns { statement.appendTyped(column, to: &bytes) }
      guard bytes.count > 1 << 16 else { return }
      hash.update(data: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    hash.update(data: bytes)
  }

  func view(_ name: String) -> ViewDigests.View {
    ViewDigests.View(name: name, rows: rows, digest: Digest(sha256: hash.finalize()))
  }
}

extension Digest {
  /// In base64url without padding, as digests are written everywhere.
  fileprivate init(sha256 digest: SHA256Digest) {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var text = ""
    var (bits, count) = (0, 0)
    for byte in digest {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(digits[bits >> count & 63])
      }
      bits &= 1 << count - 1
    }
    text.append(digits[bits << (6 - count) & 63])
    self = Digest(text) ?? .blank
  }
}
