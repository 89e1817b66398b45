/// That a leaf stands in a log, in one text that verifies offline: index, inclusion proof and checkpoint (C2SP tlog-proof).
/// By custom it rests in a file that ends in `.tlog-proof`.
package struct TransparencyProof: Sendable {
  /// Anything that helps to find the leaf again; nothing vouches for it.
  package let extra: [UInt8]?
  package let index: Int
  /// From the leaf's sibling up to the root's child.
  package let path: [Hash]
  package let checkpoint: SignedNote

  private static let header = "c2sp.org/tlog-proof@v1"

  package init(_ inclusion: InclusionProof, checkpoint: SignedNote, extra: [UInt8]? = nil) {
    self.extra = extra
    index = inclusion.index
    path = inclusion.path
    self.checkpoint = checkpoint
  }

  package var bytes: [UInt8] {
    var lines = [TransparencyProof.header]
    if let extra { lines.append("extra \(Base64.encode(extra))") }
    lines.append("index \(index)")
    lines += path.map(\.base64)
    return Array((lines.map { $0 + "\n" }.joined() + "\n").utf8) + checkpoint.bytes
  }

  /// Reads the format strictly; verifies nothing yet. A fault in the checkpoint's own format is `malformed` too.
  package init(parsing bytes: [UInt8]) throws(ProofError) {
    guard let blank = bytes.indices.dropFirst().first(where: { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }),
      let head = String(validating: bytes[..<blank], as: UTF8.self),
      let checkpoint = try? SignedNote(parsing: Array(bytes[(blank + 1)...]))
    else { throw .malformed }
    var lines = head.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      Substring($0)
    }[...]
    guard lines.popFirst() == TransparencyProof.header[...] else { throw .malformed }
    var extra: [UInt8]? = nil
    if let line = lines.first, line.hasPrefix("extra ") {
      guard let decoded = Base64.decode(line.dropFirst(6)) else { throw .malformed }
      extra = decoded
      lines.removeFirst()
    }
    guard let line = lines.popFirst(), line.hasPrefix("index "), let index = Int(line.dropFirst(6)), index >= 0,
      line == "index \(index)"
    else { throw .malformed }
    // A path is no longer than an index is wide.
    guard lines.count < Int.bitWidth else { throw .wrongLength }
    var path: [Hash] = []
    for line in lines {
      guard let hash = Hash(base64: line) else { throw .malformed }
      path.append(hash)
    }
    self.init(InclusionProof(index: index, size: 0, path: path), checkpoint: checkpoint, extra: extra)
  }

  /// Verifies the log's signature, then the path from the leaf to the checkpoint's root. Throws `NoteError` or `ProofError`.
  @discardableResult
  package func verify(leaf: Hash, log: NoteVerifier) throws -> Checkpoint {
    let head = try Checkpoint(verifying: checkpoint, by: log)
    try InclusionProof(index: index, size: head.size, path: path).verify(leaf: leaf, root: head.root)
    return head
  }
}
